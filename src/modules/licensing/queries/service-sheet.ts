import { ok, type Result, refuse } from '#kernel/refusal'
import { describeFaceCheck, findIdentityLevel } from '#modules/access'
import type { Tx } from '#platform/database'
import { knownOf } from '../actions/known.ts'
import { type RanRules, runRules } from '../actions/run-rules.ts'
import type { Setting } from '../actions/setting.ts'
import type { ServiceSheet } from '../contract.ts'
import type { BusinessFact, ServiceFacts } from '../rules/checks/facts.ts'
import { licenceCard } from '../rules/licence/card.ts'
import { nextTerm } from '../rules/renewal/term.ts'
import { noticeOf } from '../rules/services/notice.ts'
import type { Known } from '../rules/services/question.ts'
import { requestFacts } from '../rules/services/request-facts.ts'
import type { ServiceCode } from '../rules/services/service.ts'
import { services } from '../rules/services/table.ts'
import { findLicence } from './licences.ts'

export interface SheetRequest {
  readonly service: Exclude<ServiceCode, 'issue'>
  readonly licenceNo: string
  readonly personIndex: string
  readonly method: string
  /** The session at a terminal; only there a face may have been compared. */
  readonly terminalSession?: string | undefined
  /** The session of the own telephone or browser; only there the unified identity says a level. */
  readonly webSession?: string | undefined
  readonly agent?: ServiceFacts['agent']
  readonly typed?: boolean | undefined
  readonly business: BusinessFact
  readonly businessNow: Known['business']
  readonly today: Temporal.PlainDate
}

/** Rules whose verdict does not depend on what is still to be answered; the screen runs the others as it goes. */
const beforeAnswers: readonly string[] = ['R01', 'R05', 'R06', 'R17']

/** 预填与预检: a dry run of the same rules, so that the reasons before and after submitting are the same. */
export async function readServiceSheet(tx: Tx, request: SheetRequest, setting: Setting): Promise<Result<ServiceSheet>> {
  const { service, personIndex, method, business, businessNow, today } = request
  const licence = await findLicence(tx, request.licenceNo)
  if (!licence || licence.operatorIndex !== personIndex) return refuse('licenceNotYours')
  const { policy } = setting
  const known = knownOf(licence, today, businessNow, setting)
  const consent = { version: policy.checks.consentVersion, agreed: true }
  const face = request.terminalSession === undefined ? undefined : await describeFaceCheck(tx, request.terminalSession)
  const level = request.webSession === undefined ? undefined : await findIdentityLevel(tx, request.webSession)
  const who = {
    personIndex,
    method,
    face,
    level,
    typed: request.typed,
    ...(request.agent ? { agent: request.agent } : {}),
  }
  const asked = { request: requestFacts(service, {}, known), ...who, consent, business, on: today }
  const on = { licence, circumstances: licence, asked: { ...asked, assistedToday: null } }
  const ran = await runRules(tx, on, setting)
  if (!ran.ok) return ran
  const { window, verdict, register, facts } = ran.value
  // The notice is still to be read; until then nobody is told that it was agreed to.
  const findings = verdict.findings.filter(finding => finding.rule !== 'R18')
  const stops = findings.filter(finding => finding.outcome === 'stop' && beforeAnswers.includes(finding.rule))
  const open = services[service].questions.length > 0
  return ok({
    service,
    licence: licenceCard(licence, window, today.toString()),
    phoneMasked: register?.retailer.phoneMasked ?? null,
    known,
    facts: { ...facts, consent: { ...consent, agreed: false } },
    policy: policy.checks,
    renewal: service === 'renewal' ? renewalOf(licence.validTo, ran.value, request, setting) : null,
    notice: noticeOf(services[service], policy.checks.consentVersion),
    findings: open ? stops : findings,
    outcome: open ? (stops.length > 0 ? 'stop' : 'grant') : verdict.outcome,
  })
}

function renewalOf(validTo: string, { window }: RanRules, { today }: SheetRequest, { policy }: Setting) {
  const gap = window.kind === 'expired' ? { decidedOn: today } : undefined
  const term = nextTerm(Temporal.PlainDate.from(validTo), policy.termYears, gap)
  return {
    newValidFrom: term.validFrom.toString(),
    newValidTo: term.validTo.toString(),
    window: window.kind,
    lastTimelyDay: window.lastTimelyDay.toString(),
    opensOn: window.opensOn.toString(),
  }
}
