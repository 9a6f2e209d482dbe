import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Tx } from '#platform/database'
import { spotCheckPolicy } from '../policy.ts'
import { readSpotChecks } from '../queries/spot-checks.ts'
import { drawSample, drawShare } from '../rules/spot-check/draw.ts'
import { checklistItems } from '../rules/spot-check/review.ts'
import {
  moment,
  officer,
  one,
  openRenewalHouse,
  plainCalendar,
  type RenewalHouse,
  today,
} from '../testing/renewal-house.ts'
import { drawDossiers, drawGrants, sampleDue, ticketsOf } from './draw-spot-checks.ts'
import { reviewAutomaticGrant, reviewClosedFile, settleSpotCheck } from './review-spot-check.ts'

let house: RenewalHouse
beforeAll(async () => {
  house = await openRenewalHouse()
  const shops = Array.from({ length: 12 }, (_, n) => ({ no: `4407851000${n + 10}`, person: n + 1 }))
  await house.addShops(shops)
  for (const [n, { no }] of shops.entries()) await house.submit(no, house.citizen(n + 1))
})
afterAll(() => house.close())

const all = <T>(work: (tx: Tx) => Promise<T>) => house.all(work)
const list = (kind: 'grant' | 'dossier', reader = 'staff:reader') =>
  all(tx => readSpotChecks(tx, { kind, reader, today: '2026-12-02' }))
const half = (day: Temporal.PlainDate) => ({ ...spotCheckPolicy(day), grantShare: 60 })
const [tomorrow, december] = [moment('2026-11-24'), moment('2026-12-01')]
const settingOf = (change: object = {}) => ({
  policy: { ...spotCheckPolicy(today.today), ...change },
  calendar: plainCalendar,
})

it('draws the automatic grants of a finished day once, and the choice can be computed again from the salt', async () => {
  await all(tx => drawGrants(tx, today, half))
  expect((await list('grant')).items).toEqual([])
  await all(tx => drawGrants(tx, tomorrow, half))
  const drawn = (await list('grant')).items
  await all(tx => drawGrants(tx, tomorrow, half))
  expect((await list('grant')).items).toEqual(drawn)
  const draw = await one(
    house,
    sql<{
      salt: string
      share: number
      population: string[]
    }>`select salt, share, population from licensing.draw where kind = 'grant'`,
  )
  expect(draw.population.length).toBe(12)
  const again = drawShare(ticketsOf(draw.population, draw.salt), draw.share)
  expect(new Set(drawn.map(({ applicationNo }) => applicationNo))).toEqual(new Set(again.map(c => c.applicationNo)))
  expect(drawn.length).toBeGreaterThan(0)
})

it('a reviewer who differs opens the question for another person, and the licence stays as it is', async () => {
  const [first] = (await list('grant')).items
  const review = { result: 'differ', reason: '店名与门头不符', rule: 'R04', by: 'staff:a', at: tomorrow } as const
  const id = first?.id ?? 0
  expect(await all(tx => reviewAutomaticGrant(tx, id, { ...review, reason: '' }))).toMatchObject({
    refusal: 'opinionMissing',
  })
  expect(await all(tx => reviewAutomaticGrant(tx, id, review))).toMatchObject({ ok: true })
  expect(await all(tx => reviewAutomaticGrant(tx, id, review))).toMatchObject({ refusal: 'spotCheckDone' })
  const settle = (by: string) =>
    all(tx =>
      settleSpotCheck(
        tx,
        id,
        { outcome: 'proceed', words: '调查后告知当事人', by: officer(by, 'head'), at: tomorrow },
        house.setting,
      ),
    )
  expect(await settle('a')).toMatchObject({ refusal: 'reviewerDecides' })
  expect(await settle('b')).toMatchObject({ ok: true })
  const { byRule, byOffice, items } = await list('grant')
  expect(items.find(item => item.id === id)).toMatchObject({ state: 'done', result: 'differ', outcome: 'proceed' })
  expect(byRule.find(({ name }) => name === 'R04')).toEqual({ name: 'R04', reviewed: 1, found: 1 })
  expect(byOffice).toEqual([{ name: '沙湖镇', reviewed: 1, found: 1 }])
  // 启动撤销程序 opens the proceeding for a person to go on with; it names what was found.
  const opened = await one(
    house,
    sql<{ kind: string; state: string; openedBy: string; reason: string }>`
      select p.kind, p.state, p.opened_by, p.reason from licensing.proceeding p
      join licensing.application a on a.licence_no = p.licence_no where a.application_no = ${first?.applicationNo ?? ''}`,
  )
  expect(opened).toMatchObject({ kind: 'rescind', state: 'examining', openedBy: 'staff:b' })
  expect(opened.reason).toContain('店名与门头不符')
  const states = await one(
    house,
    sql<{ n: number }>`select count(*)::int as n from licensing.licence where state <> 'valid'`,
  )
  expect(states.n).toBe(0)
})

