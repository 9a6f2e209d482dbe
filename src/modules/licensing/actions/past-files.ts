import { randomUUID } from 'node:crypto'
import { dayInChina, type Moment } from '#kernel/dates'
import { ok, type Result } from '#kernel/refusal'
import { addWorkingDays } from '#kernel/working-days'
import { renewalFacts } from '#modules/registry'
import type { Tx } from '#platform/database'
import { decideRating, type Said } from '../rules/rating/decide-rating.ts'
import { type FollowUpOutcome, isBad } from '../rules/rating/grades.ts'
import type { Answers } from '../rules/services/question.ts'
import type { Channel, ServiceCode } from '../rules/services/service.ts'
import { hasPastFiles, type PastRow, savePastFiles, siteChecksOf } from '../store/past-files.ts'
import { type PastRun, pastRun } from './past-run.ts'
import type { Setting } from './setting.ts'

/** A closed file of a demonstration as its story tells it; the days follow from the bureau's own clocks. */
export interface PastFile {
  readonly licenceNo: string
  readonly service: Exclude<ServiceCode, 'issue' | 'close'>
  readonly answers: Answers
  readonly channel: Channel
  readonly terminalId: string | null
  readonly helped: boolean
  /** First touch to submit. */
  readonly applyMinutes: number
  readonly submittedAt: string
  /** How the person was proven. */
  readonly method: string
  /** 届满日 of a renewal. */
  readonly deemedAfter: string | null
  /** Of a 恢复营业: the pause that it ends. */
  readonly pause: { readonly from: string; readonly to: string } | null
  readonly corrected: boolean
  /** Working days from acceptance. */
  readonly decideDays: number
  readonly rated: Said | null
  /** What the follow-up of a bad rating found; null leaves it open. */
  readonly followUp: { readonly outcome: FollowUpOutcome; readonly note: string } | null
}

/** Ids of staff. Whoever calls back has handled none of the files. */
export interface PastOfficers {
  readonly window: string
  readonly reviewer: string
  readonly decider: string
  readonly helper: string
  readonly caller: string
}

/**
 * 往期办件 of a demonstration (模拟数据), once: a second call, and files that would not be closed by now, change nothing.
 * Each goes through the rules under the values of its day: what passes was granted by the machine at once, what does not was decided
 * by two people, and what they stop was never filed.
 */
export async function seedPastFiles(
  tx: Tx,
  files: readonly PastFile[],
  { officers, at, setting }: { readonly officers: PastOfficers; readonly at: Moment; readonly setting: Setting },
): Promise<Result<{ files: number }>> {
  if (await hasPastFiles(tx)) return ok({ files: 0 })
  const checked = await siteChecksOf(tx)
  const rows: PastRow[] = []
  const policies = new Map<string, unknown>()
  for (const file of files) {
    const register = await renewalFacts(tx, file.licenceNo)
    const on = dayInChina(file.submittedAt)
    const siteCheckedOn = (checked.get(file.licenceNo) ?? []).findLast(day => day <= on.toString()) ?? null
    const ran = register && pastRun(file, register, { on, siteCheckedOn, calendar: setting.calendar })
    if (!ran || ran.outcome === 'stop') continue
    const row = rowOf(ran.outcome === 'grant' ? atOnce(file) : file, ran, setting)
    if (!row || row.calledAt >= at.instant.toString()) continue
    policies.set(ran.run.policyVersion, ran.run.policy)
    rows.push(row)
  }
  return ok({ files: await savePastFiles(tx, rows, { officers, policies }) })
}

/** What the machine granted was not corrected, was not slow, and nobody complains of either. */
const atOnce = (file: PastFile): PastFile => ({
  ...file,
  corrected: false,
  rated: file.rated?.reasons.some(reason => reason === 'slow' || reason === 'unclear') ? null : file.rated,
})

const at = (day: Temporal.PlainDate, hour: number): string =>
  day.toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: { hour } }).toInstant().toString()

/** Undefined where a day falls into a year whose holidays are not published. */
function rowOf(
  file: PastFile,
  { outcome: found, method, run }: PastRun,
  { policy, calendar, keyring }: Setting,
): PastRow | undefined {
  const { rated, followUp, answers, applyMinutes, pause: _, ...told } = file
  const machine = found === 'grant'
  const receivedOn = dayInChina(file.submittedAt)
  const after = (day: Temporal.PlainDate | undefined, days: number) => {
    const found = day && addWorkingDays(calendar, day, days)
    return found?.ok ? found.value : undefined
  }
  const askedOn = after(receivedOn, 1)
  const acceptedOn = machine ? receivedOn : after(receivedOn, file.corrected ? 4 : 1)
  const decidedOn = machine ? receivedOn : after(acceptedOn, file.decideDays)
  const decideBy = after(acceptedOn, policy.clocks.promisedDays)
  const servedOn = after(decidedOn, 1)
  const ratedOn = servedOn?.add({ days: 1 })
  const calledOn = after(ratedOn, 1)
  if (!askedOn || !acceptedOn || !decidedOn || !decideBy || !servedOn || !ratedOn || !calledOn) return undefined
  const said = rated && decideRating(rated, ratedOn, { followUpDays: policy.rating.followUpDays, calendar })
  const rating = said?.ok ? said.value : null
  return {
    ...told,
    method,
    machine,
    ruleVersion: run.ruleVersion,
    policyVersion: run.policyVersion,
    facts: run.facts,
    factsDigest: run.factsDigest,
    findings: run.findings,
    sessionId: randomUUID(),
    startedAt: Temporal.Instant.from(file.submittedAt)
      .subtract({ seconds: Math.round(applyMinutes * 60) })
      .toString(),
    receivedOn: receivedOn.toString(),
    askedAt: file.corrected ? at(askedOn, 10) : null,
    acceptedAt: machine ? file.submittedAt : at(acceptedOn, 11),
    reviewedAt: at(acceptedOn, 15),
    proposedAt: at(decidedOn, 9),
    decidedAt: machine ? file.submittedAt : at(decidedOn, 16),
    decidedOn: decidedOn.toString(),
    decideBy: decideBy.toString(),
    servedAt: at(servedOn, 10),
    ratedAt: at(ratedOn, 12),
    consentVersion: policy.checks.consentVersion,
    answersSealed: keyring.sealField(JSON.stringify(answers)),
    signatureSealed: keyring.sealField(JSON.stringify(nobodysSignature)),
    grade: rating?.grade ?? null,
    reasons: rating?.reasons ?? [],
    wordsSealed: rating?.words ? keyring.sealField(rating.words) : null,
    followUpBy: rating?.followUpBy ?? null,
    outcome: rating && isBad(rating.grade) && followUp ? followUp.outcome : null,
    noteSealed: followUp && keyring.sealField(followUp.note),
    calledAt: at(calledOn, 15),
  }
}

/** One stroke: nobody's. */
export const nobodysSignature = {
  kind: 'handwritten' as const,
  width: 600,
  height: 300,
  strokes: [[20, 150, 580, 150]],
}
