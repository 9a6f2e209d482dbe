import { sql } from 'kysely'
import type { StaffRole } from '#kernel/actor'
import { takeStep } from '../../src/modules/licensing/actions/take-step.ts'
import { officer, one, type RenewalHouse, today } from '../../src/modules/licensing/testing/renewal-house.ts'
import type { ActPlan } from './acts.ts'
import { planNewShop, tracesOfNewShop } from './new-shop.ts'

/** What an act leaves behind, each thing counted: all of it or nothing of it. */
export type Traces = Readonly<Record<string, number>>

let serial = 0

/** A shop of its own for every try, so that tries need not wait for each other. */
export async function makePlan(house: RenewalHouse, name: ActPlan['name']): Promise<ActPlan> {
  serial += 1
  const key = `key-${name}-${serial}`
  const licenceNo = `4407851${String(90_000 + serial).padStart(5, '0')}`
  if (name === 'submitNew') return planNewShop(house, serial, key)
  const personIndex = house.citizen(serial).personIndex
  if (name !== 'issue') {
    await house.addShops([{ no: licenceNo, person: serial }])
    return { name, licenceNo, personIndex, key }
  }
  const applicationNo = `R20261120-${String(serial).padStart(6, '0')}`
  await seedNewShop(house, applicationNo, personIndex)
  for (const [event, input, role] of steps) await step(house, { applicationNo, event, input, role })
  return { name, applicationNo, version: await versionOf(house, applicationNo), key }
}

const steps: readonly [string, object, StaffRole][] = [
  ['accept', {}, 'window'],
  ['startReview', {}, 'reviewer'],
  ['orderSiteCheck', { opinion: '请两人核查。' }, 'reviewer'],
  [
    'recordSiteCheck',
    { opinion: '符合条件。', siteCheck: { second: '核查二', schoolMetres: null, objection: '' } },
    'verifier',
  ],
  ['proposeGrant', { opinion: '符合条件。' }, 'reviewer'],
]

async function step(
  house: RenewalHouse,
  { applicationNo, event, input, role }: { applicationNo: string; event: string; input: object; role: StaffRole },
): Promise<void> {
  const version = await versionOf(house, applicationNo)
  const by = officer('a', role)
  const done = await house.all(tx =>
    takeStep(tx, { applicationNo, event, version, input, by, at: today }, house.setting),
  )
  if (!done.ok) throw new Error(`${event}: ${done.refusal}`)
}

const versionOf = async (house: RenewalHouse, applicationNo: string): Promise<number> =>
  (
    await one<{ version: number }>(
      house,
      sql`select version from licensing.application where application_no = ${applicationNo}`,
    )
  ).version

async function seedNewShop(house: RenewalHouse, applicationNo: string, personIndex: string): Promise<void> {
  const answers = {
    ...{ shopName: '模拟新店', operatorName: '梁模拟', operatorIdNo: '11010519491231002X' },
    ...{ address: '沙湖镇南塘村1号', subjectKind: 'individual', creditCode: '91440600714701386D', format: '食杂店' },
    scope: '卷烟零售',
  }
  await house.all(tx =>
    sql`insert into licensing.application (application_no, service, licence_no, shop_name, area_code, person_index, state,
        outcome, timely, received_at, received_on, captured_at, started_at, channel, session_id, method, consent_version,
        signature_sealed, answers_sealed, deliver_mode)
      values (${applicationNo}, 'issue', null, '模拟新店', '440785103', ${personIndex}, 'submitted', 'person', false, now(),
        '2026-11-20', now(), now(), 'window', 's1', 'card', '1', 'sealed', ${house.keyring.sealField(JSON.stringify(answers))},
        'electronic')`.execute(tx),
  )
}

/** Everything one act writes, in one reading. */
export function tracesOf(house: RenewalHouse, plan: ActPlan): Promise<Traces> {
  if (plan.name === 'submitNew') return tracesOfNewShop(house, plan)
  const kept = sql`(select count(*)::int from platform.idempotency where key = ${plan.key}) as reply,
    (select count(*)::int from platform.audit_entry where action = ${actionOf[plan.name]} and outcome = 'allowed'
      and subject = ${plan.name === 'issue' ? plan.applicationNo : plan.licenceNo}) as audit`
  if (plan.name === 'issue')
    return one<Traces>(
      house,
      sql`select ${kept},
        (select count(*)::int from licensing.decision where application_no = ${plan.applicationNo}) as decision,
        (select count(*)::int from licensing.licence_version where application_no = ${plan.applicationNo}) as version,
        (select count(*)::int from licensing.site_check c join licensing.application a on a.licence_no = c.licence_no
          where a.application_no = ${plan.applicationNo}) as seen,
        (select count(*)::int from licensing.paper where application_no = ${plan.applicationNo} and kind = 'issueGrant') as paper,
        (select count(*)::int from licensing.application_event where application_no = ${plan.applicationNo} and event = 'grant') as event,
        (select count(*)::int from platform.announcement where event = 'licensing.applicationDecided'
          and payload ->> 'applicationNo' = ${plan.applicationNo}) as told`,
    )
  if (plan.name === 'print')
    return one<Traces>(
      house,
      sql`select ${kept},
        (select count(*)::int from licensing.print where licence_no = ${plan.licenceNo}) as sheet,
        (select count(*)::int from licensing.print_event where licence_no = ${plan.licenceNo}) as word,
        (select coalesce(max(last), 0)::int from licensing.copy_number where licence_no = ${plan.licenceNo}) as copy_no`,
    )
  return one<Traces>(
    house,
    sql`select ${kept},
      (select count(*)::int from licensing.application where licence_no = ${plan.licenceNo}) as application,
      (select count(*)::int from licensing.licence_version where licence_no = ${plan.licenceNo} and version > 1) as version,
      (select count(*)::int from licensing.rule_run where licence_no = ${plan.licenceNo}) as run,
      (select count(*)::int from platform.announcement where event = 'licensing.licenceRenewed'
        and payload ->> 'licenceNo' = ${plan.licenceNo}) as told,
      (select count(*)::int from graphile_worker.jobs j join licensing.application a on j.key = 'paper:renewalGrant:' || a.application_no
        where a.licence_no = ${plan.licenceNo}) as job`,
  )
}

const actionOf = { submit: 'licensing.submit', issue: 'licensing.grant', print: 'licensing.reservePrint' } as const

/** Numbers that may never be given twice or skipped: licences of the county, papers of a kind. */
export async function numberFaults(house: RenewalHouse): Promise<string[]> {
  const { faults } = await one<{ faults: string[] }>(
    house,
    sql`select array(
      select 'paper ' || n.kind from licensing.paper_number n where n.last <> (select count(*) from licensing.paper p
        where p.kind = n.kind and p.year = n.year and p.serial between 1 and n.last)
      union all select 'licence ' || s.prefix from licensing.licence_serial s where s.last <> (select min(right(v.licence_no, 5)::int) + count(*) - 1 from licensing.licence_version v
        where v.reason = 'issue' and left(v.licence_no, 7) = s.prefix and right(v.licence_no, 5)::int between 1 and s.last)) as faults`,
  )
  return faults
}
