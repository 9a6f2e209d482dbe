import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { type Identity, masked, partsOf, readingsOf } from '../../rules/informant/redact.ts'
import { aboutReporting } from '../../rules/informant/reporting.ts'
import { listCodes } from '../../store/clue.ts'
import { isNamed, markedOf, putMarks } from '../../store/informant.ts'

type Keys = Pick<Keyring, 'blindIndex'>

/** Bound to the code name: the same person in two reports has nothing in common here. */
const markOf = (keyring: Keys, code: string, reading: string): string =>
  keyring.blindIndex(`informant mark ${code}`, reading)

/** 封存 also leaves fingerprints, so that a text written later can be asked whether it names him. */
export async function markReporter(tx: Tx, code: string, identity: Identity, keyring: Keys): Promise<void> {
  await putMarks(
    tx,
    code,
    partsOf(identity).map(part => markOf(keyring, code, part)),
  )
}

/** Those who sign a record under their own names; of a reporter among them only what tells of the report is compared. */
interface Signed {
  readonly signers?: readonly string[]
}

/** The readings in these texts that name whoever reported this matter (a clue, those it was joined with, or the case it became). */
async function hisReadings(
  tx: Tx,
  matterNo: string,
  texts: readonly string[],
  keyring: Keys,
  { signers = [] }: Signed = {},
): Promise<ReadonlySet<string>> {
  const his = new Set<string>()
  const all = readingsIn(texts)
  if (all.length === 0) return his
  const own = signers.flatMap(name => partsOf({ name }))
  for (const code of await listCodes(tx, matterNo)) {
    if (!(await isNamed(tx, code))) continue
    const ownMarks = own.map(part => markOf(keyring, code, part))
    const signs = ownMarks.length > 0 && (await markedOf(tx, code, ownMarks)).length > 0
    const readings = signs ? readingsIn(texts.flatMap(aboutReporting)) : all
    const byMark = new Map(readings.map(reading => [markOf(keyring, code, reading), reading]))
    for (const mark of await markedOf(tx, code, [...byMark.keys()])) his.add(byMark.get(mark) ?? '')
  }
  return his
}

const readingsIn = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.flatMap(text => readingsOf(text).map(one => one.text))),
]

/**
 * 文字里不写举报人 (YSJ 41): what an officer writes about a matter is refused where it names who reported it. The refusal says neither
 * which word nor whose: it stands in the ledger, and the heads see it.
 */
export async function leaveUnnamed(
  tx: Tx,
  matterNo: string,
  texts: readonly string[],
  keyring: Keys,
  signed: Signed = {},
): Promise<Result<undefined>> {
  const his = await hisReadings(tx, matterNo, texts, keyring, signed)
  return his.size === 0 ? ok(undefined) : refuse('reporterNamed')
}

/** What others wrote and cannot be asked to write again (an agency's answer): shown without who reported. */
export async function withoutReporterOf(tx: Tx, matterNo: string, text: string, keyring: Keys): Promise<string> {
  const his = await hisReadings(tx, matterNo, [text], keyring)
  return his.size === 0 ? text : masked(text, reading => his.has(reading))
}
