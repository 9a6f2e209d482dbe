import type { TextDigest } from './canonical.ts'
import { type DrawFile, type DrawManifest, drawFormat } from './manifest.ts'
import { commitmentOf, manifestHashOf, seedOf } from './seed.ts'
import { draw } from './select.ts'

const shop = (n: number) => ({
  id: `4407851${String(n).padStart(5, '0')}`,
  stratum: n % 3 === 0 ? 'C' : 'A',
  area: n % 2 === 0 ? '440785103' : '440785104',
})

const manifest: DrawManifest = {
  format: drawFormat,
  drawId: 'SJ-2026-0001',
  title: '2026年第四季度烟草零售户双随机抽查（模拟数据）',
  items: [{ code: 'C01', name: '亮证经营' }],
  visitsFrom: '2026-12-01',
  visitsTo: '2026-12-31',
  rule: { version: 'draw-rule/1', rates: { A: 2_000, C: 3_000 }, groupSize: 3 },
  objects: Array.from({ length: 30 }, (_, index) => shop(index + 1)),
  exclusions: [{ object: '440785100001', by: '局负责人', reason: '举报核查中，另行检查' }],
  officers: [
    ...Array.from({ length: 5 }, (_, n) => ({
      id: `Z${n + 1}`,
      name: `检查员${n + 1}`,
      certificate: `19J${n}`,
      validTo: '2027-12-31',
    })),
    { id: 'Z9', name: '检查员9', certificate: '19J9', validTo: '2026-12-15' },
  ],
  recusals: Array.from({ length: 30 }, (_, index) => ({
    officer: 'Z1',
    object: shop(index + 1).id,
    by: 'Z1',
    reason: '近亲属在该镇街经营',
  })),
  parties: [
    { id: 'legal', name: '法制审核' },
    { id: 'public', name: '消费者代表' },
    { id: 'retailers', name: '零售户代表' },
  ],
  publicValue: null,
}

/** A small whole draw, made as the house makes it: for tests, for the page that shows how it is verified, and for the second implementation. */
export function sampleDraw(digest: TextDigest): DrawFile {
  const { drawId, parties } = manifest
  const secrets = parties.map(({ id }) => ({ party: id, secret: digest(`secret of ${id}`) }))
  const manifestHash = manifestHashOf(manifest, digest)
  return structuredClone({
    manifest,
    manifestHash,
    frozenAt: '2026-11-23T01:00:00Z',
    commitments: secrets.map(one => ({
      party: one.party,
      commitment: commitmentOf({ drawId, ...one }, digest),
      at: '2026-11-23T02:00:00Z',
    })),
    reveals: secrets.map(one => ({ ...one, at: '2026-11-23T02:30:00Z' })),
    publicValue: null,
    result: draw(manifest, seedOf({ manifestHash, secrets, publicValue: null }, digest), digest),
    drawnAt: '2026-11-23T02:31:00Z',
  })
}
