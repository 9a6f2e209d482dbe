import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sm3 } from '#platform/crypto'
import { canonicalJson } from './canonical.ts'
import type { DrawManifest } from './manifest.ts'
import { selectByRfc3797 } from './rfc3797.ts'
import { sampleDraw } from './sample-draw.ts'
import { draw, drawnOf } from './select.ts'
import { verifyDraw } from './verify.ts'

const digest = (text: string) => sm3(text).toString('hex')
const sample = sampleDraw(digest)

describe('a draw', () => {
  it('is made again by a stranger from what was published', () => {
    expect(verifyDraw(sample, digest)).toMatchObject({ ok: true })
    expect(sample.result.selected).toHaveLength(4 + 3)
    expect(sample.result.groups.every(({ officers }) => officers.length === 2)).toBe(true)
  })

  const changed = (change: (file: ReturnType<typeof sampleDraw>) => void) => {
    const file = structuredClone(sample)
    change(file)
    return verifyDraw(file, digest)
      .checks.filter(({ ok }) => !ok)
      .map(({ code }) => code)
  }
  it.each<[string, string, (file: ReturnType<typeof sampleDraw>) => void]>([
    ['a shop is left out of the list afterwards', 'manifest', file => void file.manifest.objects.pop()],
    [
      'an exclusion is added afterwards',
      'manifest',
      file => void file.manifest.exclusions.push({ object: '440785100001', by: '某', reason: '熟人' }),
    ],
    [
      'a secret is chosen anew',
      'commitments',
      file => void Object.assign(file.reveals[0] ?? {}, { secret: 'a'.repeat(64) }),
    ],
    ['one party was not heard', 'parties', file => void file.reveals.pop()],
    [
      'a stranger throws in a secret',
      'parties',
      file => void file.reveals.push({ party: 'x', secret: 'b'.repeat(64), at: '2026-11-23T03:00:00Z' }),
    ],
    [
      'a secret was opened before the last promise',
      'order',
      file => void Object.assign(file.reveals[0] ?? {}, { at: '2026-11-23T01:30:00Z' }),
    ],
    [
      'the list was frozen after the first promise',
      'order',
      file => void Object.assign(file, { frozenAt: '2026-11-23T02:00:00Z' }),
    ],
    [
      'a public number is used that was not announced',
      'publicValue',
      file => void Object.assign(file, { publicValue: { value: '1', at: '2026-11-23T02:30:00Z' } }),
    ],
    [
      'a drawn shop is exchanged',
      'selected',
      file => void Object.assign(file.result.selected[0] ?? {}, { id: '440785199999' }),
    ],
    ['an officer is exchanged', 'groups', file => void file.result.groups[0]?.officers.reverse()],
    ['the seed is another', 'seed', file => void Object.assign(file.result, { seed: '0'.repeat(64) })],
    [
      'a shop stands twice in the list',
      'lists',
      file => void file.manifest.objects.push(...file.manifest.objects.slice(0, 1)),
    ],
    ['the file is cut', 'shape', file => void Reflect.deleteProperty(file, 'reveals')],
  ])('shows when %s', (_, code, change) => {
    expect(changed(change)).toContain(code)
  })

  it('keeps recused officers and expired certificates away from every shop', () => {
    const { manifest, result } = sample
    for (const { objects, officers } of result.groups) {
      expect(officers).not.toContain('Z9')
      for (const { officer, object } of manifest.recusals)
        if (objects.includes(object)) expect(officers).not.toContain(officer)
    }
  })

  it('leaves a place empty where two officers cannot be found', () => {
    const manifest: DrawManifest = { ...sample.manifest, officers: sample.manifest.officers.slice(-2) }
    expect(draw(manifest, sample.result.seed, digest).groups[0]?.officers.length).toBeLessThan(2)
  })

  it('takes from every class what its rate says, rounded up, and a shop does not depend on the others', () => {
    expect([drawnOf(0, 500), drawnOf(1, 500), drawnOf(20, 500), drawnOf(21, 500), drawnOf(9, 10_000)]).toEqual([
      0, 1, 1, 2, 9,
    ])
    const all = { ...sample.manifest, rule: { ...sample.manifest.rule, rates: { A: 10_000, C: 10_000 } } }
    const scores = (manifest: DrawManifest) =>
      new Map(draw(manifest, sample.result.seed, digest).selected.map(({ id, score }) => [id, score]))
    const without = { ...all, objects: all.objects.slice(3) }
    for (const [id, score] of scores(without)) expect(scores(all).get(id)).toBe(score)
  })

  it('favours nobody: 10,000 draws of 3 from 20 are as even as chance is (χ², 19 degrees, 0.1 % limit 43.8)', () => {
    const objects = Array.from({ length: 20 }, (_, n) => ({ id: `S${n}`, stratum: 'A', area: 'T' }))
    const manifest: DrawManifest = {
      ...sample.manifest,
      objects,
      exclusions: [],
      rule: { version: 'x', rates: { A: 1_500 }, groupSize: 60 },
    }
    const hits = new Map(objects.map(({ id }) => [id, 0]))
    for (let n = 0; n < 10_000; n += 1)
      for (const { id } of draw(manifest, digest(`seed ${n}`), digest).selected) hits.set(id, (hits.get(id) ?? 0) + 1)
    const expected = (10_000 * 3) / 20
    // Draws without replacement are a little more even than the multinomial: its limit is on the safe side.
    expect([...hits.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0)).toBeLessThan(43.8)
  })
})

describe('the canonical text', () => {
  it('does not depend on the order of keys and refuses what two programs may write differently', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.constant(null))), record => {
        const turned = Object.fromEntries(Object.entries(record).toReversed())
        expect(canonicalJson(turned)).toBe(canonicalJson(record))
        expect(JSON.parse(canonicalJson(record))).toEqual({ ...record })
      }),
    )
    expect(() => canonicalJson({ share: 0.5 })).toThrow(RangeError)
  })
})

describe('RFC 3797', () => {
  const md5 = (bytes: Uint8Array) => createHash('md5').update(bytes).digest('hex')

  it('chooses the ten of its published example', () => {
    const sources = '9319./2.5.8.10.12./9.18.26.34.41.45./'
    expect(selectByRfc3797({ sources, poolSize: 25, count: 10 }, md5)).toEqual([17, 7, 2, 16, 25, 23, 8, 24, 19, 13])
  })

  it('refuses more than there are', () => {
    expect(() => selectByRfc3797({ sources: '1./', poolSize: 2, count: 3 }, md5)).toThrow(RangeError)
  })
})
