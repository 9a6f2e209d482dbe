import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { moment, one, openRenewalHouse, type RenewalHouse, submitBody, today } from '../testing/renewal-house.ts'
import { announceReminders } from './remind.ts'

let house: RenewalHouse
beforeAll(async () => {
  house = await openRenewalHouse()
  await house.addShops([
    { no: '440785100001', person: 1, validTo: '2027-01-22' },
    { no: '440785100002', person: 2, validTo: '2027-01-10' },
    { no: '440785100003', person: 3, validTo: '2027-01-22', status: 'cancelled' },
    { no: '440785100004', person: 4, validTo: '2027-01-22' },
  ])
  // The fourth has filed already; a person looks at it because nobody has seen the shop for long.
  const by = house.citizen(4)
  await house.submit('440785100004', by, {
    body: submitBody('440785100004'),
    business: { kind: 'unavailable' },
  })
})
afterAll(() => house.close())

const told = async () =>
  (
    await one<{ due: string[] | null }>(
      house,
      sql`select array_agg(payload->>'licenceNo' || ' ' || (payload->>'daysLeft') order by id) as due
        from platform.announcement where event = 'licensing.renewalDue'`,
    )
  ).due ?? []

it('a licence that comes to a reminder day is announced, unless it has ended or a renewal is open', async () => {
  await house.all(tx => announceReminders(tx, today, house.setting))
  expect(await told()).toEqual(['440785100001 60'])
})

it('between two reminder days nothing is said', async () => {
  const before = await told()
  await house.all(tx => announceReminders(tx, moment('2026-12-01'), house.setting))
  expect(await told()).toEqual(before)
})
