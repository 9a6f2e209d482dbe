import type { Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import { readStanding } from '../queries/standing.ts'
import type { Input, StepFacts } from '../rules/file.ts'
import { type FileRecord, listDoers, lockFile } from '../store/files.ts'
import type { Setting } from './setting.ts'

interface Step {
  readonly file: FileRecord
  readonly event: string
  readonly input: Input
  readonly by: string
  readonly at: Moment
}

/** What a rule may know of the shop and of what the file is about. The record spoken of is locked with it. */
export async function gatherFacts(tx: Tx, { file, event, input, by, at }: Step, setting: Setting): Promise<StepFacts> {
  const about = input['about'] ?? file.data['about']
  const target =
    typeof about === 'string' && /^(XY|YD)-\d{4}-\d{6}$/.test(about) ? await lockFile(tx, about) : undefined
  const mine = target?.licenceNo === file.licenceNo ? target : undefined
  return {
    file,
    event,
    input,
    by,
    today: at.today,
    policy: setting.policy,
    calendar: setting.calendar,
    standing: await readStanding(tx, file.licenceNo),
    ...(mine ? { target: { ...mine, doers: await listDoers(tx, mine.id) } } : {}),
  }
}
