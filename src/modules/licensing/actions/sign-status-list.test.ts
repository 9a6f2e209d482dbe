import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseStatusList } from '#kernel/status-list'
import { verifyStatusList } from '../elicence/status-list.ts'
import { findStatusList } from '../store/status-lists.ts'
import { moment, openRenewalHouse, type RenewalHouse, submitBody, today } from '../testing/renewal-house.ts'
import { issueStatusList } from './sign-status-list.ts'

let house: RenewalHouse
beforeAll(async () => {
  house = await openRenewalHouse()
  await house.addShops([
    { no: '440785100001', person: 1, validTo: '2029-01-15' },
    { no: '440785100002', person: 2, validTo: '2029-01-15' },
    { no: '440785100003', person: 3, validTo: '2026-11-22' },
    { no: '440785100004', person: 4 },
  ])
})
afterAll(() => house.close())

const sign = (at = today) => house.all(tx => issueStatusList(tx, at, house.setting))
const ask = (no: string, person: number, body: Parameters<typeof submitBody>[1]) =>
  house.submit(no, house.citizen(person), { body: submitBody(no, body) })
const read = (text: string) => {
  const list = verifyStatusList(text, house.keyring.licencePublicKeys())
  if (!list.ok) throw new Error(list.refusal)
  return list.value
}

describe('signing the status list', () => {
  it('lists what is not valid today and which versions are void, and counts on', async () => {
    const first = read((await sign()).text)
    expect([...first.states]).toEqual([['440785100003', 'expired']])
    await ask('440785100001', 1, { service: 'close', answers: { reason: 'shopCloses', final: 'yes' } })
    await ask('440785100002', 2, { service: 'reissue', answers: { cause: 'lost', which: 'both' } })
    const second = read((await sign()).text)
    expect(second.number).toBe(first.number + 1)
    expect([...second.states]).toEqual([
      ['440785100001', 'cancelled'],
      ['440785100003', 'expired'],
    ])
    expect([...second.versions]).toEqual([['440785100002', 2]])
    expect(second.goodUntil).toBe('2026-11-25T02:00:00Z')
  })

  it('does not void the paper of the running term when the next term is granted ahead of time', async () => {
    await ask('440785100004', 4, {})
    expect(read((await sign()).text).versions.has('440785100004')).toBe(false)
    expect(read((await sign(moment('2027-01-16'))).text).versions.get('440785100004')).toBe(2)
  })

  it('keeps the text of the newest only, and no list can be changed or removed', async () => {
    const { number } = await sign()
    expect(await house.all(findStatusList)).toMatchObject({ number })
    const kept = await house.all(tx =>
      sql<{ n: number }>`select count(*)::int as n from licensing.status_list where text is not null`.execute(tx),
    )
    expect(kept.rows).toEqual([{ n: 1 }])
    await expect(house.all(tx => sql`update licensing.status_list set text = 'x'`.execute(tx))).rejects.toThrow(/never/)
    await expect(house.all(tx => sql`delete from licensing.status_list`.execute(tx))).rejects.toThrow(/permission/)
  })

  it('gives two that sign at once two numbers, the later one with the later reading', async () => {
    const [one, two] = await Promise.all([sign(), sign()])
    expect(new Set([one.number, two.number]).size).toBe(2)
    expect(parseStatusList(one.text).ok).toBe(true)
  })
})
