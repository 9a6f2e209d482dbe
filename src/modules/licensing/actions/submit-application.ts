import { parseLicenceNo } from '#kernel/licence-no'
import { parsePhone } from '#kernel/phone'
import { ok, type Result, refuse } from '#kernel/refusal'
import { describeFaceCheck, findIdentityLevel } from '#modules/access'
import { setPhone } from '#modules/registry'
import { announceAll, factOf } from '#platform/announce'
import type { Tx } from '#platform/database'
import type { CheckResult } from '../contract.ts'
import * as events from '../events.ts'
import { issuePaperLater } from '../papers/issue-paper-job.ts'
import { automaticPapers } from '../papers/of-service.ts'
import { said } from '../rules/services/question.ts'
import { readAnswers } from '../rules/services/read-answers.ts'
import { requestFacts } from '../rules/services/request-facts.ts'
import { services } from '../rules/services/table.ts'
import { isSignedSomehow } from '../rules/signature.ts'
import { noteAgent } from '../store/mandates.ts'
import * as store from '../store.ts'
import { announceService } from './announce-service.ts'
import type { Filing, SubmitRequest } from './filing.ts'
import { type GrantedByMachine, grantByMachine } from './grant-by-machine.ts'
import { grantFacts } from './grant-facts.ts'
import { knownOf } from './known.ts'
import { checkPaperSignature } from './paper-signature.ts'
import { refusalOfStop } from './refusal-of-stop.ts'
import { runRules } from './run-rules.ts'
import type { Setting } from './setting.ts'
import { submissionOf } from './submission-of.ts'
import { resultOf } from './submit-result.ts'

/**
 * 提交申请 of a service on a licence that exists: locks the licence, runs the rules, and stores application, history, run
 * and, when everything passes, the licence as granted, in one statement. Refusals: everything that stops (nothing is
 * stored); never a refusal of what was asked for.
 */
export async function submitApplication(
  tx: Tx,
  request: SubmitRequest,
  setting: Setting,
): Promise<Result<CheckResult>> {
  const { body, by, capturedAt, business, businessNow } = request
  const fault = intakeFault(request, setting)
  if (fault) return fault
  const paper = await checkPaperSignature(tx, request)
  if (!paper.ok) return paper
  const licence = await store.lockLicence(tx, body.licenceNo ?? '')
  if (!licence || licence.operatorIndex !== by.personIndex) return refuse('licenceNotYours')
  const known = knownOf(licence, capturedAt.today, businessNow, setting)
  const answers = readAnswers(services[body.service], body.answers, known)
  if (!answers.ok) return answers
  const circumstances = await store.getCircumstances(tx, licence.licenceNo)
  const ran = await runRules(
    tx,
    {
      licence,
      circumstances,
      asked: {
        request: requestFacts(body.service, answers.value, known),
        personIndex: by.personIndex,
        method: by.method,
        face: by.terminalId === null ? undefined : await describeFaceCheck(tx, by.sessionId),
        level: by.method === 'oidc' ? await findIdentityLevel(tx, by.sessionId) : undefined,
        typed: by.cardTyped,
        ...(by.agent ? { agent: { form: by.agent.form } } : {}),
        consent: body.consent,
        business,
        phone: body.phone,
        assistedToday: by.helperId === null ? null : await store.countAssisted(tx, by.helperId, capturedAt.today),
        on: capturedAt.today,
      },
    },
    setting,
  )
  if (!ran.ok) return ran
  if (ran.value.outcome === 'stop') return refusalOfStop(ran.value.verdict.findings)
  const reachable = body.phone ?? said(answers.value, 'phone') ?? ran.value.register?.retailer.phoneMasked
  if (!reachable) return refuse('phoneMissing')
  return saveAndAnnounce(tx, { request, answers: answers.value, licence, ran: ran.value }, setting)
}

/** What can be said without the database. */
function intakeFault({ body, by }: SubmitRequest, { policy }: Setting): Result<never> | undefined {
  const service = services[body.service]
  if (!service.channels.includes(by.channel)) return refuse('channelNotOffered', { service: service.name.zh })
  // 加强核验: on a telephone nobody sees who holds it; a terminal and the counter do.
  if (service.stepUp && by.channel === 'online' && !policy.checks.stepUpMethods.includes(by.method))
    return refuse('stepUpNeeded', { service: service.name.zh, serviceEn: service.name.en })
  const licenceNo = parseLicenceNo(body.licenceNo ?? '', policy.bureau.areaCode)
  if (!licenceNo.ok) return licenceNo
  if (!isSignedSomehow(body.signature)) return refuse('signatureEmpty')
  const phone = body.phone === null ? undefined : parsePhone(body.phone)
  return phone && !phone.ok ? phone : undefined
}

async function saveAndAnnounce(tx: Tx, filing: Filing, setting: Setting): Promise<Result<CheckResult>> {
  const { request, licence, ran } = filing
  const { service } = request.body
  const granted = ran.outcome === 'grant' ? grantByMachine(filing, setting) : undefined
  const applicationNo = await store.saveSubmission(tx, submissionOf(filing, granted, setting))
  if (request.by.agent) await noteAgent(tx, applicationNo, request.by.agent.mandateId)
  const phone = newPhone(filing, granted)
  if (phone !== null) {
    const saved = await setPhone(tx, licence.licenceNo, phone, { keyring: setting.keyring, on: request.at.today })
    if (!saved.ok) return saved
  }
  const paper = granted ? automaticPapers[service] : 'receipt'
  if (paper) await issuePaperLater(tx, paper, applicationNo)
  const submitted = factOf(events.applicationSubmitted, {
    applicationNo,
    licenceNo: licence.licenceNo,
    service,
    outcome: granted ? 'grant' : 'person',
    timely: ran.window.kind === 'open',
  })
  await announceAll(tx, [submitted, ...(granted ? grantFacts({ service, after: granted.after }) : [])])
  const { mode: deliverMode } = request.body.deliver
  // Whoever takes the electronic licence has it on the screen; only paper is on its way.
  if (granted?.after.newVersion && deliverMode !== 'electronic')
    await announceService(
      tx,
      {
        applicationNo,
        licenceNo: licence.licenceNo,
        areaCode: licence.areaCode,
        service,
        result: 'grant',
        deliverMode,
      },
      request.at.today,
      setting,
    )
  return ok(resultOf(filing, { applicationNo, granted }, setting))
}

/** The number confirmed for this application, or the new one that a granted change asks for. */
function newPhone({ request, answers }: Filing, granted: GrantedByMachine | undefined): string | null {
  const changed = request.body.service === 'change' && granted ? said(answers, 'phone') : undefined
  return changed ?? request.body.phone
}
