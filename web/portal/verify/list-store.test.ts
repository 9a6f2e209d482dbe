import { sm2 } from 'sm-crypto-v2'
import { describe, expect, it } from 'vitest'
import { type StatusList, statusListSignedText, statusListText } from '#kernel/status-list'
import type { Shelf } from './key-store.ts'
import { newestList } from './list-store.ts'

const pair = sm2.generateKeyPairHex()
const stranger = sm2.generateKeyPairHex()
const keys = { bureau: '局', keys: [{ keyId: 'k1', publicKey: pair.publicKey }] }

function listOf(number: number, { privateKey, publicKey } = pair): string {
  const list: StatusList = {
    ...{ keyId: 'k1', issuer: '局', areaCode: '440785', number },
    ...{ issuedAt: '2026-12-01T00:20:00Z', goodUntil: '2026-12-03T00:20:00Z' },
    ...{ states: new Map([['440785100201', 'cancelled']]), versions: new Map(), voidCopies: new Map() },
  }
  const signedText = statusListSignedText(list)
  const hex = sm2.doSignature(new TextEncoder().encode(signedText), privateKey, { hash: true, publicKey })
  return statusListText(
    signedText,
    Uint8Array.from(hex.match(/../g) ?? [], byte => Number.parseInt(byte, 16)),
  )
}

function shelf(): Shelf {
  const kept = new Map<string, string>()
  return { getItem: key => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) }
}

describe('the status list on the phone', () => {
  it('is kept when fetched, and there when nothing can be fetched', async () => {
    const own = shelf()
    expect(await newestList(own, keys, undefined)).toBeUndefined()
    expect(await newestList(own, keys, listOf(3))).toMatchObject({ number: 3 })
    expect(await newestList(own, keys, undefined)).toMatchObject({ number: 3 })
  })

  it('never goes back to an older one, and takes none that somebody else signed', async () => {
    const own = shelf()
    await newestList(own, keys, listOf(5))
    expect(await newestList(own, keys, listOf(4))).toMatchObject({ number: 5 })
    expect(await newestList(own, keys, listOf(9, stranger))).toMatchObject({ number: 5 })
    expect(await newestList(own, keys, undefined)).toMatchObject({ number: 5 })
    expect(await newestList(shelf(), keys, 'YZTL1.garbage')).toBeUndefined()
    expect(await newestList(own, undefined, listOf(6))).toBeUndefined()
  })
})
