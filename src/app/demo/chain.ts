import { sql } from 'kysely'
import { type Moment, momentOf } from '#kernel/dates'
import type { Result } from '#kernel/refusal'
import { chaining, learnClue } from '#modules/intelligence'
import type { Tx } from '../../platform/database.ts'
import type { Keyring } from '../../platform/keyring.ts'
import { caseIntoGraph } from '../case-into-graph.ts'
import { vanJudged, vanStory, vanTasks, vanTitle } from './chain-words.ts'

interface Scene {
  readonly tx: Tx
  readonly now: Moment
  readonly keyring: Keyring
  /** Id of the analyst. */
  readonly analyst: string
}

/** The three reports of the van, by their place in the list of demonstration clues, and the case whose party has the driver's telephone. */
export interface VanMatters {
  readonly portal: string
  readonly quay: string
  readonly market: string
  readonly case: string
}

/**
 * 信息链 of a demonstration (模拟数据), by the very actions of the routes: the analyst believes what three reports say, they meet in a van and
 * with a case in a telephone, and what is known, supposed and missing is put in order, with who asks whom.
 */
export async function seedChain({ tx, now, keyring, analyst }: Scene, matters: VanMatters): Promise<void> {
  const at = momentOf(now.instant.subtract({ hours: 3 }))
  const by = `staff:${analyst}`
  for (const no of [matters.portal, matters.quay, matters.market]) {
    const { rows } = await sql<{ id: string }>`select id from intelligence.clue_fact
      where clue_no = ${no} and state = 'offered' and kind in ('plate', 'phone')`.execute(tx)
    for (const { id: factId } of rows) {
      must(await chaining.judgeFact(tx, { no, factId, word: 'confirmed' }, { by, at }))
      await learnClue(tx, { clueNo: no, factId }, { keyring, at })
    }
  }
  await caseIntoGraph(tx, matters.case, { keyring, at })
  const asked = {
    staffId: analyst,
    purpose: 'analyse',
    matterNo: matters.market,
    note: '三条线索说到同一辆车（模拟数据）',
  } as const
  const access = must(await chaining.openAccess(tx, asked, at))
  const writer = { access, by, at, keyring }
  const chainId = await chaining.openChain(tx, vanTitle, writer)
  const items: number[] = []
  for (const step of vanStory) {
    const sources =
      step.kind === 'fragment'
        ? {
            edges: await edgesOf(
              tx,
              step.of.map(one => matters[one]),
              step.thing,
            ),
            items: [],
          }
        : { edges: [], items: step.on.map(n => items[n] ?? 0) }
    const { kind, text } = step
    items.push(must(await chaining.addItem(tx, { chainId, kind, text, ...sources }, writer)).id)
  }
  for (const { gap, days, answer, ...words } of vanTasks) {
    const dueOn = now.today.add({ days }).toString()
    const { id: task } = must(await chaining.addTask(tx, { chainId, item: items[gap] ?? 0, ...words, dueOn }, writer))
    if (answer !== undefined) must(await chaining.answerTask(tx, { chainId, task, answer }, writer))
  }
  for (const { step, state, reason } of vanJudged)
    must(await chaining.moveItem(tx, { chainId, item: items[step] ?? 0, state, reason }, writer))
}

/** Where these matters name a thing of a kind. */
async function edgesOf(tx: Tx, refs: readonly string[], kind: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select e.id from intelligence.graph_edge e
    join intelligence.graph_node a on a.id = e.a join intelligence.graph_node b on b.id = e.b
    where e.kind = 'names' and a.key = any(${[...refs]}) and b.kind = ${kind} order by e.id`.execute(tx)
  return rows.map(({ id }) => id)
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`demo chain: ${result.refusal} ${JSON.stringify(result.details ?? {})}`)
  return result.value
}
