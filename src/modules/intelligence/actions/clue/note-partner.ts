import type { Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { lockClue, writeClueEvent } from '../../store/clue.ts'
import { withoutReporterOf } from '../informant/unnamed.ts'

interface Told {
  readonly clueNo: string
  readonly itemNo: string
  readonly words: string
  readonly by: string
}

/** 协作单位的答复 (reaction): a line of the clue's history. The clue goes on by its own steps; an answer takes none of them. */
export async function notePartner(
  tx: Tx,
  { clueNo, itemNo, words, by }: Told,
  at: Moment,
  keyring: Pick<Keyring, 'sealField' | 'blindIndex'>,
): Promise<void> {
  const clue = await lockClue(tx, clueNo)
  if (!clue) return
  const said = await withoutReporterOf(tx, clueNo, words, keyring)
  const line = { event: 'partnerAnswer', to: clue.state, by, at: at.instant.toString(), on: at.today.toString() }
  await writeClueEvent(tx, clueNo, { ...line, noteSealed: keyring.sealField(`${itemNo}：${said}`) })
}
