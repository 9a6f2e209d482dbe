import { cleanText } from '#kernel/chinese-text'
import type { Moment } from '#kernel/dates'
import { ok, type Result } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { insertMessage } from '../../store/informant.ts'
import { hourOf } from '../hour.ts'
import type { Setting } from '../setting.ts'
import { callSoon } from './call-reporter.ts'
import { withoutReporterOf } from './unnamed.ts'

interface ReportedClue {
  readonly no: string
  readonly informantCode: string | null
}

/** 反馈: words for whoever holds the receipt; sealed like the identity itself. */
export async function tellReporter(
  tx: Tx,
  clue: ReportedClue,
  text: string,
  at: Moment,
  { keyring }: Setting,
): Promise<void> {
  if (clue.informantCode === null) return
  const textSealed = keyring.vault.seal(text, clue.informantCode)
  await insertMessage(tx, clue.no, { fromReporter: false, textSealed, atHour: hourOf(at.instant).toString() })
  await callSoon(tx, clue.informantCode, at)
}

/** 举报人补充: what the holder of the receipt writes; only the desk reads it, and not who it is. */
export async function hearReporter(
  tx: Tx,
  clue: ReportedClue & { readonly informantCode: string },
  given: string,
  at: Moment,
  { keyring }: Setting,
): Promise<Result<undefined>> {
  const text = cleanText(given, { max: 1000, lines: true })
  if (!text.ok) return text
  const said = await withoutReporterOf(tx, clue.no, text.value, keyring)
  const textSealed = keyring.vault.seal(said, clue.informantCode)
  await insertMessage(tx, clue.no, { fromReporter: true, textSealed, atHour: hourOf(at.instant).toString() })
  return ok(undefined)
}
