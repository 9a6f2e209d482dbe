import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { findClue } from '../../queries/clues.ts'
import type { ClueMatter, ClueSource } from '../../rules/clue/words.ts'
import { hourOf } from './take-clue.ts'

/** What a case file may say of where it came from. */
export interface ClueForCase {
  readonly clueNo: string
  readonly source: ClueSource
  readonly matter: ClueMatter
  readonly areaCode: string
  readonly text: string
  /** 代号: all a paper of the case ever says of who reported; null where nobody did. */
  readonly informantCode: string | null
  /** 小时取整. */
  readonly receivedAt: string
  readonly receivedOn: string
}

/** 案卷里的线索: code name and rounded hour, whatever the clue is. */
export async function describeClue(
  tx: Tx,
  no: string,
  keyring: Pick<Keyring, 'openField'>,
): Promise<ClueForCase | undefined> {
  const clue = await findClue(tx, no)
  if (!clue) return undefined
  const { source, matter, areaCode, informantCode, receivedOn } = clue
  const receivedAt = hourOf(Temporal.Instant.from(clue.receivedAt)).toString()
  return {
    clueNo: no,
    source,
    matter,
    areaCode,
    informantCode,
    receivedAt,
    receivedOn,
    text: keyring.openField(clue.textSealed),
  }
}
