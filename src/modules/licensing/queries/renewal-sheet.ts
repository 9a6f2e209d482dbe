import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { runRules } from '../actions/run-rules.ts'
import type { Setting } from '../actions/setting.ts'
import type { RenewalSheet } from '../contract.ts'
import { licenceCard } from '../rules/licence/card.ts'
import type { BusinessFact } from '../rules/renewal/facts.ts'
import { renewalNotice } from '../rules/renewal/notice.ts'
import { nextTerm } from '../rules/renewal/term.ts'
import { findLicence } from './licences.ts'

export interface SheetRequest {
  readonly licenceNo: string
  readonly personIndex: string
  readonly method: string
  readonly business: BusinessFact
  readonly today: Temporal.PlainDate
}

/** 预填与预检: a dry run of the same rules, so that the reasons before and after submitting are the same. */
export async function readRenewalSheet(tx: Tx, request: SheetRequest, setting: Setting): Promise<Result<RenewalSheet>> {
  const licence = await findLicence(tx, request.licenceNo)
  if (!licence || licence.operatorIndex !== request.personIndex) return refuse('licenceNotYours')
  const { policy } = setting
  const consent = { version: policy.renewal.consentVersion, agreed: true }
  const { personIndex, method, business, today } = request
  const ran = await runRules(
    tx,
    { licence, circumstances: licence, request: { personIndex, method, consent, business, on: today } },
    setting,
  )
  if (!ran.ok) return ran
  const { window, verdict, register } = ran.value
  const gap = window.kind === 'expired' ? { decidedOn: today } : undefined
  const term = nextTerm(Temporal.PlainDate.from(licence.validTo), policy.termYears, gap)
  return ok({
    licence: licenceCard(licence, window),
    phoneMasked: register?.retailer.phoneMasked ?? null,
    newValidFrom: term.validFrom.toString(),
    newValidTo: term.validTo.toString(),
    window: window.kind,
    lastTimelyDay: window.lastTimelyDay.toString(),
    opensOn: window.opensOn.toString(),
    notice: renewalNotice(policy.renewal.consentVersion),
    // The notice is still to be read; until then nobody is told that it was agreed to.
    findings: verdict.findings.filter(finding => finding.rule !== 'R18'),
    outcome: verdict.outcome,
  })
}
