import { sql } from 'kysely'
import { creditCodeCheck } from '#kernel/credit-code'
import type { Moment } from '#kernel/dates'
import type { Result } from '#kernel/refusal'
import { act } from '#platform/act'
import type { Database } from '#platform/database'
import { applicantAtWindow } from '../../src/modules/licensing/actions/filing.ts'
import type { Setting } from '../../src/modules/licensing/actions/setting.ts'
import { submitNew } from '../../src/modules/licensing/actions/submit-new.ts'
import {
  officer,
  one,
  person,
  type RenewalHouse,
  submitBody,
} from '../../src/modules/licensing/testing/renewal-house.ts'

/** 新办 at the window: a person without a licence, who stands at a counter of one's own. */
export interface NewShopPlan {
  readonly name: 'submitNew'
  readonly counterId: string
  readonly personIndex: string
  readonly idNo: string
  readonly key: string
}

const window = officer('00000000-0000-4000-8000-000000000001', 'window')
const shop = { name: '新开模拟商店', operatorName: '黄模拟', address: '沙湖镇新街1号' }
const answers = {
  creditCode: `92440785MA0000000${creditCodeCheck('92440785MA0000000')}`,
  ...{ placeSame: 'yes', placeOwner: '2501', areaM2: '30', independent: 'yes', format: '食杂店' },
  ...{ scope: '卷烟零售', funds: 'yes' },
}

export async function planNewShop(house: RenewalHouse, n: number, key: string): Promise<NewShopPlan> {
  const counterId = `00000000-0000-4000-8000-${String(200_000 + n).padStart(12, '0')}`
  const { personIndex } = house.citizen(n)
  await house.all(tx =>
    sql`with staff as (insert into access.staff (id, account, name, roles, areas, created_at)
        values (${window.staffId}, 'window', '窗口模拟', array['window'], array['440785'], now()) on conflict do nothing)
      insert into access.counter_session (id, staff_id, area_code, person_index, name_sealed, id_no_masked, card_read, opened_at, ends_at)
      values (${counterId}, ${window.staffId}, '440785', ${personIndex}, ${house.keyring.sealField('黄模拟')},
        ${`${'*'.repeat(14)}${person(n).slice(-4)}`}, 'typed', now(), now() + interval '30 minutes')`.execute(tx),
  )
  return { name: 'submitNew', counterId, personIndex, idNo: person(n), key }
}

export function submitNewShop(
  { counterId, personIndex, idNo, key }: NewShopPlan,
  database: Database,
  { at, setting }: { at: Moment; setting: Setting },
): Promise<Result<unknown>> {
  const request = {
    body: {
      ...submitBody(''),
      ...{ service: 'issue' as const, licenceNo: null, phone: '13800138000' },
      answers: { ...answers, operatorIdNo: idNo },
    },
    by: applicantAtWindow(window, { personIndex, counterId, cardRead: 'typed' }),
    ...{ at, capturedAt: at, businessNow: shop },
    business: { kind: 'found', live: true, sameName: true, sameOperator: true, sameAddress: true },
  } as const
  const caller = { actor: window, requestId: 'r', key: { value: key, digest: 'd' } }
  return act(database, caller, { action: 'licensing.submit', subject: counterId }, tx =>
    submitNew(tx, request, setting),
  )
}

/** What it leaves behind, each thing counted. */
export const tracesOfNewShop = (
  house: RenewalHouse,
  { counterId, personIndex, key }: NewShopPlan,
): Promise<Readonly<Record<string, number>>> => {
  const own = sql`licensing.application a where a.person_index = ${personIndex} and a.service = 'issue'`
  return one(
    house,
    sql`select (select count(*)::int from platform.idempotency where key = ${key}) as reply,
      (select count(*)::int from platform.audit_entry where action = 'licensing.submit' and outcome = 'allowed'
        and subject = ${counterId}) as audit,
      (select count(*)::int from ${own}) as application,
      (select count(*)::int from licensing.rule_run r where r.application_no in (select a.application_no from ${own})) as run,
      (select count(*)::int from licensing.application_event e where e.application_no in (select a.application_no from ${own})) as event,
      (select count(*)::int from platform.announcement where event = 'licensing.applicationSubmitted'
        and payload ->> 'applicationNo' in (select a.application_no from ${own})) as told,
      (select count(*)::int from graphile_worker.jobs where key in (select 'paper:receipt:' || a.application_no from ${own})) as job`,
  )
}
