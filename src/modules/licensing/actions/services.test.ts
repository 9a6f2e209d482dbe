import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffRole } from '#kernel/actor'
import type { SubmitApplication } from '../contract.ts'
import { readRuns } from '../queries/rule-runs.ts'
import { decideService } from '../rules/checks/decide.ts'
import { replayRun } from '../rules/checks/replay.ts'
import { endStop, listStops, saveStop } from '../store/automatic-stops.ts'
import {
  moment,
  officer,
  one,
  openRenewalHouse,
  type RenewalHouse,
  submitBody,
  today,
} from '../testing/renewal-house.ts'
import { keepLicence } from './keep-clocks.ts'
import { diffRules, type ReplayReport, replayRules } from './replay-rules.ts'
import { keptBook } from './rule-books.ts'
import { takeStep } from './take-step.ts'
import { withdrawApplication } from './withdraw-application.ts'

let house: RenewalHouse
let serial = 0
beforeAll(async () => {
  house = await openRenewalHouse()
})
afterAll(() => house.close())

async function shop(status = 'valid') {
  serial += 1
  const no = `4407851${String(serial).padStart(5, '0')}`
  await house.addShops([{ no, person: serial, validTo: '2029-06-01', status }])
  return { no, by: house.citizen(serial) }
}

type Asked = Pick<SubmitApplication, 'service' | 'answers'>
async function submit(at: Awaited<ReturnType<typeof shop>>, asked: Asked) {
  const result = await house.submit(at.no, at.by, { body: submitBody(at.no, asked) })
  if (!result.ok) return result
  return { ...result.value, licence: await licenceOf(at.no) }
}

const licenceOf = (no: string) =>
  one<Record<string, unknown>>(
    house,
    sql`select state, version, shop_name, operator_name, address, suspended_from, suspended_to, ended_by, valid_to
      from licensing.licence where licence_no = ${no}`,
  )

const step = (applicationNo: string, event: string, input: object, ...roles: StaffRole[]) =>
  house.all(async tx => {
    const { version } = await one<{ version: number }>(
      house,
      sql`select version from licensing.application where application_no = ${applicationNo}`,
    )
    const by = officer(roles.includes('decider') ? 'b' : 'a', ...roles)
    return takeStep(tx, { applicationNo, event, version, input, by, at: today }, house.setting)
  })

describe('on the own telephone', () => {
  it.each(['close', 'change', 'reissue'] as const)(
    '%s needs more than a code; a unified identity will do',
    async service => {
      const { no, by } = await shop()
      const { terminalId: _, ...phone } = by
      const said = {
        close: { reason: 'other', final: 'yes' },
        change: { items: 'ecoType', ecoType: '1406' },
        reissue: { cause: 'lost', which: 'both' },
      }
      const body = submitBody(no, { service, answers: said[service] })
      expect(await house.submit(no, { ...phone, method: 'code' }, { body })).toMatchObject({ refusal: 'stepUpNeeded' })
      // Nobody has seen the document here, so an officer looks in any case.
      expect(await house.submit(no, { ...phone, method: 'oidc' }, { body })).toMatchObject({
        value: { outcome: 'person' },
      })
    },
  )
})

describe('what the machine grants at once', () => {
  it('a suspension from a later day leaves the licence valid until that day, then the clock begins it', async () => {
    const at = await shop()
    const answers = { from: '2026-12-01', to: '2027-02-28', reason: 'illness' }
    expect(await submit(at, { service: 'suspend', answers })).toMatchObject({
      outcome: 'grant',
      licence: { state: 'valid', version: 1, suspendedFrom: '2026-12-01', suspendedTo: '2027-02-28' },
    })
    await house.all(tx => keepLicence(tx, at.no, moment('2026-12-01')))
    expect(await licenceOf(at.no)).toMatchObject({ state: 'suspended' })
  })

  it('a loss makes a new version and voids the old', async () => {
    const at = await shop()
    expect(await submit(at, { service: 'reissue', answers: { cause: 'lost', which: 'both' } })).toMatchObject({
      outcome: 'grant',
      licence: { state: 'valid', version: 2 },
    })
  })

  it('closing cancels the licence for good, and nothing can be asked of it afterwards', async () => {
    const at = await shop()
    const closing = { service: 'close', answers: { reason: 'shopCloses', final: 'yes' } } as const
    expect(await submit(at, closing)).toMatchObject({
      outcome: 'grant',
      licence: { state: 'cancelled', endedBy: 'close' },
    })
    expect(await submit(at, closing)).toMatchObject({ refusal: 'licenceEnded' })
  })

  it('a new telephone changes the register and no face', async () => {
    const at = await shop()
    const answers = { items: 'phone', phone: '13900139000' }
    expect(await submit(at, { service: 'change', answers })).toMatchObject({
      outcome: 'grant',
      licence: { version: 1 },
    })
    const { masked } = await one<{ masked: string }>(
      house,
      sql`select phone_masked as masked from registry.retailer where licence_no = ${at.no}`,
    )
    expect(masked).toMatch(/9000$/)
  })
})

