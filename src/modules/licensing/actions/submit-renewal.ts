import { type Actor, actorLabel } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import { parseLicenceNo } from '#kernel/licence-no'
import { parsePhone } from '#kernel/phone'
import { ok, type Result, refuse } from '#kernel/refusal'
import { addWorkingDays } from '#kernel/working-days'
import { setPhone } from '#modules/registry'
import { announce } from '#platform/announce'
import type { Tx } from '#platform/database'
import type { CheckResult, SubmitRenewal } from '../contract.ts'
import * as events from '../events.ts'
import { issuePaperLater } from '../papers/issue-paper-job.ts'
import { type ClockDates, runningClock } from '../rules/application/clocks.ts'
import { licenceCard } from '../rules/licence/card.ts'
import { publicLicenceState } from '../rules/licence/moves.ts'
import type { BusinessFact } from '../rules/renewal/facts.ts'
import { type DueDays, grantedWords, personWords } from '../rules/renewal/result-texts.ts'
import { isSigned } from '../rules/signature.ts'
import * as store from '../store.ts'
import { type Granted, grantByMachine } from './grant-by-machine.ts'
import { refusalOfStop } from './refusal-of-stop.ts'
import { type RanRules, runRecord, runRules } from './run-rules.ts'
import type { Setting } from './setting.ts'

export type Citizen = Extract<Actor, { kind: 'citizen' }>

export interface SubmitRequest {
  readonly body: SubmitRenewal
  readonly by: Citizen
  readonly at: Moment
  /** When the citizen filed; a terminal that was cut off sends it later. */
  readonly capturedAt: Moment
  /** Answer of the market regulator, asked before the transaction. */
  readonly business: BusinessFact
}

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

interface Filing {
  readonly request: SubmitRequest
  readonly licence: store.LicenceRow
  readonly ran: RanRules
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

function submissionOf(
  { request, licence, ran }: Filing,
  granted: Granted | undefined,
  setting: Setting,
): store.Submission {
  const { body, by, at, capturedAt } = request
  const state = granted ? 'granted' : 'submitted'
  const submitted = { event: 'submit', from: 'draft', to: 'submitted', by: actorLabel(by) } as const
  return {
    licenceNo: licence.licenceNo,
    areaCode: licence.areaCode,
    personIndex: by.personIndex,
    state,
    outcome: granted ? 'grant' : 'person',
    timely: ran.window.kind === 'open',
    deemedAfter: licence.validTo,
    receivedAt: at.instant.toString(),
    receivedOn: at.today.toString(),
    capturedAt: capturedAt.instant.toString(),
    startedAt: startOf(body.startedAt, capturedAt.instant).toString(),
    clock: clockOf({ request, licence, ran }, state, setting),
    channel: by.terminalId === undefined ? 'online' : 'terminal',
    terminalId: by.terminalId ?? null,
    sessionId: by.sessionId,
    method: by.method,
    phoneSealed: body.phone === null ? null : setting.keyring.sealField(phoneText(body.phone)),
    consentVersion: body.consent.version,
    signatureSealed: setting.keyring.sealField(JSON.stringify(body.signature)),
    events: [submitted, ...(granted?.events ?? [])],
    run: runRecord(ran, setting.policy.version),
    ...(granted ? { granted } : {}),
  }
}

/** Already parsed once at the intake. */
function phoneText(text: string): string {
  const phone = parsePhone(text)
  return phone.ok ? phone.value : text
}

/** The client's clock only measures its own duration: a start in the future or of last week counts as none. */
function startOf(text: string, captured: Temporal.Instant): Temporal.Instant {
  try {
    const start = Temporal.Instant.from(text)
    const plausible = Temporal.Instant.compare(start, captured) <= 0 && captured.since(start).total('hours') < 24
    return plausible ? start : captured
  } catch {
    return captured
  }
}

function clockOf({ request, licence, ran }: Filing, state: 'submitted' | 'granted', { policy, calendar }: Setting) {
  const { today } = request.at
  const dates: ClockDates = {
    state,
    receivedOn: today,
    correctionAskedOn: null,
    acceptedOn: null,
    extended: false,
    decidedOn: state === 'granted' ? today : null,
    deemedAfter: state === 'submitted' && ran.window.kind === 'open' ? Temporal.PlainDate.from(licence.validTo) : null,
  }
  return runningClock(dates, { policy: policy.clocks, calendar })
}

function resultOf(
  { request, licence, ran }: Filing,
  saved: { applicationNo: string; granted: Granted | undefined },
  setting: Setting,
): CheckResult {
  const { granted, applicationNo } = saved
  const validTo = Temporal.PlainDate.from(licence.validTo)
  const due = dueDays(request.at.today, setting)
  const words = granted ? grantedWords(granted.term.validTo, due) : personWords(ran.window, validTo, due)
  const face = granted?.renewed.face
  const card = licenceCard(
    {
      ...licence,
      ...(face ? { validFrom: face.validFrom, validTo: face.validTo, version: face.version } : {}),
      openApplicationNo: granted ? null : applicationNo,
    },
    granted ? granted.window : ran.window,
  )
  return {
    applicationNo,
    outcome: granted ? 'grant' : 'person',
    state: granted ? 'granted' : 'submitted',
    ...words,
    findings: [...ran.verdict.findings],
    licence: card,
    receivedAt: request.at.instant.toString(),
  }
}

function dueDays(today: Temporal.PlainDate, { policy, calendar }: Setting): DueDays {
  const after = (days: number) => {
    const due = addWorkingDays(calendar, today, days)
    return due.ok ? due.value : null
  }
  const { correctionDays, serveDays, promisedDays } = policy.clocks
  return { accept: after(correctionDays), serve: after(serveDays), promisedDays }
}
