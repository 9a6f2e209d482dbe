import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepKeys, keptKeys, type Shelf } from './key-store.ts'

const shelfWith = (text: string | null): Shelf => ({ getItem: () => text, setItem: () => undefined })

describe('the keys kept on the phone', () => {
  it('come back as they were kept', () => {
    const kept = new Map<string, string>()
    const shelf: Shelf = { getItem: key => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) }
    const keys = { bureau: '局', keys: [{ keyId: 'k1', publicKey: '04ab' }] }
    keepKeys(shelf, keys)
    expect(keptKeys(shelf)).toEqual(keys)
  })

  it('are none where nothing, or something else, was kept', () => {
    expect(keptKeys(undefined)).toBeUndefined()
    for (const text of [
      null,
      '',
      '{',
      'null',
      '[]',
      '{"bureau":"x"}',
      '{"bureau":"x","keys":[{}]}',
      '{"bureau":"x","keys":[null]}',
    ])
      expect(keptKeys(shelfWith(text))).toBeUndefined()
    fc.assert(fc.property(fc.json(), text => keptKeys(shelfWith(text)) === undefined))
  })

  it('are no reason to fail where storage is full or forbidden', () => {
    const full: Shelf = {
      getItem: () => {
        throw new Error('forbidden')
      },
      setItem: () => {
        throw new Error('full')
      },
    }
    expect(() => keepKeys(full, { bureau: '', keys: [] })).not.toThrow()
    expect(keptKeys(full)).toBeUndefined()
  })
})
