import type { TextDigest } from '../rules/draw/canonical.ts'
import { type DrawFile, type DrawManifest, drawFormat } from '../rules/draw/manifest.ts'
import { commitmentOf, manifestHashOf, seedOf } from '../rules/draw/seed.ts'
import { draw } from '../rules/draw/select.ts'
import { chanceFrom } from '../rules/route/chance.ts'

const list = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n))

/** A whole draw file whose lists, classes, recusals, exclusions and parties differ with the number. */
export function randomDraw(number: number, digest: TextDigest): DrawFile {
  const next = chanceFrom(number)
  const chance = (below: number) => Math.floor(next() * below)
  const shops = 1 + chance(12)
  const officers = 2 + chance(5)
  const manifest: DrawManifest = {
    format: drawFormat,
    drawId: `SJ-${number}`,
    title: `随机名录“${number}”𠮷`,
    items: [{ code: 'C01', name: '亮证经营' }],
    visitsFrom: '2026-12-01',
    visitsTo: '2026-12-31',
    rule: { version: 'r/1', rates: { A: chance(10_001), B: chance(10_001) }, groupSize: 1 + chance(4) },
    objects: list(shops, n => ({ id: `S${n}`, stratum: 'ABC'.charAt(chance(3)), area: `T${chance(3)}` })),
    exclusions: list(chance(3), () => ({ object: `S${chance(shops)}`, by: '负责人', reason: '另行检查' })),
    officers: list(officers, n => ({
      id: `Z${n}`,
      name: `某${n}`,
      certificate: `19J${n}`,
      validTo: chance(4) === 0 ? '2026-12-30' : '2027-12-31',
    })),
    recusals: list(chance(6), () => ({
      officer: `Z${chance(officers)}`,
      object: `S${chance(shops)}`,
      by: '本人',
      reason: '亲属',
    })),
    parties: list(3 + chance(3), n => ({ id: `p${9 - n}`, name: `第${n}方` })),
    publicValue: chance(2) === 0 ? null : '开奖号码',
  }
  const secrets = manifest.parties.map(({ id }) => ({ party: id, secret: digest(`${number} ${id}`) }))
  const manifestHash = manifestHashOf(manifest, digest)
  const value = manifest.publicValue === null ? null : String(chance(1_000_000))
  const at = '2026-11-23T02:00:00Z'
  return {
    manifest,
    manifestHash,
    frozenAt: '2026-11-23T01:00:00Z',
    commitments: secrets.map(({ party, secret }) => ({
      party,
      commitment: commitmentOf({ drawId: manifest.drawId, party, secret }, digest),
      at,
    })),
    reveals: secrets.map(one => ({ ...one, at: '2026-11-23T03:00:00Z' })),
    publicValue: value === null ? null : { value, at: '2026-11-23T03:00:00Z' },
    result: draw(manifest, seedOf({ manifestHash, secrets, publicValue: value }, digest), digest),
    drawnAt: '2026-11-23T03:01:00Z',
  }
}