describe('what is stopped, with the reason and before anything is stored', () => {
  it.each<[string, Asked, object]>([
    ['a missing answer', { service: 'suspend', answers: { from: '2026-12-01' } }, { refusal: 'answerMissing' }],
    ['an impossible day', { service: 'suspend', answers: { from: '2026-13-01' } }, { refusal: 'answerWrong' }],
    ['an answer nobody asked for', { service: 'renewal', answers: { shopName: '甲' } }, { refusal: 'answerUnknown' }],
    [
      'a suspension of two weeks',
      { service: 'suspend', answers: { from: '2026-12-01', to: '2026-12-14', reason: 'away' } },
      { refusal: 'notNow', details: { why: expect.stringContaining('不到1个月') } },
    ],
    ['a move', { service: 'change', answers: { items: 'move' } }, { refusal: 'notNow' }],
    [
      'a resumption without a suspension',
      { service: 'resume', answers: { same: 'same' } },
      { refusal: 'licenceEnded' },
    ],
  ])('%s', async (_, asked, refusal) => {
    const at = await shop()
    expect(await submit(at, asked)).toMatchObject(refusal)
    const { count } = await one<{ count: number }>(
      house,
      sql`select count(*)::int as count from licensing.application where licence_no = ${at.no}`,
    )
    expect(count).toBe(0)
  })
})

describe('what people decide', () => {
  it('a new name is on the face after two people granted it; a value left open must be completed first', async () => {
    const at = await shop()
    const filed = await submit(at, { service: 'change', answers: { items: 'shopName', shopName: '模拟新店' } })
    const { applicationNo } = filed as { applicationNo: string }
    await step(applicationNo, 'accept', {}, 'window')
    await step(applicationNo, 'startReview', {}, 'reviewer')
    await step(applicationNo, 'proposeGrant', { opinion: '与营业执照一致。' }, 'reviewer')
    expect(await step(applicationNo, 'grant', { opinion: '同意。' }, 'decider')).toMatchObject({ ok: true })
    expect(await licenceOf(at.no)).toMatchObject({ shopName: '模拟新店', version: 2 })

    const other = await shop()
    const open = (await submit(other, { service: 'change', answers: { items: 'addressText' } })) as {
      applicationNo: string
    }
    await step(open.applicationNo, 'accept', {}, 'window')
    await step(open.applicationNo, 'startReview', {}, 'reviewer')
    await step(open.applicationNo, 'proposeGrant', { opinion: '门牌重编。' }, 'reviewer')
    expect(await step(open.applicationNo, 'grant', { opinion: '同意。' }, 'decider')).toMatchObject({
      refusal: 'answersIncomplete',
    })
  })

  it('a site check by two is on the file and on the licence, with its record for the applicant', async () => {
    const at = await shop()
    const filed = await submit(at, { service: 'change', answers: { items: 'scope', scope: '卷烟零售,雪茄烟零售' } })
    const { applicationNo } = filed as { applicationNo: string }
    await step(applicationNo, 'accept', {}, 'window')
    await step(applicationNo, 'startReview', {}, 'reviewer')
    await step(applicationNo, 'orderSiteCheck', { opinion: '看一看柜台。' }, 'reviewer')
    const siteCheck = { second: '吴江', schoolMetres: 260, objection: '' }
    expect(
      await step(applicationNo, 'recordSiteCheck', { opinion: '店面独立。', siteCheck }, 'verifier'),
    ).toMatchObject({
      ok: true,
      value: { state: 'reviewing' },
    })
    const { checked, kinds } = await one<{ checked: string; kinds: string[] }>(
      house,
      sql`select (select max(checked_on)::text from licensing.site_check where licence_no = ${at.no}) as checked,
        (select array_agg(kind order by kind) from licensing.paper where application_no = ${applicationNo}) as kinds`,
    )
    expect(checked).toBe(today.today.toString())
    expect(kinds).toEqual(['acceptance', 'siteCheckOrder', 'siteCheckRecord'])
  })

  it('the applicant withdraws before the decision, once; nobody else does, and nothing is withdrawn after it', async () => {
    const at = await shop()
    const filed = await submit(at, { service: 'change', answers: { items: 'shopName', shopName: '模拟又一店' } })
    const { applicationNo } = filed as { applicationNo: string }
    const withdraw = (by: RenewalHouse['citizen'] extends (n: number) => infer C ? C : never) =>
      house.all(tx => withdrawApplication(tx, { applicationNo, by, at: today }, house.setting))
    expect(await withdraw(house.citizen(serial + 500))).toMatchObject({ refusal: 'applicationNotFound' })
    expect(await withdraw(at.by)).toMatchObject({ ok: true, value: { state: 'withdrawn', clockKind: null } })
    expect(await withdraw(at.by)).toMatchObject({ refusal: 'withdrawNotPossible' })
    // The licence is free for the same service again.
    expect(
      await submit(at, { service: 'change', answers: { items: 'shopName', shopName: '模拟又一店' } }),
    ).toMatchObject({ outcome: 'person' })
  })
})

