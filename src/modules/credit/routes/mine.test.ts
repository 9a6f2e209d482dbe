import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '#kernel/actor'
import { findRetailer } from '#modules/registry'
import { act } from '#platform/act'
import type { Tx } from '#platform/database'
import { openFile } from '../actions/open-file.ts'
import { creditPolicy } from '../policy.ts'
import { readMyShop } from '../queries/mine.ts'
import { type CreditHouse, openCreditHouse } from '../testing/credit-house.ts'

/** What the holder sees of his own shop and may say against it, within row security as his session sets it. */
let h: CreditHouse
let mine: string
let other: string
const [shop, neighbour] = ['440785100011', '440785100012']
beforeAll(async () => {
  h = await openCreditHouse()
  const indexOf = async (no: string) => (await h.all(tx => findRetailer(tx, no)))?.operatorIndex ?? ''
  mine = await indexOf(shop)
  other = await indexOf(neighbour)
})
afterAll(() => h.close())

const citizen = (personIndex: string): Actor => ({ kind: 'citizen', sessionId: 's1', personIndex, method: 'code' })
const asked = (personIndex: string, kind: 'objection' | 'repair' | 'model', licenceNo: string, input: object) => {
  const at = h.house.clock.now()
  const caller = { actor: citizen(personIndex), requestId: 'r', key: { value: randomUUID(), digest: 'd' } }
  const matter = { kind, licenceNo, input: input as Record<string, string>, by: 'citizen:s1', at }
  return act(h.house.services.database, caller, { action: 'credit.ask' }, tx => openFile(tx, matter, h.setting()))
}
const seenBy = <T>(person: string, work: (tx: Tx) => Promise<T>) =>
  h.house.services.database.within({ areas: [], person }, work)
const myShop = (person: string) =>
  seenBy(person, async tx => {
    const own = await findRetailer(tx, shop)
    return own ? readMyShop(tx, own, creditPolicy(h.house.clock.now().today)) : undefined
  })

it('sees nothing that is only proposed, then grade, reason and the ways to answer', async () => {
  const fault = { what: 'swappedCode', happenedOn: '2026-11-20', words: '串码 2 条（模拟数据）' }
  const id = await h.opened('first', 'record', shop, fault)
  expect(await myShop(mine)).toMatchObject({ credit: { grade: null }, records: [] })
  await h.step('legal', id, 'confirm', { words: '属实' })
  expect(await myShop(mine)).toMatchObject({
    credit: { grade: 'C', points: 60, lines: [{ zh: '销售串码卷烟', points: -20 }] },
    records: [{ id, words: '串码 2 条（模拟数据）', stateZh: '计入', mayObject: true, mayRepair: true }],
  })
  expect(await asked(other, 'objection', shop, { about: id, words: '替别人提' })).toMatchObject({ ok: false })
  expect(await asked(mine, 'objection', shop, { about: id, words: '有退货单' })).toMatchObject({ ok: true })
  expect(await asked(mine, 'objection', shop, { about: id, words: '有退货单' })).toMatchObject({
    refusal: 'creditOpenAlready',
  })
  expect(await myShop(mine)).toMatchObject({
    records: [{ mayObject: false, mayRepair: true }],
    requests: [{ zh: '信用异议', about: id, stateZh: '已收到，待核查', dueOn: '2026-12-07', answer: '' }],
  })
})

it('another person sees neither file, history, grade nor paper, and no citizen sees a suspicion', async () => {
  const counts = (person: string) =>
    seenBy(person, async tx => {
      const { rows } = await sql<{ files: number; events: number; grades: number }>`
        select (select count(*)::int from credit.file) as files, (select count(*)::int from credit.file_event) as events,
          (select count(*)::int from credit.grade) as grades`.execute(tx)
      return rows[0]
    })
  expect(await counts(mine)).toEqual({ files: 2, events: 3, grades: 1 })
  expect(await counts(other)).toEqual({ files: 0, events: 0, grades: 0 })
  const { rows } = await h.all(tx =>
    sql<{ name: string }>`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'credit' and c.relname in ('file', 'file_event', 'grade', 'paper', 'alarm') and not c.relforcerowsecurity`.execute(
      tx,
    ),
  )
  expect(rows).toEqual([])
})

it('nominates the own shop, not another', async () => {
  expect(await asked(mine, 'model', shop, { words: '十年无违规' })).toMatchObject({ ok: true })
  expect(await asked(mine, 'model', shop, { words: '再来一次' })).toMatchObject({ refusal: 'creditOpenAlready' })
  expect(await asked(mine, 'model', neighbour, { words: '邻居' })).toMatchObject({ refusal: 'creditShopUnknown' })
  expect((await myShop(mine))?.model).toMatchObject({ state: 'nominated', mayNominate: false })
})

it('is asked to sign in, and finds the criteria open to everybody', async () => {
  expect((await h.call('public', 'GET', '/mine')).statusCode).toBe(401)
  const criteria = (await h.call('public', 'GET', '/criteria')).json()
  expect(criteria).toMatchObject({ base: 80, thresholds: { A: 90, B: 70, C: 50 }, unconfirmed: true })
  expect(criteria.kinds.find(({ code }: { code: string }) => code === 'minors')).toMatchObject({
    points: -25,
    months: 36,
    basis: '《未成年人保护法》第五十九条',
  })
})
