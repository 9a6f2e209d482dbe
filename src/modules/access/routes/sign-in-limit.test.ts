import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type AccessHouse, openAccessHouse } from '../testing/house.ts'

// Sixty looks at a password take ten seconds; here only the door before them is tried.
const looked = vi.hoisted(() => vi.fn(async () => false))
vi.mock('#platform/password', () => ({ verifyPassword: looked, hashPassword: vi.fn() }))

let house: AccessHouse
beforeAll(async () => {
  house = await openAccessHouse()
})
afterAll(() => house.close())

const tryFrom = (remoteAddress: string) =>
  house.app.inject({
    method: 'POST',
    url: '/api/access/staff-sessions',
    remoteAddress,
    payload: { account: 'nobody', password: 'x', code: '000000' },
  })

it('stops an address after sixty tries a minute before any password is looked at, and only that address', async () => {
  for (let n = 0; n < 60; n++) expect((await tryFrom('10.0.0.1')).statusCode).toBe(401)
  const stopped = await tryFrom('10.0.0.1')
  expect([stopped.statusCode, stopped.json().code, stopped.json().details]).toEqual([
    429,
    'tooManyRequests',
    { seconds: 60 },
  ])
  expect(looked).toHaveBeenCalledTimes(60)
  expect((await tryFrom('10.0.0.2')).statusCode).toBe(401)
  house.clock.advance({ minutes: 1 })
  expect((await tryFrom('10.0.0.1')).statusCode).toBe(401)
})
