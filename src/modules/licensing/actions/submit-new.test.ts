import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { creditCodeCheck } from '#kernel/credit-code'
import { listPapers } from '../queries/paper-page.ts'
import type { RawStepInput } from '../rules/application/step-input.ts'
import { readInterest } from '../store/interested-parties.ts'
import { readPersonRecord } from '../store/new-applications.ts'
import { savePersonBars } from '../store.ts'
import {
  moment,
  officer,
  one,
  openRenewalHouse,
  person,
  type RenewalHouse,
  signature,
  submitBody,
  today,
} from '../testing/renewal-house.ts'
import { type Applicant, applicantAtWindow } from './filing.ts'
import { liftPersonBar, personBarViews, recordPersonBar } from './person-bars.ts'
import { replayRules } from './replay-rules.ts'
import { submitNew } from './submit-new.ts'
import { type Officer, takeStep } from './take-step.ts'

let house: RenewalHouse
beforeAll(async () => {
  house = await openRenewalHouse()
  // All shops of the tests stand at one place; the school a kilometre to the east.
  await house.addShops([{ no: '440785100001', person: 1, address: '沙湖镇南塘村1号' }])
})
afterAll(() => house.close())

const creditCode = `92440785MA0000000${creditCodeCheck('92440785MA0000000')}`
const businessNow = { name: '新开模拟商店', operatorName: '黄模拟', address: '沙湖镇新街1号' }
const base = {
  ...{ creditCode, placeSame: 'yes', placeOwner: '2501', areaM2: '30', independent: 'yes', format: '食杂店' },
  ...{ scope: '卷烟零售', funds: 'yes' },
}
/** The person who files next: each file is another's. */
let n = 11

async function stand(): Promise<Applicant> {
  const counterId = `00000000-0000-4000-8000-0000000002${n}`
  const staff = {
    kind: 'staff',
    staffId: '00000000-0000-4000-8000-000000000001',
    sessionId: 's',
    roles: ['window'],
    areas: ['440785'],
  } as const
  const { personIndex } = house.citizen(n)
  await house.all(tx =>
    sql`with staff as (insert into access.staff (id, account, name, roles, areas, created_at)
        values (${staff.staffId}, 'window', '窗口模拟', array['window'], array['440785'], now()) on conflict do nothing)
      insert into access.counter_session (id, staff_id, area_code, person_index, name_sealed, id_no_masked, card_read, opened_at, ends_at)
      values (${counterId}, ${staff.staffId}, '440785', ${personIndex}, ${house.keyring.sealField('黄模拟')},
        ${`${'*'.repeat(14)}${person(n).slice(-4)}`}, 'typed', now(), now() + interval '30 minutes')`.execute(tx),
  )
  return applicantAtWindow(staff, { personIndex, counterId, cardRead: 'typed' })
}

async function file(answers: object = {}, change: { now?: typeof businessNow | null } = {}) {
  const by = await stand()
  const now = change.now === undefined ? businessNow : change.now
  const body = {
    ...submitBody(''),
    ...{ service: 'issue' as const, licenceNo: null, phone: '13800138000', signature },
    answers: { ...base, operatorIdNo: person(n), ...answers },
  }
  const business = now
    ? ({ kind: 'found', live: true, sameName: true, sameOperator: true, sameAddress: true } as const)
    : ({ kind: 'unavailable' } as const)
  const request = { body, by, at: today, capturedAt: today, business, businessNow: now }
  const sent = await house.all(tx => submitNew(tx, request, house.setting))
  n += 1
  if (!sent.ok) return { refusal: sent.refusal, rules: {} as Record<string, string>, applicationNo: '' }
  const rules: Record<string, string> = Object.fromEntries(sent.value.findings.map(f => [f.rule, f.outcome]))
  return { refusal: null, rules, applicationNo: sent.value.applicationNo }
}