it('the month’s sample is drawn on its first working day, once: max(5, 10 %) and every licence granted too often', async () => {
  expect(sampleDue(moment('2026-08-01').today, plainCalendar)).toBe(false)
  expect(sampleDue(moment('2026-08-03').today, plainCalendar)).toBe(true)
  await all(tx => drawDossiers(tx, december, settingOf()))
  const { items } = await list('dossier')
  expect(items.map(({ because }) => because)).toEqual(['drawn', 'drawn', 'drawn', 'drawn', 'drawn'])
  await all(tx => drawDossiers(tx, december, settingOf({ dossierMinimum: 12 })))
  expect((await list('dossier')).items.length).toBe(5)
  const { salt, population } = await one(
    house,
    sql<{ salt: string; population: string[] }>`select salt, population from licensing.draw where kind = 'dossier'`,
  )
  const again = drawSample(ticketsOf(population, salt), { minimum: 5, share: 10, always: new Set() })
  expect(new Set(items.map(i => i.applicationNo))).toEqual(new Set(again.map(c => c.applicationNo)))
})

it('a flawed file has a corrective order with a day, is overdue after it, and counts for office and officer', async () => {
  const [first] = (await list('dossier')).items
  const id = first?.id ?? 0
  const checklist = {
    ...Object.fromEntries(Object.keys(checklistItems).map(key => [key, 'yes'] as const)),
    service: 'no' as const,
  }
  const review = {
    checklist,
    result: 'flawed',
    reason: '缺送达回证',
    correctBy: '2026-12-01',
    by: 'staff:c',
    at: december,
  } as const
  expect(await all(tx => reviewClosedFile(tx, id, review))).toMatchObject({ ok: true })
  expect((await list('dossier')).items.find(i => i.id === id)).toMatchObject({ state: 'correcting', overdue: true })
  const settle = { outcome: 'corrected', words: '已补送达回证', by: officer('d', 'head'), at: december } as const
  expect(await all(tx => settleSpotCheck(tx, id, settle, house.setting))).toMatchObject({ ok: true })
  const { byOffice, byOfficer } = await list('dossier')
  expect(byOffice).toEqual([{ name: '沙湖镇', reviewed: 1, found: 1 }])
  expect(byOfficer).toEqual([{ name: '自动办理', reviewed: 1, found: 1 }])
})

it('whoever had a hand in the file is refused, by the program and by the database', async () => {
  const open = (await list('dossier')).items.find(item => item.state === 'open')
  const [id, no] = [open?.id ?? 0, open?.applicationNo ?? '']
  await all(tx =>
    sql`insert into licensing.application_event (application_no, licence_no, at, event, by)
      select application_no, licence_no, now(), 'noted', 'staff:handler' from licensing.application where application_no = ${no}`.execute(
      tx,
    ),
  )
  const checklist = Object.fromEntries(Object.keys(checklistItems).map(key => [key, 'yes'] as const))
  const review = {
    checklist,
    result: 'qualified',
    reason: '',
    correctBy: null,
    by: 'staff:handler',
    at: december,
  } as const
  expect(await all(tx => reviewClosedFile(tx, id, review))).toMatchObject({ refusal: 'reviewerHandledIt' })
  const past = all(tx =>
    sql`update licensing.spot_check set state = 'done', reviewer = 'staff:handler' where id = ${id}`.execute(tx),
  )
  await expect(past).rejects.toThrow(/handled the file/)
})
