import { parsePhone } from '#kernel/phone'
import { ok, type Result, refuse } from '#kernel/refusal'
import { announce } from '#platform/announce'
import type { Tx } from '#platform/database'
import type { CheckResult } from '../contract.ts'
import * as events from '../events.ts'
import { issuePaperLater } from '../papers/issue-paper-job.ts'
import { checkCodeOf } from '../rules/application/check-code.ts'
import { runningClock } from '../rules/application/clocks.ts'
import type { Answers } from '../rules/services/question.ts'
import { readAnswers } from '../rules/services/read-answers.ts'
import { personWords } from '../rules/services/result-texts.ts'
import { services } from '../rules/services/table.ts'
import { isSignedSomehow } from '../rules/signature.ts'
import { endDraftOf } from '../store/drafts.ts'
import * as store from '../store.ts'
import type { SubmitRequest } from './filing.ts'
import { factsOfNew, knownOfNew, runNew } from './new-application.ts'
import { checkPaperSignature } from './paper-signature.ts'
import { findProvenApplicant } from './proven-applicant.ts'
import { refusalOfStop } from './refusal-of-stop.ts'
import { runRecord } from './run-rules.ts'
import type { Setting } from './setting.ts'
import { startOf } from './submission-of.ts'
import { dueDays } from './submit-result.ts'

/**
 * 新办收件 (TL 6, ZMF 16): stored with its run and its receipt, and always looked at by people. The applicant must be the
 * operator whose number is given, because the licence will be in that person's name.
 */
export async function submitNew(tx: Tx, request: SubmitRequest, setting: Setting): Promise<Result<CheckResult>> {
  const { body, by, at, capturedAt, business, businessNow } = request
  const definition = services.issue
  if (!definition.channels.includes(by.channel)) return refuse('channelNotOffered', { service: definition.name.zh })
  // 加强核验, as for every other service that touches a right: on a telephone nobody sees who holds it.
  if (by.channel === 'online' && !setting.policy.checks.stepUpMethods.includes(by.method))
    return refuse('stepUpNeeded', { service: definition.name.zh, serviceEn: definition.name.en })
  if (!isSignedSomehow(body.signature)) return refuse('signatureEmpty')
  const paper = await checkPaperSignature(tx, request)
  if (!paper.ok) return paper
  const proven = await findProvenApplicant(tx, by, setting.keyring)
  // null = the one that the unified identity gave, as it was shown.
  const reachable = body.phone ?? proven?.phone
  if (!reachable) return refuse('phoneMissing')
  const phone = parsePhone(reachable)
  if (!phone.ok) return phone
  const known = await knownOfNew(tx, { by, businessNow, on: capturedAt.today }, setting)
  const said = readAnswers(definition, body.answers, known)
  if (!said.ok) return said
  const answers = proven ? ok({ ...said.value, operatorIdNo: proven.idNo }) : said
  if (setting.keyring.blindIndex('person', answers.value['operatorIdNo'] ?? '') !== by.personIndex)
    return refuse('operatorNotApplicant')
  const { consent } = body
  const asked = { by, answers: answers.value, phone: phone.value, consent, business, businessNow, on: capturedAt.today }
  const facts = await factsOfNew(tx, asked, known, setting)
  const { verdict } = runNew(facts, setting)
  if (verdict.outcome === 'stop') return refusalOfStop(verdict.findings)
  const run = runRecord({ facts, verdict }, setting.policy)
  const saved = { request, answers: answers.value, phone: phone.value, run }
  const applicationNo = await store.saveSubmission(tx, rowsOf(saved, setting))
  await endDraftOf(tx, { personIndex: by.personIndex, service: 'issue', licenceNo: null }, at.instant.toString())
  await issuePaperLater(tx, 'receipt', applicationNo)
  await announce(tx, events.applicationSubmitted, {
    ...{ applicationNo, licenceNo: null, service: 'issue', outcome: 'person', timely: true },
  })
  return ok({
    applicationNo,
    checkCode: checkCodeOf(setting.keyring.blindIndex('progress', applicationNo)),
    outcome: 'person',
    state: 'submitted',
    ...personWords({ service: definition, window: null, validTo: null }, dueDays(at.today, setting)),
    findings: [...verdict.findings],
    licence: null,
    receivedAt: at.instant.toString(),
  })
}

interface ToSave {
  readonly request: SubmitRequest
  readonly answers: Answers
  readonly phone: string
  readonly run: store.RuleRun
}

function rowsOf({ request, answers, phone, run }: ToSave, setting: Setting): store.Submission {
  const { body, by, at, capturedAt } = request
  const { keyring, policy, calendar } = setting
  const dates = { state: 'submitted', receivedOn: at.today, extended: false } as const
  const open = { correctionAskedOn: null, acceptedOn: null, decidedOn: null, deemedAfter: null } as const
  return {
    service: 'issue',
    licenceNo: null,
    shopName: answers['shopName'] ?? '',
    // The town's office decides (ZMF 16); readAnswers takes no town of another county.
    areaCode: answers['town'] ?? '',
    personIndex: by.personIndex,
    state: 'submitted',
    outcome: 'person',
    timely: true,
    deemedAfter: null,
    receivedAt: at.instant.toString(),
    receivedOn: at.today.toString(),
    capturedAt: capturedAt.instant.toString(),
    startedAt: startOf(body.startedAt, capturedAt.instant).toString(),
    clock: runningClock({ ...dates, ...open }, { policy: policy.clocks, calendar }),
    channel: by.channel,
    terminalId: by.terminalId,
    sessionId: by.sessionId,
    method: by.method,
    phoneSealed: keyring.sealField(phone),
    phoneIndex: keyring.blindIndex('phone', phone),
    answersSealed: keyring.sealField(JSON.stringify(answers)),
    deliverMode: body.deliver.mode,
    deliverAddressSealed: body.deliver.address === null ? null : keyring.sealField(body.deliver.address),
    helperId: by.helperId,
    consentVersion: body.consent.version,
    signatureSealed: keyring.sealField(JSON.stringify(body.signature)),
    events: [{ event: 'submit', from: 'draft', to: 'submitted', by: by.label }],
    run,
  }
}
