import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { flawOf } from '../reader/card-checks.ts'
import { decodeTextBlock } from '../reader/text-block.ts'
import { encodeTextBlock } from './card-bytes.ts'
import { loadDrawer, loadDrawerWithTrials } from './cards.ts'

describe('the built-in drawer', () => {
  it('holds numbers that check themselves, except on the card that is there for it', () => {
    for (const card of loadDrawer()) {
      const block = decodeTextBlock(encodeTextBlock(card))
      if (block.kind !== 'citizen') continue
      expect([card.id, flawOf(block.text)]).toEqual([card.id, card.id === 'wrong-check' ? 'idNo' : undefined])
    }
  })

  it('has a card for every kind of trouble', () => {
    const ids = loadDrawer().map(card => card.id)
    expect(ids).toEqual(expect.arrayContaining(['expired', 'minor', 'elder', 'rare-name', 'unreadable', 'foreigner']))
  })
})

describe('a drawer from a file', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'cards-')), 'cards.json')

  it('comes first, with the cards that try the reader behind it', () => {
    const [card] = loadDrawer()
    writeFileSync(file, JSON.stringify([{ ...card, id: 'of-the-town' }]))
    const ids = loadDrawerWithTrials(file).map(other => other.id)
    expect(ids[0]).toBe('of-the-town')
    expect(ids).toContain('unreadable')
    expect(ids).not.toContain('retailer')
  })

  it('that is none is refused with its name', () => {
    writeFileSync(file, '[{"id":"X"}]')
    expect(() => loadDrawerWithTrials(file)).toThrow(file)
  })
})
