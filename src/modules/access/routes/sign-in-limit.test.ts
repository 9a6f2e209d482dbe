import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { holdPublished, shippedEntries } from '#platform/policy'
import { type AccessHouse, openAccessHouse } from '../testing/house.ts'
import { hire, password } from '../testing/people.ts'

let house: AccessHouse
beforeAll(async () => {
  const shipped = shippedEntries().find(({ key }) => key === 'access.signInsPerMinute')
  if (shipped === undefined) throw new Error('the limit has no policy value')
  // Each look at a password takes 50 ms on purpose: three tries say the same as sixty.
  const more = { value: 3, effective: '2026-11-01', publication: 1, publishedAt: '2026-10-31T00:00:00Z' }
  holdPublished([{ ...shipped, ...more, draftedBy: 'staff:a', publishedBy: 'staff:b' }])
  house = await openAccessHouse()
})
afterAll(async () => {
  holdPublished([])
  await house.close()
})

const tryFrom = (remoteAddress: string, known = 'nobody', word = 'x') =>
  house.app.inject({
    method: 'POST',
    url: '/api/access/staff-sessions',
    remoteAddress,
    payload: { account: known, password: word, code: '000000' },
  })
const wrongTries = () =>
  house.test.database.within({ areas: 'all' }, async tx => {
    const { rows } = await sql<{ wrongTries: number }>`select wrong_tries from access.staff_credential`.execute(tx)
    return rows.map(row => row.wrongTries)
  })

it('stops an address after its tries of a minute before any password is looked at, and only that address', async () => {
  await hire(house, 'known', ['reviewer'])
  for (let n = 0; n < 3; n++) expect((await tryFrom('10.0.0.1')).statusCode).toBe(401)
  const stopped = await tryFrom('10.0.0.1', 'known', password)
  expect([stopped.statusCode, stopped.json().code, stopped.json().details]).toEqual([
    429,
    'tooManyRequests',
    { seconds: 60 },
  ])
  expect(await wrongTries()).toEqual([0])
  expect((await tryFrom('10.0.0.2', 'known')).statusCode).toBe(401)
  expect(await wrongTries()).toEqual([1])
  house.clock.advance({ minutes: 1 })
  expect((await tryFrom('10.0.0.1')).statusCode).toBe(401)
})
