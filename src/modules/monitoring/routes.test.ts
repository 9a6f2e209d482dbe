import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type AccessHouse, openAccessHouse } from '../access/testing/house.ts'
import { hireAndSignIn } from '../access/testing/people.ts'
import { createRegistry } from '../registry/index.ts'
import { createMonitoring } from './index.ts'
import { jobs, schedules } from './jobs.ts'

let house: AccessHouse
let people: Record<'analyst' | 'inspector', { cookie: string }>
beforeAll(async () => {
  house = await openAccessHouse([createRegistry(), createMonitoring()])
  people = {
    analyst: await hireAndSignIn(house, 'analyst1', ['analyst']),
    inspector: await hireAndSignIn(house, 'inspector1', ['inspector']),
  }
})
afterAll(() => house.close())

const head = 'order_id,ordered_at,licence_no,sku_code,cartons\n'
const line = (id: string, cartons: number | string = 5) =>
  `${id},2026-11-20T09:00:00+08:00,440785100001,S1,${cartons}\n`
const feed = async (csv: string, who: keyof typeof people | 'nobody' = 'analyst', table = 'order_lines') =>
  house.app.inject({
    method: 'POST',
    url: `/api/monitoring/lake/${table}`,
    headers: { ...(who === 'nobody' ? {} : { cookie: people[who].cookie }), 'idempotency-key': randomUUID() },
    payload: { csv },
  })
const lake = () => join(house.services.config.dataFolder, 'lake')
const batches = async () => (await readdir(join(lake(), 'order_lines')).catch(() => [])).length

it('a batch lies in the lake once, however often and at once it is sent, and asks the watch to look', async () => {
  const csv = head + line('A') + line('B')
  const replies = await Promise.all([feed(csv), feed(csv), feed(csv)])
  expect(replies.map(reply => reply.statusCode)).toEqual([200, 200, 200])
  expect(replies.map(reply => reply.json().lines).toSorted()).toEqual([0, 0, 2])
  expect(await batches()).toBe(1)
  expect((await readdir(join(lake(), '.aside'))).length).toBe(0)
  const jobs = await house.services.database.within({ areas: 'all' }, tx =>
    sql<{
      n: number
    }>`select count(*) as n from graphile_worker.jobs where task_identifier = 'monitoring.watch'`.execute(tx),
  )
  expect(jobs.rows[0]?.n).toBe(1)
})

it('a bad line is refused by line, column, value and reason, and is kept; the good ones go in', async () => {
  const reply = await feed(head + line('C') + line('D', '五'))
  expect(reply.json()).toMatchObject({
    lines: 1,
    rejected: 1,
    rejects: [{ line: 3, column: 'cartons', value: '五', reason: '应当是不小于 1 的整数' }],
  })
  const [kept = ''] = await readdir(join(lake(), 'rejected'))
  expect(await readFile(join(lake(), 'rejected', kept), 'utf8')).toContain('3,cartons,五,')
})

it('quoted cells go through the reader of the house', async () => {
  const reply = await feed(`${head}"E ""1""",2026-11-20T09:00:00+08:00,440785100001,"S,1",2\n`)
  expect(reply.json()).toMatchObject({ lines: 1, rejected: 0 })
})

it('what is no such table is refused by name and changes nothing', async () => {
  const before = await batches()
  expect((await feed('order_id\n1\n')).json()).toMatchObject({
    code: 'csvColumnMissing',
    title: expect.stringContaining('ordered_at'),
  })
  expect((await feed(head + line('X', 'x'))).json()).toMatchObject({ code: 'csvAllRowsBad' })
  expect((await feed(`${head}"A,1\n`)).json()).toMatchObject({ code: 'csvMalformed' })
  expect((await feed(head + line('A'), 'analyst', 'retailers')).statusCode).toBe(400)
  expect(await batches()).toBe(before)
})

it('feeding is for the analyst and for partners', async () => {
  expect((await feed(head + line('F'), 'inspector')).statusCode).toBe(403)
  expect((await feed(head + line('F'), 'nobody')).statusCode).toBe(401)
})

it('a batch becomes an alert within a minute of the clock: the feed asks for a look at once, an import is found by the next minute', async () => {
  const { database } = house.services
  const look = jobs.find(({ name }) => name === 'monitoring.watch')
  const raised = () =>
    database.within({ areas: 'all' }, tx =>
      sql<{ at: string }>`select raised_at as at from monitoring.alert where subject = '440785100077'`.execute(tx),
    )
  const orders = [1, 8, 15, 22].map(
    days =>
      `Z${days},${house.clock.now().today.subtract({ days })}T09:00:00+08:00,440785100077,S1,${days === 1 ? 90 : 15}\n`,
  )
  const fedAt = house.clock.now().instant
  expect((await feed(head + orders.join(''))).json()).toMatchObject({ lines: 4 })
  const { rows } = await database.within({ areas: 'all' }, tx =>
    sql<{
      due: boolean
    }>`select run_at <= now() as due from graphile_worker.jobs where task_identifier = 'monitoring.watch'`.execute(tx),
  )
  expect(rows).toEqual([{ due: true }])
  expect(schedules.find(({ job }) => job === 'monitoring.watch')?.match).toBe('* * * * *')
  // The longest wait is that of an import: until the clock's next minute.
  house.clock.advance({ seconds: 59 })
  await look?.run({}, { services: house.services, attempt: 1, signal: new AbortController().signal })
  const [alert] = (await raised()).rows
  expect(
    Temporal.Instant.from(new Date(alert?.at ?? 0).toISOString())
      .since(fedAt)
      .total('seconds'),
  ).toBeLessThanOrEqual(60)
})