describe('新办: what the server gathers itself', () => {
  it('measures from where the applicant stood: a neighbour at the next door, the school far off', async () => {
    const { rules } = await file({ position: '112.440300,22.345000,5' })
    expect(rules).toMatchObject({ R08: 'pass', R09: 'person', N04: 'person', R10: 'pass', N03: 'pass' })
  })

  it('proves nothing by a vague position: what might be too near within the error is looked at', async () => {
    // 70 m west of the shop: clear of the 50 m, but not of 50 m and the error.
    const sure = await file({ position: '112.439320,22.345000,5' })
    const vague = await file({ position: '112.439320,22.345000,60' })
    expect([sure.rules['R09'], vague.rules['R09']]).toEqual(['pass', 'person'])
  })

  it('says "not checked" where nobody knows the place, and takes the place of an earlier shop at the same door', async () => {
    expect((await file()).rules).toMatchObject({ R08: 'notChecked', R09: 'notChecked', R10: 'pass' })
    const there = await file({ placeSame: 'no', address: '沙湖镇南塘村一号' })
    expect(there.rules).toMatchObject({ R04: 'person', R10: 'person', R09: 'person', N04: 'person', R08: 'pass' })
  })

  it('knows the person: a bar of the last years counts, an older one does not', async () => {
    const bar = (source: string, since: string) => ({
      ...{
        personIndex: house.citizen(n).personIndex,
        areaCode: '440785',
        kind: 'unlicensedTwice' as const,
        source,
        since,
      },
    })
    await house.all(tx => savePersonBars(tx, [bar('旧案', '2019-01-01')]))
    expect((await file()).rules['R13']).toBe('pass')
    await house.all(tx => savePersonBars(tx, [bar('案一', '2024-03-01'), bar('案一', '2024-03-01')]))
    expect((await file()).rules['R13']).toBe('person')
  })

  it('knows a bar that an officer recorded with its document, until it is lifted with a reason', async () => {
    const by = { areaCode: '440785', by: 'staff:l1', at: today, keyring: house.keyring }
    const asked = {
      kind: 'fraud',
      name: '黄模拟',
      source: '恩烟许撤〔2026〕第1号',
      basis: '撤销决定',
      since: '2026-05-01',
    } as const
    const record = (change: object = {}) =>
      house.all(tx => recordPersonBar(tx, { ...asked, idNo: person(n), ...change }, by))
    expect(await record({ idNo: '440785197001010000' })).toMatchObject({ ok: false })
    expect(await record({ basis: ' ' })).toMatchObject({ refusal: 'barIncomplete' })
    expect(await record({ since: '2027-01-01' })).toMatchObject({ refusal: 'barDayLater' })
    expect(await record()).toMatchObject({ ok: true })
    expect(await record()).toMatchObject({ refusal: 'barKnown' })
    const holder = n
    expect((await file()).rules['R13']).toBe('person')
    const [bar] = (await house.all(tx => personBarViews(tx, house.setting))).filter(one => one.kind === 'fraud')
    expect(bar).toMatchObject({ until: '2029-05-01', idNoMasked: expect.stringContaining(person(holder).slice(-4)) })
    const lift = () => house.all(tx => liftPersonBar(tx, { id: bar?.id ?? '', reason: '决定被撤销' }, by))
    expect(await lift()).toMatchObject({ ok: true })
    expect(await lift()).toMatchObject({ refusal: 'barNotOpen' })
    const { personIndex } = house.citizen(holder)
    const left = await house.all(tx => readPersonRecord(tx, personIndex, '440785103'))
    expect(left.bars).toEqual([])
  })

  it('knows what is open against another licence of the person', async () => {
    await house.addShops([{ no: '440785100055', person: n }])
    await house.all(tx =>
      sql`insert into licensing.hold (licence_no, kind, source, since)
        values ('440785100055', 'openCase', '模拟', '2026-10-01'), ('440785100055', 'notIndependent', '模拟', '2026-10-01')`.execute(
        tx,
      ),
    )
    // 一户多证 and the open case; that the other shop is a dwelling says nothing of this one.
    expect((await file()).rules).toMatchObject({ R11: 'person', R12: 'person', R15: 'pass' })
  })

  it('asks again what no register says, and takes the application where the regulator is away', async () => {
    expect((await file({}, { now: null })).refusal).toBe('answerMissing')
    const typed = { shopName: '手写店名', address: '沙湖镇新街9号' }
    const { refusal, rules, applicationNo } = await file(typed, { now: null })
    expect(refusal).toBeNull()
    expect(rules['R04']).toBe('notChecked')
    const row = await one(
      house,
      sql`select shop_name, area_code from licensing.application where application_no = ${applicationNo}`,
    )
    expect(row).toEqual({ shopName: '手写店名', areaCode: '440785103' })
  })

  it('whose neighbour may lose is decided by nobody before he was told, heard and had his hearing (XK 36, 47, 48)', async () => {
    const { applicationNo } = await file({ position: '112.440300,22.345000,5' })
    const staff = officer
    const step = async (by: Officer, event: string, input: RawStepInput = {}, on = today) => {
      const { version } = await one<{ version: number }>(
        house,
        sql`select version from licensing.application where application_no = ${applicationNo}`,
      )
      const asked = { applicationNo, event, version, input: { opinion: '如实记录。', ...input }, by, at: on }
      const stepped = await house.test.database.within({ areas: by.areas }, tx => takeStep(tx, asked, house.setting))
      return stepped.ok ? stepped.value.state : String(stepped.details?.['why'] ?? stepped.refusal)
    }
    const [reviewer, verifier, decider] = [staff('r1', 'reviewer'), staff('v1', 'verifier'), staff('d1', 'decider')]
    const siteCheck = { second: '吴江', schoolMetres: null, objection: '' }
    for (const [by, event, input] of [
      [staff('w1', 'window'), 'accept', {}],
      [reviewer, 'startReview', {}],
      [reviewer, 'orderSiteCheck', {}],
      [verifier, 'recordSiteCheck', { siteCheck }],
    ] as const)
      await step(by, event, input)
    expect(await step(reviewer, 'proposeGrant')).toContain('先告知利害关系人')
    // The second check of one file has papers of its own.
    await step(reviewer, 'orderSiteCheck')
    await step(verifier, 'recordSiteCheck', { siteCheck })

    const party = { relation: 'neighbour' as const, name: '邻店模拟', contact: '沙湖镇新街2号', way: 'handed' as const }
    expect(await step(reviewer, 'tellParty', { party })).toBe('reviewing')
    expect(await step(reviewer, 'tellParty', { party: { ...party, name: '邻店乙', way: 'posted' } })).toBe('reviewing')
    expect(await step(reviewer, 'proposeGrant')).toContain('还没有签收')
    const ids = await house.all(tx => readInterest(tx, applicationNo))
    const answer = (nth: number, said: 'received' | 'waived' | 'hearing', on = '2026-11-23') =>
      step(reviewer, 'answerParty', { partyAnswer: { partyId: ids.parties[nth]?.id ?? '', answer: said, on } })
    expect(await answer(1, 'waived', '2026-11-22')).toBe('partyDayWrong')
    expect(await answer(1, 'waived')).toBe('reviewing')
    expect(await answer(1, 'hearing')).toBe('partyAnswered')
    expect(await step(reviewer, 'proposeGrant')).toContain('2026-11-30以前要求听证')
    expect(await answer(0, 'hearing')).toBe('reviewing')
    expect(await step(reviewer, 'proposeGrant')).toContain('要求听证')
    await step(reviewer, 'callHearing')
    expect(await step(reviewer, 'scheduleHearing', { heldAt: '2026-12-10T09:00' })).toBe('hearing')
    expect(await step(staff('l1', 'legal'), 'recordHearing', {}, moment('2026-12-10'))).toBe('reviewing')
    expect(await step(reviewer, 'proposeGrant', {}, moment('2026-12-11'))).toBe('proposed')
    const { rows } = await house.all(tx =>
      sql<{ kind: string; n: number }>`select kind, count(*)::int as n from licensing.paper
        where application_no = ${applicationNo} group by kind`.execute(tx),
    )
    expect(Object.fromEntries(rows.map(({ kind, n }) => [kind, n]))).toMatchObject({
      ...{ siteCheckOrder: 2, siteCheckRecord: 2, partyNotice: 2, hearingNotice: 1, hearingCall: 1, hearingRecord: 1 },
    })
    // The applicant reads his file, not what was written to a neighbour.
    const seen = await house.test.database.within({ areas: [], person: house.citizen(n - 1).personIndex }, tx =>
      listPapers(tx, applicationNo),
    )
    expect(seen.map(({ kind }) => kind)).toContain('hearingNotice')
    expect(seen.map(({ kind }) => kind)).not.toContain('partyNotice')
    expect(await step(decider, 'grant', {}, moment('2026-12-11'))).toBe('granted')
  })

  it('is repeated exactly from what was kept of the run', async () => {
    const { counts, different } = await house.all(tx => replayRules(tx, '1900-01-01'))
    expect(counts.same).toBeGreaterThan(5)
    expect({ ...counts, same: 0, different }).toEqual({ same: 0, different: [], otherRules: 0, noPolicy: 0 })
  })

  it('keeps no name, number, address or position of a person with the run', async () => {
    const { applicationNo } = await file({ position: '112.440300,22.345000,5' })
    const { text } = await one<{ text: string }>(
      house,
      sql`select facts::text || findings::text as text from licensing.rule_run where application_no = ${applicationNo}`,
    )
    for (const secret of ['黄模拟', person(n - 1), '新街', '112.44', '13800138000', creditCode])
      expect(text).not.toContain(secret)
  })
})
