import type { Moment } from '#kernel/dates'
import { findAnswer, intelligenceSettingOn, takeFromPartner } from '#modules/intelligence'
import { answerTip, noteTipClue, readTip } from '#modules/partners'
import type { Tx } from '../platform/database.ts'
import type { Keyring } from '../platform/keyring.ts'

/** 部门报送 → 线索 (reference §7, YSJ 41): told once, a clue once; the agency sees the number under which it was taken. */
export async function clueOfTip(
  tx: Tx,
  { tipNo }: { readonly tipNo: string },
  at: Moment,
  keyring: Keyring,
): Promise<void> {
  const told = await readTip(tx, tipNo, keyring)
  if (!told) return
  const taken = await takeFromPartner(tx, told, at, intelligenceSettingOn(at.today, keyring))
  // A refusal here is an error of the house, not of the agency: the job tries again and is seen by whoever looks after jobs.
  if (!taken.ok) throw new Error(`${tipNo}: ${taken.refusal}`)
  await noteTipClue(tx, tipNo, taken.value)
}

/** 线索反馈 → 报送单位: the words go back to whoever told it, and to nobody else. */
export async function answerToTip(
  tx: Tx,
  {
    clueNo,
    source,
    outcome,
  }: { readonly clueNo: string; readonly source: string; readonly outcome: Parameters<typeof answerTip>[1]['outcome'] },
  at: Moment,
  keyring: Keyring,
): Promise<void> {
  if (source !== 'partner') return
  const words = await findAnswer(tx, clueNo, keyring)
  if (words !== undefined) await answerTip(tx, { clueNo, outcome, words }, at, keyring)
}
