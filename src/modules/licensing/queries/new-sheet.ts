import { maskPhone } from '#kernel/masking'
import type { Tx } from '#platform/database'
import { factsOfNew, knownOfNew, type NewCase, runNew } from '../actions/new-application.ts'
import { findProvenApplicant } from '../actions/proven-applicant.ts'
import type { Setting } from '../actions/setting.ts'
import type { ServiceSheet } from '../contract.ts'
import { noticeOf } from '../rules/services/notice.ts'
import { services } from '../rules/services/table.ts'

/**
 * 新办的预填和预检: what the registers know is told and not asked, and what was said so far is checked by the very rules of the
 * filing; nothing is stored.
 */
export async function readNewSheet(
  tx: Tx,
  asked: Omit<NewCase, 'consent' | 'phone'>,
  setting: Setting,
): Promise<ServiceSheet> {
  const known = await knownOfNew(tx, asked, setting)
  const phone = (await findProvenApplicant(tx, asked.by, setting.keyring))?.phone ?? null
  const { checks } = setting.policy
  const consent = { version: checks.consentVersion, agreed: false }
  const facts = await factsOfNew(tx, { ...asked, consent, phone: null }, known, setting)
  const { findings } = runNew(facts, setting).verdict
  return {
    service: 'issue',
    licence: null,
    // Offered and not typed; the number itself stays here.
    phoneMasked: phone === null ? null : maskPhone(phone),
    known,
    facts,
    policy: checks,
    renewal: null,
    notice: noticeOf(services.issue, checks.consentVersion),
    // The notice is still to be read; until then nobody is told that it was agreed to.
    findings: findings.filter(({ rule }) => rule !== 'R18'),
    outcome: 'person',
  }
}
