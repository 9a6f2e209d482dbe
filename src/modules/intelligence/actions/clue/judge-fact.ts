import { cleanText } from '#kernel/chinese-text'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { announce } from '#platform/announce'
import type { Tx } from '#platform/database'
import { clueFactConfirmed } from '../../events.ts'
import type { FactKind } from '../../rules/clue/facts.ts'
import { lockClue } from '../../store/clue.ts'
import { insertFacts, lockFact, judgeFact as saveJudgement } from '../../store/facts.ts'
import { leaveUnnamed } from '../informant/unnamed.ts'
import type { Setting } from '../setting.ts'

interface By {
  readonly by: string
  readonly at: Moment
}

/** 确认、否定一个要素: once; what was confirmed becomes known to the graph. */
export async function judgeFact(
  tx: Tx,
  asked: { readonly no: string; readonly factId: string; readonly word: 'confirmed' | 'rejected' },
  { by, at }: By,
): Promise<Result<undefined>> {
  const [clue, fact] = [await lockClue(tx, asked.no), await lockFact(tx, asked.factId)]
  if (!clue || !fact || fact.clueNo !== asked.no) return refuse('clueUnknown')
  if (fact.state !== 'offered') return refuse('clueFactJudged')
  await saveJudgement(tx, fact.id, { state: asked.word, by, at: at.instant.toString() })
  if (asked.word === 'confirmed') {
    const { kind, valueIndex } = fact
    await announce(tx, clueFactConfirmed, {
      clueNo: clue.no,
      areaCode: clue.areaCode,
      factId: fact.id,
      kind,
      valueIndex,
    })
  }
  return ok(undefined)
}

/** 补充要素: what an officer enters himself he believes. */
export async function addFact(
  tx: Tx,
  asked: { readonly no: string; readonly kind: FactKind; readonly value: string },
  { by, at }: By,
  { keyring }: Setting,
): Promise<Result<undefined>> {
  const clue = await lockClue(tx, asked.no)
  if (!clue) return refuse('clueUnknown')
  const text = cleanText(asked.value, { max: 80 })
  if (!text.ok) return text
  const unnamed = await leaveUnnamed(tx, clue.no, [text.value], keyring)
  if (!unnamed.ok) return unnamed
  const { no: clueNo, areaCode } = clue
  const { kind } = asked
  const fact = { kind, value: text.value, offeredBy: 'officer', by, at: at.instant.toString() } as const
  const [added] = await insertFacts(tx, clueNo, [fact], keyring)
  if (added === undefined) return refuse('clueFactJudged')
  const { id: factId, valueIndex } = added
  await announce(tx, clueFactConfirmed, { clueNo, areaCode, factId, kind, valueIndex })
  return ok(undefined)
}
