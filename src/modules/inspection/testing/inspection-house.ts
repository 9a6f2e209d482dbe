import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { verifyToken } from '#modules/licensing'
import type { Tx } from '#platform/database'
import { openAccessHouse } from '../../access/testing/house.ts'
import { hireAndSignIn } from '../../access/testing/people.ts'
import { retailers, type ShopLine, takeAreas, takeRetailers } from '../../registry/testing/small-county.ts'
import { createInspection } from '../index.ts'

export const shops: readonly ShopLine[] = Array.from({ length: 12 }, (_, i) => ({
  no: `4407851000${String(i + 10)}`,
  name: `模拟商店${i + 1}`,
  person: (i % 9) + 1,
  address: `沙湖镇南塘村${i + 1}号`,
  area: i % 3 === 0 ? '440785001' : '440785103',
}))

/** A county of twelve shops, inspectors with and without a certificate, a head and people of other posts, all signed in. */
export async function openInspectionHouse() {
  /** Orders that the lake would know; a test fills it. */
  const orders = new Map<string, readonly string[]>()
  const ports = { verifyLicence: verifyToken, orderDays: async () => (orders.size === 0 ? undefined : orders) }
  const house = await openAccessHouse([createInspection(ports)])
  const all = <T>(work: (tx: Tx) => Promise<T>) => house.services.database.within({ areas: 'all' }, work)
  await all(async tx => {
    await takeAreas(tx)
    await takeRetailers(tx, retailers(...shops), house.services.keyring)
  })
  const people = {
    first: await hireAndSignIn(house, 'inspector1', ['inspector']),
    second: await hireAndSignIn(house, 'inspector2', ['inspector']),
    third: await hireAndSignIn(house, 'inspector3', ['inspector']),
    grid: await hireAndSignIn(house, 'grid1', ['inspector']),
    head: await hireAndSignIn(house, 'head1', ['head']),
    legal: await hireAndSignIn(house, 'legal1', ['legal']),
    audit: await hireAndSignIn(house, 'audit1', ['auditAdmin']),
  }
  /** 执法证: `grid` has none, so he may not be sent to inspect. */
  await all(async tx => {
    for (const [n, who] of (['first', 'second', 'third'] as const).entries())
      await sql`update access.staff set certificate_no = ${`1944078500${n}`}, certificate_from = '2024-01-01', certificate_to = '2027-12-31'
        where id = ${people[who].staffId}`.execute(tx)
  })
  const call = async (
    who: keyof typeof people | 'public',
    method: 'GET' | 'POST',
    url: string,
    payload?: object,
    key: string = randomUUID(),
  ) =>
    house.app.inject({
      method,
      url: `/api/inspection${url}`,
      headers: { ...(who === 'public' ? {} : { cookie: people[who].cookie }), 'idempotency-key': key },
      ...(payload ? { payload } : {}),
    })
  return { house, all, orders, people, call, close: () => house.close() }
}

export type InspectionHouse = Awaited<ReturnType<typeof openInspectionHouse>>
