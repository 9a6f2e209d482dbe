import type { Tx } from '#platform/database'
import { factsOfNew, knownOfNew, type NewApplicant } from '../actions/new-application.ts'
import type { Setting } from '../actions/setting.ts'
import type { ServiceSheet } from '../contract.ts'
import { noticeOf } from '../rules/services/notice.ts'
import type { Known } from '../rules/services/question.ts'
import { services } from '../rules/services/table.ts'

/** 新办的预填: what the market regulator knows is offered, nothing else is known yet. */
export async function readNewSheet(
  tx: Tx,
  {
    by,
    businessNow,
  }: { readonly by: Omit<NewApplicant, 'consent' | 'assistedToday'>; readonly businessNow: Known['business'] },
  setting: Setting,
): Promise<ServiceSheet> {
  const known = knownOfNew(by.on, businessNow, setting)
  const { checks } = setting.policy
  const consent = { version: checks.consentVersion, agreed: false }
  const facts = await factsOfNew(tx, { answers: {}, known, by: { ...by, consent, assistedToday: null } })
  return {
    service: 'issue',
    licence: null,
    phoneMasked: null,
    known,
    facts,
    policy: checks,
    renewal: null,
    notice: noticeOf(services.issue, checks.consentVersion),
    findings: [],
    outcome: 'person',
  }
}
