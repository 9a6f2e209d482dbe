import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { moment, one, openRenewalHouse, type RenewalHouse, today } from '../testing/renewal-house.ts'
import { drawFirst } from './draw-due.ts'
import { type PastFile, seedPastFiles } from './past-files.ts'
import { replayRules } from './replay-rules.ts'

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`
const officers = { window: id(1), reviewer: id(2), decider: id(3), helper: id(4), caller: id(5) }
const shop = (n: number) => `44078510000${n}`

const past = (n: number, change: Partial<PastFile> = {}): PastFile => ({
  ...{ licenceNo: shop(n), service: 'reissue', answers: { cause: 'lost', which: 'both' }, channel: 'terminal' },
  ...{ terminalId: null, helped: false, applyMinutes: 4.5, submittedAt: '2026-10-12T02:00:00Z', deemedAfter: null },
  ...{ corrected: false, decideDays: 3, rated: null, followUp: null, method: 'code', pause: null },
  ...change,
})
const bad = { grade: 2, reasons: ['slow'], words: '慢（模拟数据）' } as const
const files = [
  past(1, { submittedAt: '2026-10-13T02:00:00Z', helped: true, rated: { grade: 5, reasons: ['fast'], words: '' } }),
  past(2, { corrected: true, decideDays: 10, rated: bad, followUp: { outcome: 'solved', note: '已说明' } }),
  past(3, { service: 'renewal', answers: {}, deemedAfter: '2026-11-20', channel: 'window' }),
  past(3, { service: 'change', answers: { items: 'ecoType', ecoType: '1403' }, channel: 'online' }),
  past(5, { submittedAt: '2026-10-14T02:00:00Z', method: 'card' }),
  // Would not be closed by today.
  past(4, { submittedAt: '2026-11-20T02:00:00Z' }),
]

let house: RenewalHouse
beforeAll(async () => {
  house = await openRenewalHouse()
  await house.addShops([1, 2, 3, 4, 5].map(n => ({ no: shop(n), person: n })))
})
afterAll(() => house.close())

const seed = () => house.all(tx => seedPastFiles(tx, files, { officers, at: today, setting: house.setting }))
const published = (columns: string) =>
  house.all(
    async tx => (await sql.raw(`select ${columns} from licensing.published_application order by 1`).execute(tx)).rows,
  )

it('writes closed files whose days follow from the clocks, through every guard, and a second time changes nothing', async () => {
  expect(await seed()).toEqual({ ok: true, value: { files: 5 } })
  expect(
    await published('application_no, service, state, decided_on, decide_by, assisted, corrected, decided_as'),
  ).toEqual([
    ...['change', 'reissue', 'renewal'].map(() => expect.anything()),
    expect.objectContaining({
      ...{ applicationNo: 'R20261013-000004', service: 'reissue', state: 'archived', decidedOn: '2026-10-19' },
      ...{ decideBy: '2026-10-26', assisted: true, corrected: false, decidedAs: 'staff' },
    }),
    expect.objectContaining({ applicationNo: 'R20261014-000005', decidedOn: '2026-10-14', decidedAs: 'machine' }),
  ])
  // The correction took three working days; ten days after acceptance is two more than promised.
  expect(
    await published('(corrected and decided_on > decide_by) as late, decided_on - accepted_on as days'),
  ).toContainEqual({
    ...{ late: true, days: 14 },
  })
  const before = await published('*')
  expect(await seed()).toEqual({ ok: true, value: { files: 0 } })
  expect(await published('*')).toEqual(before)
})

it('tells every step once, marks itself, and has its bad rating followed up', async () => {
  const told = await one<{ events: string[]; note: string }>(
    house,
    sql`select array_agg(e.event order by e.id) as events, min(e.note) filter (where e.event = 'submit') as note
      from licensing.application_event e where e.licence_no = ${shop(2)}`,
  )
  expect(told).toEqual({
    events: ['submit', 'askCorrection', 'resubmit', 'startReview', 'proposeGrant', 'grant', 'serve', 'archive'],
    note: '模拟数据',
  })
  const rated = await one(
    house,
    sql`select array_agg(r.grade order by r.grade) as grades, array_agg(f.outcome) filter (where f.outcome is not null) as outcomes
      from licensing.rating r left join licensing.rating_follow_up f using (application_no)`,
  )
  expect(rated).toEqual({ grades: [2, 5], outcomes: ['solved'] })
})

it('puts every file through the rules of its day: what passed was granted at once by the machine, and is repeated from what was kept', async () => {
  const runs = await one<{ persons: number; rules: number }>(
    house,
    sql`select count(*)::int as persons, min(jsonb_array_length(findings))::int as rules from licensing.rule_run
      where outcome = 'person'`,
  )
  expect(runs).toMatchObject({ persons: 4 })
  expect(runs.rules).toBeGreaterThan(5)
  const machine = await one(
    house,
    sql`select a.outcome, d.decided_as, d.decided_on = a.received_on as at_once, a.accepted_on = a.received_on as accepted,
        (select array_agg(e.event order by e.id) from licensing.application_event e where e.application_no = a.application_no) as events
      from licensing.application a join licensing.decision d using (application_no) where a.licence_no = ${shop(5)}`,
  )
  expect(machine).toEqual({
    ...{ outcome: 'grant', decidedAs: 'machine', atOnce: true, accepted: true },
    events: ['submit', 'autoAccept', 'autoPropose', 'autoGrant', 'serve', 'archive'],
  })
  const { counts } = await house.all(tx => replayRules(tx, '1900-01-01'))
  expect(counts).toEqual({ same: 5, different: 0, otherRules: 0, noPolicy: 0 })
})

it('leaves the next number to the next real application', async () => {
  const { no } = await one<{ no: string }>(house, sql`select licensing.next_application_no('2026-11-23') as no`)
  expect(no).toBe('R20261123-000006')
})

it('last month’s closed files are sampled on the first day already; on the first of a month, those of the month before', async () => {
  const drawn = () =>
    house.all(
      async tx =>
        (
          await sql`select d.period, d.service, cardinality(d.population) as of, count(s.id)::int as drawn from licensing.draw d
          join licensing.spot_check s on s.draw_id = d.id where d.kind = 'dossier' group by d.id order by 1, 2`.execute(
            tx,
          )
        ).rows,
    )
  // 2026-11-01 is a Sunday: October is drawn on the 2nd.
  await house.all(tx => drawFirst(tx, moment('2026-11-01')))
  expect(await drawn()).toEqual([])
  for (const _ of [1, 2]) await house.all(tx => drawFirst(tx, today))
  expect(await drawn()).toEqual([
    { period: '2026-10', service: 'change', of: 1, drawn: 1 },
    { period: '2026-10', service: 'reissue', of: 2, drawn: 2 },
    { period: '2026-10', service: 'renewal', of: 1, drawn: 1 },
  ])
})
