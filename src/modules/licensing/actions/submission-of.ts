import { parsePhone } from '#kernel/phone'
import { type ClockDates, runningClock } from '../rules/application/clocks.ts'
import type { Submission } from '../store.ts'
import type { Filing } from './filing.ts'
import type { GrantedByMachine } from './grant-by-machine.ts'
import { runRecord } from './run-rules.ts'
import type { Setting } from './setting.ts'

/** The rows of one filing: person and signature sealed, the run without a name in it. */
export function submissionOf(
  { request, answers, licence, ran }: Filing,
  granted: GrantedByMachine | undefined,
  setting: Setting,
): Submission {
  const { body, by, at, capturedAt } = request
  const state = granted ? 'granted' : 'submitted'
  const submitted = { event: 'submit', from: 'draft', to: 'submitted', by: by.label } as const
  const renewal = body.service === 'renewal'
  return {
    service: body.service,
    licenceNo: licence.licenceNo,
    shopName: licence.shopName,
    areaCode: licence.areaCode,
    personIndex: by.personIndex,
    state,
    outcome: granted ? 'grant' : 'person',
    timely: !renewal || ran.window.kind === 'open',
    deemedAfter: renewal ? licence.validTo : null,
    receivedAt: at.instant.toString(),
    receivedOn: at.today.toString(),
    capturedAt: capturedAt.instant.toString(),
    startedAt: startOf(body.startedAt, capturedAt.instant).toString(),
    clock: clockOf({ request, answers, licence, ran }, state, setting),
    channel: by.channel,
    terminalId: by.terminalId,
    sessionId: by.sessionId,
    method: by.method,
    phoneSealed: body.phone === null ? null : setting.keyring.sealField(phoneText(body.phone)),
    phoneIndex: ran.phoneIndex,
    answersSealed: setting.keyring.sealField(JSON.stringify(answers)),
    deliverMode: body.deliver.mode,
    deliverAddressSealed: body.deliver.address === null ? null : setting.keyring.sealField(body.deliver.address),
    helperId: by.helperId,
    consentVersion: body.consent.version,
    signatureSealed: setting.keyring.sealField(JSON.stringify(body.signature)),
    events: [submitted, ...(granted?.events ?? [])],
    run: runRecord(ran, setting.policy),
    ...(granted ? { granted: { opinion: granted.opinion, after: granted.after } } : {}),
  }
}

/** Already parsed once at the intake. */
function phoneText(text: string): string {
  const phone = parsePhone(text)
  return phone.ok ? phone.value : text
}

/** The client's clock only measures its own duration: a start in the future or of last week counts as none. */
export function startOf(text: string, captured: Temporal.Instant): Temporal.Instant {
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
  const silenceGrants = request.body.service === 'renewal' && ran.window.kind === 'open'
  const dates: ClockDates = {
    state,
    receivedOn: today,
    correctionAskedOn: null,
    acceptedOn: null,
    extended: false,
    decidedOn: state === 'granted' ? today : null,
    deemedAfter: state === 'submitted' && silenceGrants ? Temporal.PlainDate.from(licence.validTo) : null,
  }
  return runningClock(dates, { policy: policy.clocks, calendar })
}
