import type { StaffRole } from '#kernel/actor'
import { momentOf } from '#kernel/dates'
import type { Result } from '#kernel/refusal'
import { calendarOf } from '#kernel/working-days'
import { act } from '#platform/act'
import type { Database } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { applicantOf } from '../../src/modules/licensing/actions/filing.ts'
import { reservePrint } from '../../src/modules/licensing/actions/reserve-print.ts'
import { submitApplication } from '../../src/modules/licensing/actions/submit-application.ts'
import { takeStep } from '../../src/modules/licensing/actions/take-step.ts'
import { licensingPolicy } from '../../src/modules/licensing/policy.ts'
import { type NewShopPlan, submitNewShop } from './new-shop.ts'

/** One write of the house with all it needs, as text a child process can be given. */
export type ActPlan =
  | {
      readonly name: 'submit' | 'print'
      readonly licenceNo: string
      readonly personIndex: string
      readonly key: string
    }
  | NewShopPlan
  | { readonly name: 'issue'; readonly applicationNo: string; readonly version: number; readonly key: string }

const today = momentOf(Temporal.Instant.from('2026-11-23T02:00:00Z'))
const calendar = calendarOf([], [], [2025, 2026, 2027])

/** Runs it as the route does: scope, idempotency, audit, jobs and action in one transaction. */
export function runAct(plan: ActPlan, database: Database, keyring: Keyring): Promise<Result<unknown>> {
  const setting = { policy: licensingPolicy(today.today), calendar, keyring }
  if (plan.name === 'submitNew') return submitNewShop(plan, database, { at: today, setting })
  const key = { value: plan.key, digest: 'd' }
  if (plan.name === 'issue') {
    const { applicationNo, version } = plan
    const roles: StaffRole[] = ['decider']
    const by = { kind: 'staff', staffId: 'b', sessionId: 'x', roles, areas: ['440785'] } as const
    const step = { applicationNo, event: 'grant', version, input: { opinion: '同意。' }, by, at: today }
    return act(
      database,
      { actor: by, requestId: 'r', key },
      { action: 'licensing.grant', subject: applicationNo },
      tx => takeStep(tx, step, setting),
    )
  }
  const { licenceNo, personIndex } = plan
  const sessionId = '00000000-0000-4000-8000-000000000001'
  const by = { kind: 'citizen', sessionId, personIndex, terminalId: 't1', method: 'card' } as const
  const caller = { actor: by, requestId: 'r', key }
  if (plan.name === 'print')
    return act(database, caller, { action: 'licensing.reservePrint', subject: licenceNo }, tx =>
      reservePrint(tx, keyring, { licenceNo, face: 'original', by: applicantOf(by), place: '测试', at: today }),
    )
  const request = {
    body: bodyOf(licenceNo, setting.policy.checks.consentVersion),
    by: applicantOf(by),
    at: today,
    capturedAt: today,
    business: { kind: 'found', live: true, sameName: true, sameOperator: true, sameAddress: true },
    businessNow: null,
  } as const
  return act(database, caller, { action: 'licensing.submit', subject: licenceNo }, tx =>
    submitApplication(tx, request, setting),
  )
}

const bodyOf = (licenceNo: string, consent: string) => ({
  service: 'renewal' as const,
  licenceNo,
  answers: {},
  deliver: { mode: 'electronic' as const, address: null },
  phone: null,
  consent: { version: consent, agreed: true as const },
  signature: { kind: 'handwritten' as const, width: 600, height: 300, strokes: [[10, 10, 200, 90, 60, 200]] },
  startedAt: '2026-11-23T01:58:00Z',
})
