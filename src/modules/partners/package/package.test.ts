import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeSm2KeyPair, sm2PairOf } from '#platform/crypto'
import { makePackage, type PackedFile } from './make.ts'
import { openPackage, verifyPackage } from './open.ts'

const [sender, receiver, stranger] = [makeSm2KeyPair(), makeSm2KeyPair(), makeSm2KeyPair()]
const file = (name: string, text: string): PackedFile => ({ name, bytes: Buffer.from(text) })
const files = [file('移送书.pdf', '移送书的内容'), file('物品清单.csv', '批次,数量\nWP-2026-000001,250000')]
const make = (change: object = {}) =>
  makePackage(
    {
      ...{ kind: 'transfer', number: '恩烟移〔2026〕第1号', from: '恩平市烟草专卖局', to: '恩平市公安局' },
      ...{ receiverKey: receiver.publicKey, madeAt: '2026-11-26T02:00:00Z', files },
      ...change,
    },
    sender,
  )
const made = (() => {
  const done = make()
  if (!done.ok) throw new Error(done.refusal)
  return JSON.stringify(done.value)
})()

describe('a signed package', () => {
  it('is opened by a receiver whose key was made from what is known (演示单位)', () => {
    const known = sm2PairOf('5a'.repeat(32))
    const packed = make({ receiverKey: known.publicKey })
    const keys = { senderKey: sender.publicKey, privateKey: known.privateKey }
    expect(packed.ok && openPackage(JSON.stringify(packed.value), keys).ok).toBe(true)
    expect(sm2PairOf(receiver.privateKey)).toEqual(receiver)
  })

  it('is opened by its receiver and gives the same files', () => {
    const opened = openPackage(made, { senderKey: sender.publicKey, privateKey: receiver.privateKey })
    expect(opened.ok && opened.value.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual(
      files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]),
    )
  })

  it('is verified without a secret, and says neither names nor contents', () => {
    expect(verifyPackage(made, sender.publicKey)).toMatchObject({ ok: true, value: { parts: { length: 3 } } })
    expect(made).not.toMatch(/移送书|物品清单|WP-2026/u)
  })

  it('opens for nobody else, and counts only from the sender who is known', () => {
    const open = (privateKey: string, senderKey: string) => openPackage(made, { privateKey, senderKey })
    expect(open(stranger.privateKey, sender.publicKey)).toMatchObject({ refusal: 'packageOtherReceiver' })
    expect(open(receiver.privateKey, stranger.publicKey)).toMatchObject({ refusal: 'packageOtherSender' })
    expect(verifyPackage('{}', sender.publicKey)).toMatchObject({ refusal: 'packageUnreadable' })
    expect(verifyPackage('kein Paket', sender.publicKey)).toMatchObject({ refusal: 'packageUnreadable' })
  })

  it.each<[string, object, string]>([
    ['without files', { files: [] }, 'packageEmpty'],
    ['with a name that leaves its folder', { files: [file('../x', 'a')] }, 'packageName'],
    ['with one name twice', { files: [file('a', '1'), file('a', '2')] }, 'packageName'],
    ['to a key that is none', { receiverKey: 'abc' }, 'packageKey'],
  ])('is not made %s', (_, change, refusal) => expect(make(change)).toMatchObject({ refusal }))

  it('shows every changed character', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: made.length - 1 }),
        fc.constantFrom('0', 'a', 'f', 'Z', '"'),
        (place, put) => {
          if (made[place] === put) return true
          const altered = made.slice(0, place) + put + made.slice(place + 1)
          return !openPackage(altered, { senderKey: sender.publicKey, privateKey: receiver.privateKey }).ok
        },
      ),
      { numRuns: 60 },
    )
  })

  it('does not let two parts change places', () => {
    const pack = JSON.parse(made) as { parts: unknown[] }
    const [list, first, second] = pack.parts
    const swapped = JSON.stringify({ ...pack, parts: [list, second, first] })
    expect(verifyPackage(swapped, sender.publicKey)).toMatchObject({ refusal: 'packageSignature' })
  })
})