describe('the rules, looked back on', () => {
  it('every run is repeated exactly from what was kept, and an altered word is found', async () => {
    const { counts, different } = await house.all(tx => replayRules(tx, '1900-01-01'))
    expect(counts.same).toBeGreaterThan(5)
    expect({ ...counts, same: 0 }).toEqual({ same: 0, different: 0, otherRules: 0, noPolicy: 0 })
    expect(different).toEqual([])
    for await (const run of readFirst()) {
      const [first, ...rest] = run.findings
      if (!first) throw new Error('a run without findings')
      expect(replayRun({ ...run, findings: [{ ...first, reason: '另一句话。' }, ...rest] }, decideService)).toBe(
        'different',
      )
      expect(replayRun({ ...run, outcome: run.outcome === 'grant' ? 'person' : 'grant' }, decideService)).toBe(
        'different',
      )
    }
  })

  /** Copies three kept runs under another version, asks for the report, and takes them back. */
  const reportWith = async (version: string, change: ReturnType<typeof sql>): Promise<ReplayReport> => {
    const told = house.all(async tx => {
      await sql`insert into licensing.rule_run (application_no, licence_no, run_at, rule_version, policy_version, facts, facts_digest, findings, outcome)
        select application_no, licence_no, run_at, ${version}, policy_version, facts, facts_digest, findings, ${change}
        from (select *, row_number() over (order by id) as n from licensing.rule_run where outcome = 'grant') r
        where n <= 3`.execute(tx)
      throw await replayRules(tx, '1900-01-01')
    })
    const report: unknown = await told.catch((thrown: unknown) => thrown)
    if (report instanceof Error) throw report
    return report as ReplayReport
  }
  const asItWas = sql`outcome`

  it('a house that has lived through a version of the rules repeats each run by the rules of its own day', async () => {
    const before = 'services-2026-11-26c'
    const { counts, older } = await reportWith(before, asItWas)
    expect({ ...counts, same: 0 }).toEqual({ same: 0, different: 0, otherRules: 0, noPolicy: 0 })
    expect([...older]).toEqual([[before, { repeated: 3, same: 3, otherwise: [] }]])
    const altered = await reportWith(before, sql`case when n = 1 then 'person' else outcome end`)
    expect([altered.counts.different, altered.different.length]).toEqual([1, 1])
  })

  it('a run of rules of which no book was kept is not called repeated: beside it stands how today’s rules would end it', async () => {
    const { counts, older } = await reportWith(
      'services-2026-01-01a',
      sql`case when n = 1 then 'person' else outcome end`,
    )
    expect(counts).toMatchObject({ different: 0, otherRules: 3, noPolicy: 0 })
    expect([...older]).toMatchObject([
      ['services-2026-01-01a', { repeated: 0, same: 2, otherwise: [{ was: 'person', now: 'grant' }] }],
    ])
    for (const path of ['../rules', '', 'a'.repeat(41)]) expect(keptBook(path)).toBeUndefined()
  })

  it('a draft policy lists exactly the applications it would treat differently, with the reason', async () => {
    const before = house.setting.policy.checks
    const after = { ...before, automatic: { ...before.automatic, close: false } }
    const { lines } = await house.all(tx => diffRules(tx, { before, after, since: '1900-01-01' }))
    expect(lines.map(({ before: b, after: a }) => [b, a])).toEqual([['grant', 'person']])
    expect(lines[0]?.because.join()).toContain('自动准予已关闭')
    expect((await house.all(tx => diffRules(tx, { before, after: before, since: '1900-01-01' }))).lines).toEqual([])
  })
})

describe('the emergency stop', () => {
  it('sends the very next application to a person, of that service only, until it is ended', async () => {
    const reissue = { service: 'reissue', answers: { cause: 'damaged', which: 'both' } } as const
    const outcomeOf = async (asked: Asked) => submit(await shop(), asked)
    await house.all(tx =>
      saveStop(tx, { service: 'reissue', reason: '演练', by: 'staff:a', at: '2026-11-23T02:00:00Z' }),
    )
    expect(await outcomeOf(reissue)).toMatchObject({ outcome: 'person' })
    expect(await outcomeOf({ service: 'close', answers: { reason: 'other', final: 'yes' } })).toMatchObject({
      outcome: 'grant',
    })
    const [stop] = await house.all(tx => listStops(tx))
    const end = { by: 'staff:b', at: '2026-11-23T03:00:00Z' }
    expect(await house.all(tx => endStop(tx, stop?.id ?? 0, end))).toBe(true)
    expect(await house.all(tx => endStop(tx, stop?.id ?? 0, end))).toBe(false)
    expect(await outcomeOf(reissue)).toMatchObject({ outcome: 'grant' })
  })
})

async function* readFirst() {
  yield await house.all(async tx => {
    for await (const run of readRuns(tx, '1900-01-01')) return run
    throw new Error('no run')
  })
}
