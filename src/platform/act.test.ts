import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/actor'
import { ok, refuse } from '#kernel/refusal'
import { createTestDatabase, type TestDatabase } from '../../test/database/harness.ts'
import { act, type Caller } from './act.ts'
import type { Tx } from './database.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase({ connections: 12 })
})
afterAll(() => test.drop())

const actor: Actor = { kind: 'citizen', sessionId: randomUUID(), personIndex: 'p1', method: 'card' }
const caller = (key?: string, digest = 'd1'): Caller => ({
  actor,
  requestId: 'r',
  ...(key ? { key: { value: key, digest } } : {}),
})
const count = async (action: string, outcome: string): Promise<number> =>
  (
    await sql<{
      n: number
    }>`select count(*)::int as n from platform.audit_entry where action = ${action} and outcome = ${outcome}`.execute(
      test.database.db,
    )
  ).rows[0]?.n ?? -1
const announceOne = (tx: Tx) =>
  sql`insert into platform.announcement (event, payload) values ('test', '{}')`.execute(tx)
const announced = async (): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from platform.announcement`.execute(test.database.db)).rows[0]
    ?.n ?? -1

describe('an act', () => {
  it('gives the same reply to the same key and does the work once', async () => {
    const key = randomUUID()
    let runs = 0
    const once = () => act(test.database, caller(key), { action: 'test.same' }, async () => ok({ run: ++runs }))
    expect(await once()).toEqual(ok({ run: 1 }))
    expect(await once()).toEqual(ok({ run: 1 }))
    expect(runs).toBe(1)
    expect(await count('test.same', 'allowed')).toBe(1)
  })

  it('refuses another content under a used key', async () => {
    const key = randomUUID()
    await act(test.database, caller(key), { action: 'test.reuse' }, async () => ok(1))
    expect(await act(test.database, caller(key, 'd2'), { action: 'test.reuse' }, async () => ok(2))).toMatchObject({
      refusal: 'keyReused',
    })
  })

  it('tells a twin that the first is still running', async () => {
    const key = randomUUID()
    const [started, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const first = act(test.database, caller(key), { action: 'test.twin' }, async () => {
      started.resolve()
      await gate.promise
      return ok('first')
    })
    await started.promise
    const twin = await act(test.database, caller(key), { action: 'test.twin' }, async () => ok('second'))
    expect(twin).toEqual(refuse('twinInFlight'))
    gate.resolve()
    await first
  })

  it('lets exactly one of fifty parallel twins work', async () => {
    const key = randomUUID()
    let runs = 0
    const replies = await Promise.all(
      Array.from({ length: 50 }, () =>
        act(test.database, caller(key), { action: 'test.fifty' }, async () => ok({ run: ++runs })),
      ),
    )
    expect(runs).toBe(1)
    for (const reply of replies)
      expect(reply.ok ? reply.value : reply.refusal).toEqual(reply.ok ? { run: 1 } : 'twinInFlight')
  })

  it('rolls the work of a refusal back, audits it, and keeps the refusal under the key', async () => {
    const [key, before] = [randomUUID(), await announced()]
    const refused = () =>
      act(test.database, caller(key), { action: 'test.refused', subject: '440785100123' }, async tx => {
        await announceOne(tx)
        return refuse('tooEarly', { opensOn: '2027-01-01' })
      })
    expect(await refused()).toEqual(refuse('tooEarly', { opensOn: '2027-01-01' }))
    expect(await refused()).toEqual(refuse('tooEarly', { opensOn: '2027-01-01' }))
    expect(await announced()).toBe(before)
    expect(await count('test.refused', 'refused')).toBe(1)
  })

  it('leaves nothing behind when the work throws', async () => {
    const [key, before] = [randomUUID(), await announced()]
    const broken = act(test.database, caller(key), { action: 'test.broken' }, async tx => {
      await announceOne(tx)
      throw new Error('power cut')
    })
    await expect(broken).rejects.toThrow('power cut')
    expect(await announced()).toBe(before)
    expect(await act(test.database, caller(key), { action: 'test.broken' }, async () => ok('again'))).toEqual(
      ok('again'),
    )
  })

  it('keeps one person from another person’s reply', async () => {
    const key = randomUUID()
    await act(test.database, caller(key), { action: 'test.owner' }, async () => ok('mine'))
    const stranger: Caller = { ...caller(key), actor: { ...actor, personIndex: 'p2' } as Actor }
    expect(await act(test.database, stranger, { action: 'test.owner' }, async () => ok('theirs'))).toEqual(ok('theirs'))
  })
})
