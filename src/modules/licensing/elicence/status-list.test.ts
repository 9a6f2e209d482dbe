import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  parseStatusList,
  type StatusList,
  statusInList,
  statusListAge,
  statusListSignedText,
} from '#kernel/status-list'
import { makeSm2KeyPair } from '#platform/crypto'
import { sampleFace } from '../rules/sample-face.ts'
import { signFace } from './sign-face.ts'
import { signStatusList, verifyStatusList } from './status-list.ts'
import { verifyLicenceInput } from './verify-command.ts'

const licence = { keyId: 'k1', ...makeSm2KeyPair() }
const keys = { k1: licence.publicKey }
const issuedAt = '2026-12-01T00:20:00Z'
const list: Omit<StatusList, 'keyId'> = {
  issuer: '恩平市烟草专卖局',
  areaCode: '440785',
  number: 7,
  issuedAt,
  goodUntil: '2026-12-03T00:20:00Z',
  states: new Map([
    ['440785100200', 'suspended'],
    ['440785100201', 'cancelled'],
    ['440785200001', 'cancelled'],
  ]),
  versions: new Map([['440785100300', 3]]),
  voidCopies: new Map([['440785100400', [2, 5]]]),
}
const text = signStatusList({ licence }, list)
const hour = (n: number) => Date.parse(issuedAt) + n * 3_600_000
const tokenOf = (licenceNo: string, { version = 1, copyNo = 1, issuedOn = '2026-11-23' } = {}) =>
  signFace({ licence }, { ...sampleFace, licenceNo, version, issuedOn }, copyNo)
const today = Temporal.PlainDate.from('2026-12-01')
const verify = (token: string, given: { text?: string; nowMs?: number; after?: number } = {}) =>
  verifyLicenceInput(token, keys, { today, list: { text, nowMs: hour(3), ...given } })

describe('the signed status list', () => {
  it('reads back as it was written, six digits a licence', () => {
    const read = parseStatusList(`{"list":"${text}"}`)
    expect(read).toMatchObject({ ok: true, value: { list: { ...list, keyId: 'k1' } } })
    const many = new Map(Array.from({ length: 4000 }, (_, i) => [String(440785100000 + i), 'cancelled'] as const))
    expect(statusListSignedText({ ...list, keyId: 'k1', states: many }).length).toBeLessThan(4000 * 8.2)
  })

  it('keeps its form: the vector of this version', () => {
    const signed = statusListSignedText({ ...list, keyId: 'k1' })
    expect(Buffer.from(signed.split('.')[1] ?? '', 'base64url').toString()).toBe(
      '["k1","恩平市烟草专卖局","440785",7,"2026-12-01T00:20:00Z","2026-12-03T00:20:00Z",{"suspended":"100200","cancelled":"100201200001"},[["100300",3]],[["100400",2,5]]]',
    )
  })

  it('is refused by name when forged, of another key, older than one seen, broken or missing', () => {
    const other = { keyId: 'k1', ...makeSm2KeyPair() }
    expect(verifyStatusList(signStatusList({ licence: other }, list), keys)).toMatchObject({
      refusal: 'statusListForged',
    })
    expect(verifyStatusList(text, {})).toMatchObject({ refusal: 'statusListKeyUnknown' })
    expect(verifyStatusList(text, keys, 8)).toMatchObject({
      refusal: 'statusListOlder',
      details: { number: 7, known: 8 },
    })
    expect(verifyStatusList(text, keys, 7)).toMatchObject({ ok: true })
    expect(verifyStatusList(text.slice(0, -9), keys)).toMatchObject({ refusal: 'statusListMalformed' })
    expect(verifyStatusList('hello', keys)).toMatchObject({ refusal: 'statusListMissing' })
  })

  it('is never taken with one character changed', () => {
    const at = fc.integer({ min: 6, max: text.length - 1 })
    fc.assert(
      fc.property(at, fc.constantFrom(...'ABCabc019-_'), (index, character) => {
        fc.pre(text[index] !== character)
        expect(verifyStatusList(text.slice(0, index) + character + text.slice(index + 1), keys).ok).toBe(false)
      }),
      { numRuns: 150 },
    )
  })

  it('never throws for what somebody else signed under our form', () => {
    fc.assert(
      fc.property(fc.json(), json => {
        const body = Buffer.from(json).toString('base64url')
        expect(parseStatusList(`YZTL1.${body}.${'A'.repeat(86)}`).ok).toBe(false)
      }),
    )
  })

  it('says how old it is, and mistrusts a clock that stands before it', () => {
    expect(statusListAge(list, hour(3))).toEqual({ hours: 3, stale: false })
    expect(statusListAge(list, hour(48))).toEqual({ hours: 48, stale: false })
    expect(statusListAge(list, hour(48) + 1)).toEqual({ hours: 48, stale: true })
    expect(statusListAge(list, hour(-2))).toEqual({ hours: 0, stale: true })
  })

  it('knows nothing of another county', () => {
    const token = { licenceNo: '440784100001', version: 1, copyNo: 1, issuedOn: '2026-01-01' }
    expect(statusInList({ ...list, keyId: 'k1' }, token)).toEqual({ kind: 'otherCounty' })
  })
})

describe('licence verify with a list', () => {
  it.each([
    ['440785100123', {}, true, 'genuine', '真实有效'],
    ['440785100200', {}, false, 'notInForce', '停业'],
    ['440785200001', {}, false, 'notInForce', '已注销'],
    ['440785100300', { version: 2 }, false, 'oldVersion', '第 3 版'],
    ['440785100300', { version: 3 }, true, 'genuine', '真实有效'],
    ['440785100400', { copyNo: 5 }, false, 'voidCopy', '打印失败'],
    ['440785100400', { copyNo: 4 }, true, 'genuine', '真实有效'],
    ['440785100500', { issuedOn: '2026-12-02' }, false, 'listNewer', '没有核对'],
  ])('licence %s %j: %s, %s', async (licenceNo, copy, good, verdict, words) => {
    const result = await verify(tokenOf(licenceNo, copy))
    expect(result).toMatchObject({ ok: good, verdict })
    expect(result.lines[0]).toContain(words)
    expect(result.lines.at(-1)).toBe(`状态清单第 7 号，${issuedAt} 签发，距今 3 小时。`)
  })

  it('does not call a licence valid by a list that is too old, but still says what had ended', async () => {
    const old = await verify(tokenOf('440785100123'), { nowMs: hour(24 * 5) })
    expect(old).toMatchObject({ ok: false, verdict: 'listStale' })
    expect(old.lines.at(-1)).toContain('距今 5 天，已超过可用时间')
    expect(await verify(tokenOf('440785100201'), { nowMs: hour(24 * 5) })).toMatchObject({ verdict: 'notInForce' })
  })

  it('names a list it does not take', async () => {
    const forged = signStatusList({ licence: { keyId: 'k1', ...makeSm2KeyPair() } }, list)
    expect(await verify(tokenOf('440785100123'), { text: forged })).toMatchObject({
      ok: false,
      verdict: 'statusListForged',
    })
    const older = await verify(tokenOf('440785100123'), { after: 9 })
    expect(older).toMatchObject({ ok: false, verdict: 'statusListOlder' })
    expect(older.lines[0]).toContain('第 7 号')
  })
})
