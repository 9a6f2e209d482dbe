import { randomUUID } from 'node:crypto'
import { type Moment, momentOf } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { addWorkingDays } from '#kernel/working-days'
import type { Tx } from '#platform/database'
import { licensingPolicy } from '../policy.ts'
import type { RawStepInput } from '../rules/application/step-input.ts'
import type { BusinessFact } from '../rules/checks/facts.ts'
import type { Answers } from '../rules/services/question.ts'
import type { ServiceCode } from '../rules/services/service.ts'
import * as store from '../store.ts'
import { applicantOf } from './filing.ts'
import { nobodysSignature } from './past-files.ts'
import type { Setting } from './setting.ts'
import { settingOf } from './settings.ts'
import { submitApplication } from './submit-application.ts'
import { type Officer, takeStep } from './take-step.ts'

/** A file of a demonstration that is not decided yet: when it was filed and what officers have done with it since. */
export interface OpenFile {
  readonly licenceNo: string
  readonly terminalId: string | null
  readonly service: Exclude<ServiceCode, 'issue'>
  readonly answers: Answers
  /** What the market regulator had answered: what is not well is looked at by a person. */
  readonly business: BusinessFact
  /** Working days before today. */
  readonly filedAgo: number
  readonly steps: readonly {
    readonly by: Officer
    readonly event: string
    readonly ago: number
    readonly input: RawStepInput
  }[]
}

/**
 * 在办件 of a demonstration (模拟数据): filed and carried on by the same actions as every other, each on its day and under the values of that day.
 * What the rules stop is refused as at the terminal and leaves nothing behind.
 */
export async function seedOpenFile(
  tx: Tx,
  file: OpenFile,
  { at, keyring }: { readonly at: Moment; readonly keyring: Setting['keyring'] },
): Promise<Result<{ applicationNo: string; state: string }>> {
  const { licenceNo, filedAgo, steps } = file
  const licence = await store.lockLicence(tx, licenceNo)
  const filed = momentAgo(filedAgo, 10, at, keyring)
  if (!licence?.operatorIndex || !filed) return refuse('notFound')
  const submitted = await submitApplication(
    tx,
    requestOf(file, licence.operatorIndex, filed),
    settingOf({ keyring }, filed.today),
  )
  if (!submitted.ok) return submitted
  const { applicationNo } = submitted.value
  let state = 'submitted'
  for (const { by, event, ago, input } of steps) {
    const now = momentAgo(ago, 15, at, keyring)
    const found = await store.lockApplication(tx, applicationNo)
    if (!found || !now) throw new Error(`${applicationNo} cannot be carried on`)
    const request = { applicationNo, event, version: found.version, input, by, at: now }
    const stepped = await takeStep(tx, request, settingOf({ keyring }, now.today))
    if (!stepped.ok) throw new Error(`${event} of ${applicationNo}: ${stepped.refusal}`)
    state = stepped.value.state
  }
  return ok({ applicationNo, state })
}

/** Working days back, at a full hour; undefined where the holidays of that year are not published. Never later than now. */
function momentAgo(days: number, hour: number, at: Moment, keyring: Setting['keyring']): Moment | undefined {
  const day = addWorkingDays(settingOf({ keyring }, at.today).calendar, at.today, -days)
  if (!day.ok) return undefined
  return momentOf(day.value.toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: { hour } }).toInstant())
}

const requestOf = (
  { licenceNo, terminalId, service, answers, business }: OpenFile,
  personIndex: string,
  filed: Moment,
) => ({
  body: {
    service,
    licenceNo,
    answers,
    deliver: { mode: 'electronic' as const, address: null },
    phone: null,
    consent: { version: licensingPolicy(filed.today).checks.consentVersion, agreed: true },
    signature: nobodysSignature,
    startedAt: filed.instant.subtract({ minutes: 4 }).toString(),
  },
  by: applicantOf({
    kind: 'citizen',
    personIndex,
    sessionId: randomUUID(),
    method: 'card',
    ...(terminalId ? { terminalId } : {}),
  }),
  at: filed,
  capturedAt: filed,
  business,
  businessNow: null,
})
