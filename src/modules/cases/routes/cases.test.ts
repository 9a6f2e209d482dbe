import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CaseList } from '../contract.ts'
import { caseMoves } from '../rules/procedure/moves.ts'
import { type CaseHouse, openCaseHouse } from '../testing/case-house.ts'

let h: CaseHouse
beforeAll(async () => {
  h = await openCaseHouse()
})
afterAll(() => h.close())
const list = async (who: Parameters<CaseHouse['call']>[0], query = '') =>
  (await h.call(who, 'GET', query)).json() as CaseList

it('a case begins with its seven days, once for each source, and is seen within its area', async () => {
  const body = {
    path: 'ordinary',
    about: '未在当地烟草专卖批发企业进货',
    origin: 'clue',
    originRef: 'XS-1',
    licenceNo: '440785100011',
  }
  const opened = await h.call('first', 'POST', '', body)
  expect(opened.json()).toEqual({ no: 'AJ-2026-000001' })
  expect((await h.call('first', 'POST', '', body)).json()).toMatchObject({ title: '这个来源已经登记过一件案件。' })
  expect((await list('head')).items).toMatchObject([
    { no: 'AJ-2026-000001', state: 'checking', partyShown: '模拟商店1', dueOn: '2026-11-30', late: false },
  ])
  expect((await list('town')).items).toEqual([])
  expect((await h.call('courier', 'GET', '')).statusCode).toBe(403)
})

it('the database knows the same moves as the program and forces its row security', async () => {
  const { rows } = await h.all(tx =>
    sql<{ move: string }>`select from_state || '>' || to_state as move from cases.move order by 1`.execute(tx),
  )
  const told = Object.entries(caseMoves).flatMap(([from, row]) =>
    Object.values(row)
      .filter(to => to !== from)
      .map(to => `${from}>${to}`),
  )
  expect(rows.map(({ move }) => move)).toEqual([...new Set(told)].toSorted())
  const open = await h.all(tx =>
    sql<{ name: string }>`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'cases' and c.relkind = 'r' and c.relname not in ('number', 'move', 'paper_number') and not c.relforcerowsecurity`.execute(
      tx,
    ),
  )
  expect(open.rows).toEqual([])
})
