import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { findAnswerSealed, findClue } from '../../queries/clues.ts'
import { type ClueMatter, type ClueSource, matters } from '../../rules/clue/words.ts'
import { listFacts } from '../../store/facts.ts'
import { hourOf } from '../hour.ts'

/** What a case file may say of where it came from. */
export interface ClueForCase {
  readonly clueNo: string
  readonly source: ClueSource
  readonly matter: ClueMatter
  readonly matterZh: string
  /** The licence an officer confirmed, where it is one and no more. */
  readonly licenceNo: string | null
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
  const licences = (await listFacts(tx, no)).filter(({ kind, state }) => kind === 'licence' && state === 'confirmed')
  const [licence] = licences
  return {
    ...{ clueNo: no, source, matter, areaCode, informantCode, receivedAt, receivedOn },
    matterZh: matters[matter].zh,
    licenceNo: licences.length === 1 && licence ? keyring.openField(licence.valueSealed) : null,
    text: keyring.openField(clue.textSealed),
  }
}

/** 反馈的话 of a clue, for whoever told it to us by a door of his own. */
export async function findAnswer(tx: Tx, no: string, keyring: Pick<Keyring, 'openField'>): Promise<string | undefined> {
  const sealed = await findAnswerSealed(tx, no)
  return sealed === undefined ? undefined : keyring.openField(sealed)
}
