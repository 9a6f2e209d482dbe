import { type Actor, actorLabel } from '#kernel/actor'
import { cleanText } from '#kernel/chinese-text'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { type CustodyAct, mayFollow } from '../rules/records/custody.ts'
import { findEvidence, listCustody, writeCustody } from '../store/evidence.ts'
import { unnamedInCase } from './unnamed.ts'

/** 保管链: one line more, in its order. Refusals: `evidenceUnknown`, `custodyOrder`, `reporterNamed`. The number of the case. */
export async function noteCustody(
  tx: Tx,
  asked: { readonly id: string; readonly act: CustodyAct; readonly words: string },
  {
    by,
    at,
    keys,
  }: {
    readonly by: Extract<Actor, { kind: 'staff' }>
    readonly at: Moment
    readonly keys: Pick<Keyring, 'blindIndex'>
  },
): Promise<Result<string>> {
  const row = await findEvidence(tx, asked.id)
  if (!row) return refuse('evidenceUnknown')
  const words = cleanText(asked.words, { max: 200 })
  if (!words.ok) return words
  const chain = (await listCustody(tx, row.caseNo)).filter(({ evidenceId }) => evidenceId === row.id)
  const may = mayFollow(
    chain.map(({ act }) => act),
    asked.act,
  )
  if (!may.ok) return may
  return unnamedInCase(tx, row.caseNo, [words.value], keys, async () => {
    const line = { evidenceId: row.id, at: at.instant.toString(), by: actorLabel(by) }
    await writeCustody(tx, { ...line, act: asked.act, words: words.value })
    return ok(row.caseNo)
  })
}
