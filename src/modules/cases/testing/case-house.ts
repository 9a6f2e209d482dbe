import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { openAccessHouse } from '../../access/testing/house.ts'
import { hireAndSignIn } from '../../access/testing/people.ts'
import { retailers, type ShopLine, takeAreas, takeRetailers } from '../../registry/testing/small-county.ts'
import { createCases } from '../index.ts'

export const shops: readonly ShopLine[] = Array.from({ length: 4 }, (_, n) => ({
  no: `44078510001${n}`,
  name: `模拟商店${n}`,
  person: n + 1,
  address: `沙湖镇南塘村${n + 1}号`,
  area: n % 3 === 0 ? '440785001' : '440785103',
}))

/** A county of four shops, with three inspectors, legal staff, two heads and a colleague of one town, all signed in. */
export async function openCaseHouse() {
  const house = await openAccessHouse([createCases()])
  const all = <T>(work: (tx: Tx) => Promise<T>) => house.services.database.within({ areas: 'all' }, work)
  await all(async tx => {
    await takeAreas(tx)
    await takeRetailers(tx, retailers(...shops), house.services.keyring)
  })
  const people = {
    first: await hireAndSignIn(house, 'inspector1', ['inspector']),
    second: await hireAndSignIn(house, 'inspector2', ['inspector']),
    third: await hireAndSignIn(house, 'inspector3', ['inspector']),
    legal: await hireAndSignIn(house, 'legal1', ['legal']),
    head: await hireAndSignIn(house, 'head1', ['head']),
    deputy: await hireAndSignIn(house, 'head2', ['head']),
    town: await hireAndSignIn(house, 'inspector4', ['inspector'], ['440785001']),
    courier: await hireAndSignIn(house, 'courier1', ['courier']),
  }
  await all(tx =>
    sql`update access.staff set certificate_no = '19440785' || left(id::text, 4), certificate_from = '2024-01-01', certificate_to = '2028-12-31'
      where id::text in (${people.first.staffId}, ${people.second.staffId}, ${people.third.staffId})`.execute(tx),
  )
  type Who = keyof typeof people
  const call = (who: Who | 'public', method: 'GET' | 'POST', url: string, payload?: object) =>
    house.app.inject({
      method,
      url: `/api/cases${url}`,
      headers: { ...(who === 'public' ? {} : { cookie: people[who].cookie }), 'idempotency-key': randomUUID() },
      ...(payload ? { payload } : {}),
    })
  return { house, all, people, call, close: () => house.close() }
}
export type CaseHouse = Awaited<ReturnType<typeof openCaseHouse>>
