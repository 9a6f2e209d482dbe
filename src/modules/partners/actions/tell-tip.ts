import { cleanText } from '#kernel/chinese-text'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { announce } from '#platform/announce'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import type { TipAsked } from '../contract/tips.ts'
import { tipTold } from '../events.ts'
import { findAgency } from '../queries/agencies.ts'
import { type TipOutcome, tipArea } from '../rules/tip.ts'
import { takeSerial } from '../store/serials.ts'
import { findTip, findTipBy, insertTip, saveTipAnswer, saveTipClue } from '../store/tips.ts'

interface Teller {
  readonly agencyId: string
  readonly by: string
  readonly at: Moment
  readonly keyring: Pick<Keyring, 'sealField' | 'openField'>
}

/**
 * 报送线索 (reference §7, YSJ 41): kept as it was told, sealed; a reaction makes one clue of it. The same number with the same words is
 * the same telling; with other words it is refused, so that nothing is dropped in silence.
 */
export async function tellTip(tx: Tx, asked: TipAsked, teller: Teller): Promise<Result<{ no: string }>> {
  const { agencyId, by, at, keyring } = teller
  const agency = await findAgency(tx, agencyId)
  if (agency?.state !== 'active') return refuse('agencyMissing')
  const text = cleanText(asked.text, { max: 3000, lines: true })
  if (!text.ok) return text
  const serial = await takeSerial(tx, 'BS', at.today.year)
  const no = `BS-${at.today.year}-${String(serial).padStart(6, '0')}`
  const given = asked.ref.trim()
  const ref = given === '' ? no : given
  const areaCode = tipArea(agency.areas)
  const textSealed = keyring.sealField(text.value)
  const { matter } = asked
  if (!(await insertTip(tx, { no, agencyId, ref, matter, areaCode, textSealed, by, at: `${at.instant}` }))) {
    const known = await findTipBy(tx, agencyId, ref)
    const same = known?.matter === matter && keyring.openField(known.textSealed) === text.value
    return known && same ? ok({ no: known.no }) : refuse('tipRefTaken', { ref })
  }
  await announce(tx, tipTold, { tipNo: no, agencyId, areaCode })
  return ok({ no })
}

/** For the reaction that makes a clue of it: what was told, with who told it; undefined: it is one already. */
export async function readTip(tx: Tx, no: string, keyring: Pick<Keyring, 'openField'>) {
  const tip = await findTip(tx, no)
  if (!tip || tip.clueNo !== null) return undefined
  const { agency, ref: itemRef, matter, areaCode, textSealed } = tip
  return { agency, itemRef, matter, areaCode, text: keyring.openField(textSealed) }
}

/** 已受理: the clue it became. */
export async function noteTipClue(tx: Tx, no: string, clueNo: string): Promise<void> {
  await saveTipClue(tx, no, clueNo)
}

/** 反馈 (YSJ 41): what became of the clue, with the words its handler wrote for whoever told it. A clue of nobody's tip is none of ours. */
export async function answerTip(
  tx: Tx,
  { clueNo, outcome, words }: { readonly clueNo: string; readonly outcome: TipOutcome; readonly words: string },
  at: Moment,
  keyring: Pick<Keyring, 'sealField'>,
): Promise<void> {
  await saveTipAnswer(tx, clueNo, { outcome, answerSealed: keyring.sealField(words), answeredAt: `${at.instant}` })
}
