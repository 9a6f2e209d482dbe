import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DocumentView, partBytes } from '#contract/licensing'
import { Problem } from '../../shared/api.ts'
import type { DocumentDoor } from './door.ts'
import { partsOf, sendFile, startSending } from './send-file.ts'

const offline = () => new Problem({ status: 0, code: 'offline', title: '网络不通', next: '', basis: [] })
const view: DocumentView = {
  ...{ documentId: 'd', kind: 'other', name: '其他材料', nameEn: 'Other', media: 'image/jpeg', bytes: 1 },
  ...{ digest: '', channel: '', channelEn: '', givenAt: '' },
}

/** A server that keeps parts, behind a network that breaks whenever `breaks` says so: before or after the part arrived. */
function serverBehind(breaks: (call: number) => 'before' | 'after' | 'not') {
  const kept = new Map<number, string>()
  const added: string[] = []
  let calls = 0
  const over = async <T>(work: () => T): Promise<T> => {
    const broken = breaks(calls++)
    if (broken === 'before') throw offline()
    const answer = work()
    if (broken === 'after') throw offline()
    return answer
  }
  const door: DocumentDoor = {
    list: () => Promise.reject(new Error('not asked')),
    parts: () => over(() => [...kept.keys()]),
    sendPart: (_, part, content) => over(() => void kept.set(part, content)),
    add: (_, key) =>
      over(() => {
        if (!added.includes(key)) added.push(key)
        return view
      }),
    content: () => Promise.reject(new Error('not asked')),
    remove: () => Promise.resolve(),
  }
  return { door, kept, added }
}

const wish = {
  matter: { service: 'change', licenceNo: null, applicationNo: 'R1' },
  kind: 'other',
  onProgress: () => {},
} as const

describe('a file on a poor network', () => {
  it('arrives whole and once, wherever the network breaks, when it is sent again until it does', async () => {
    const bytes = Uint8Array.from({ length: partBytes * 2 + 5 }, (_, at) => at % 251)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('before', 'after', 'not'), { maxLength: 12 }), async breaks => {
        const server = serverBehind(call => breaks[call] ?? 'not')
        const sending = startSending(bytes)
        const sent = async (): Promise<DocumentView> => sendFile(server.door, sending, wish).catch(sent)
        expect(await sent()).toBe(view)
        const whole = Buffer.concat(
          [...server.kept].toSorted(([a], [b]) => a - b).map(([, part]) => Buffer.from(part, 'base64')),
        )
        expect(whole.equals(bytes)).toBe(true)
        expect(server.kept.size).toBe(partsOf(bytes))
        expect(server.added).toHaveLength(1)
      }),
      { numRuns: 15 },
    )
  })

  it('is not sent again when it is refused by name', async () => {
    const server = serverBehind(() => 'not')
    let asked = 0
    const refused = new Problem({ status: 422, code: 'documentKindWrong', title: '不是照片', next: '', basis: [] })
    const door = {
      ...server.door,
      add: () => {
        asked += 1
        return Promise.reject(refused)
      },
    }
    await expect(sendFile(door, startSending(new Uint8Array(3)), wish)).rejects.toBe(refused)
    expect(asked).toBe(1)
  })
})
