import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { StaffRole } from '#kernel/actor'
import type { Tx } from '#platform/database'
import type { Module } from '#platform/module'
import { openAccessHouse } from '../../access/testing/house.ts'
import { hireAndSignIn } from '../../access/testing/people.ts'
import { retailers, type ShopLine, takeAreas, takeRetailers } from './small-county.ts'

/** Account, posts, and the towns of somebody who does not serve the whole county. */
type Post = readonly [account: string, roles: readonly StaffRole[], areas?: string[]]

interface County<Who extends string> {
  readonly module: Module
  /** Neighbours whose doors are open too; `call` speaks to them by whole addresses. */
  readonly beside?: readonly Module[]
  /** Where its routes begin, such as `/api/credit`. */
  readonly at: string
  readonly shops?: readonly ShopLine[]
  readonly people: Readonly<Record<Who, Post>>
  /** 执法证: who else has none may not be sent to inspect. */
  readonly certified?: readonly NoInfer<Who>[]
}

/** So many shops of `small-county`, a third of them in the town 440785001. */
export const shopLines = (count: number, more: (n: number) => Partial<ShopLine> = () => ({})): readonly ShopLine[] =>
  Array.from({ length: count }, (_, n) => ({
    no: `44078510001${n}`,
    name: `模拟商店${n}`,
    person: n + 1,
    address: `沙湖镇南塘村${n + 1}号`,
    area: n % 3 === 0 ? '440785001' : '440785103',
    ...more(n),
  }))

/** A county with one domain, its shops and its people, all signed in, and a way to call the domain as one of them. */
export async function openStaffedCounty<Who extends string>(county: County<Who>) {
  const house = await openAccessHouse([county.module, ...(county.beside ?? [])])
  const all = <T>(work: (tx: Tx) => Promise<T>) => house.services.database.within({ areas: 'all' }, work)
  await all(async tx => {
    await takeAreas(tx)
    if (county.shops) await takeRetailers(tx, retailers(...county.shops), house.services.keyring)
  })
  type Person = Awaited<ReturnType<typeof hireAndSignIn>>
  const people = {} as Record<Who, Person>
  for (const [who, post] of Object.entries(county.people) as [Who, Post][])
    people[who] = await hireAndSignIn(house, post[0], post[1], post[2])
  await all(async tx => {
    for (const [n, who] of (county.certified ?? []).entries())
      await sql`update access.staff set certificate_no = ${`1944078500${n}`}, certificate_from = '2024-01-01',
        certificate_to = '2028-12-31' where id = ${people[who].staffId}`.execute(tx)
  })
  const call = (
    who: Who | 'public',
    method: 'GET' | 'POST',
    url: string,
    payload?: object,
    key: string = randomUUID(),
  ) =>
    house.app.inject({
      method,
      url: url.startsWith('/api/') ? url : `${county.at}${url}`,
      headers: { ...(who === 'public' ? {} : { cookie: people[who].cookie }), 'idempotency-key': key },
      ...(payload ? { payload } : {}),
    })
  return { house, all, people, call, close: () => house.close() }
}
