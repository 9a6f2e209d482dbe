import { parseLicenceNo } from '#kernel/licence-no'
import { parsePhone } from '#kernel/phone'
import { ok, type Result, refuse } from '#kernel/refusal'
import { setPhone } from '#modules/registry'
import { announce } from '#platform/announce'
import type { Tx } from '#platform/database'
import type { CheckResult, SubmitRenewal } from '../contract.ts'
import * as events from '../events.ts'
import { issuePaperLater } from '../papers/issue-paper-job.ts'
import { publicLicenceState } from '../rules/licence/moves.ts'
import { isSigned } from '../rules/signature.ts'
import * as store from '../store.ts'
import type { Filing, SubmitRequest } from './filing.ts'
import { grantByMachine } from './grant-by-machine.ts'
import { refusalOfStop } from './refusal-of-stop.ts'
import { runRules } from './run-rules.ts'
import type { Setting } from './setting.ts'
import { submissionOf } from './submission-of.ts'
import { resultOf } from './submit-result.ts'

/**
 * 提交延续申请: locks the licence, runs the rules, and stores application, history, run and, when everything passes, the
 * renewed licence in one statement. Refusals: everything that stops (nothing is stored); never a refusal of the renewal.
 */
export async function submitRenewal(tx: Tx, request: SubmitRequest, setting: Setting): Promise<Result<CheckResult>> {
  const { body, by, capturedAt } = request
  const fault = intakeFault(body, setting)
  if (fault) return fault
  const licence = await store.lockLicence(tx, body.licenceNo)
  if (!licence || licence.operatorIndex !== by.personIndex) return refuse('licenceNotYours')
  const circumstances = await store.getCircumstances(tx, licence.licenceNo)
  const ran = await runRules(
    tx,
    {
      licence,
      circumstances,
      request: {
        personIndex: by.personIndex,
        method: by.method,
        consent: body.consent,
        business: request.business,
        on: capturedAt.today,
      },
    },
    setting,
  )
  if (!ran.ok) return ran
  if (ran.value.outcome === 'stop') return refusalOfStop(ran.value.verdict.findings)
  if (body.phone === null && !ran.value.register?.retailer.phoneMasked) return refuse('phoneMissing')
  return saveAndAnnounce(tx, { request, licence, ran: ran.value }, setting)
}

/** What can be said without the database. */
function intakeFault(body: SubmitRenewal, { policy }: Setting): Result<never> | undefined {
  const licenceNo = parseLicenceNo(body.licenceNo, policy.bureau.areaCode)
  if (!licenceNo.ok) return licenceNo
  if (!isSigned(body.signature.strokes)) return refuse('signatureEmpty')
  const phone = body.phone === null ? undefined : parsePhone(body.phone)
  return phone && !phone.ok ? phone : undefined
}

async function saveAndAnnounce(tx: Tx, filing: Filing, setting: Setting): Promise<Result<CheckResult>> {
  const { request, licence, ran } = filing
  const granted = ran.outcome === 'grant' ? grantByMachine(licence, request.at, setting) : undefined
  const applicationNo = await store.saveSubmission(tx, submissionOf(filing, granted, setting))
  if (request.body.phone !== null) {
    const saved = await setPhone(tx, licence.licenceNo, request.body.phone, setting.keyring)
    if (!saved.ok) return saved
  }
  await issuePaperLater(tx, granted ? 'renewalGrant' : 'receipt', applicationNo)
  const outcome = ran.outcome === 'grant' ? 'grant' : 'person'
  await announce(tx, events.applicationSubmitted, {
    applicationNo,
    licenceNo: licence.licenceNo,
    service: 'renewal',
    outcome,
    timely: ran.window.kind === 'open',
  })
  if (granted) {
    const { state, face } = granted.renewed
    const { validFrom, validTo, version } = face
    await announce(tx, events.licenceRenewed, {
      licenceNo: licence.licenceNo,
      state: publicLicenceState(state),
      validFrom,
      validTo,
      version,
    })
  }
  return ok(resultOf(filing, { applicationNo, granted }, setting))
}
