import { actorLabel } from '#kernel/actor'
import { parsePhone } from '#kernel/phone'
import { type ClockDates, runningClock } from '../rules/application/clocks.ts'
import type { Submission } from '../store.ts'
import type { Filing } from './filing.ts'
import type { Granted } from './grant-by-machine.ts'
import { runRecord } from './run-rules.ts'
import type { Setting } from './setting.ts'

/** The rows of one filing: person and signature sealed, the run without a name in it. */
export function submissionOf(
  { request, licence, ran }: Filing,
  granted: Granted | undefined,
  setting: Setting,
): Submission {
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
