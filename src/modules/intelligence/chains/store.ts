import { sql } from 'kysely'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import type { Chain } from '../contract/chains.ts'
import type { Access } from '../graph/access.ts'
import { type ItemKind, type ItemState, isOneSentence, mayMove } from '../rules/chains/report.ts'
import {
  type EdgeKind,
  edgeWords,
  type NodeKind,
  nodeWords,
  type SourceKind,
  sourceWords,
} from '../rules/graph/kinds.ts'

type Keys = Pick<Keyring, 'sealField' | 'openField' | 'blindIndex'>
export interface Writer {
  readonly access: Access
  readonly by: string
  readonly at: Moment
  readonly keyring: Keys
}

export async function openChain(tx: Tx, title: string, { access: opened, by, at, keyring }: Writer): Promise<string> {
  const { rows } = await sql<{
    last: number
  }>`insert into intelligence.chain_number (year, last) values (${at.today.year}, 1)
    on conflict (year) do update set last = intelligence.chain_number.last + 1 returning last`.execute(tx)
  const id = `LT-${at.today.year}-${String(rows[0]?.last ?? 1).padStart(4, '0')}`
  await sql`insert into intelligence.chain (id, matter, title_sealed, area_code, opened_by, opened_at)
    values (${id}, ${opened.matter}, ${keyring.sealField(title.trim())}, ${opened.areaCode}, ${by}, ${at.instant.toString()})`.execute(
    tx,
  )
  return id
}

async function isOfMatter(tx: Tx, chainId: string, matter: number): Promise<boolean> {
  const { rows } = await sql`select 1 from intelligence.chain where id = ${chainId} and matter = ${matter}`.execute(tx)
  return rows.length > 0
}

interface NewItem {
  readonly chainId: string
  readonly kind: ItemKind
  readonly text: string
  readonly edges: readonly number[]
  readonly items: readonly number[]
}

/** 一句话一条: what it rests on must exist and be of this chain. */
export async function addItem(
  tx: Tx,
  item: NewItem,
  { access: opened, by, at, keyring }: Writer,
): Promise<Result<{ id: number }>> {
  const { chainId, kind, text, edges, items } = item
  if (!(await isOfMatter(tx, chainId, opened.matter))) return refuse('chainUnknown')
  if (!isOneSentence(text)) return refuse('chainManySentences')
  const asked = kind === 'fragment' ? edges : items
  const { rows: known } = await sql<{ n: number }>`select count(*)::int as n from ${
    kind === 'fragment'
      ? sql`intelligence.graph_edge where`
      : sql`intelligence.chain_item where chain_id = ${chainId} and`
  } id = any(${[...asked]}::bigint[])`.execute(tx)
  if (asked.length === 0 || known[0]?.n !== new Set(asked).size) return refuse('chainSourceMissing')
  const { rows } = await sql<{
    id: number
  }>`insert into intelligence.chain_item (chain_id, kind, text_sealed, edges, items, area_code, by, at)
    values (${chainId}, ${kind}, ${keyring.sealField(text.trim())}, ${kind === 'fragment' ? [...edges] : []}::bigint[],
      ${kind === 'fragment' ? [] : [...items]}::bigint[], ${opened.areaCode}, ${by}, ${at.instant.toString()}) returning id`.execute(
    tx,
  )
  return ok({ id: rows[0]?.id ?? 0 })
}

interface Move {
  readonly chainId: string
  readonly item: number
  readonly state: ItemState
  readonly reason: string
}

export async function moveItem(
  tx: Tx,
  move: Move,
  { access: opened, keyring }: Writer,
): Promise<Result<{ id: number }>> {
  if (!(await isOfMatter(tx, move.chainId, opened.matter))) return refuse('chainUnknown')
  if (!isOneSentence(move.reason)) return refuse('chainManySentences')
  const { rows } = await sql<{ kind: ItemKind; state: ItemState }>`select kind, state from intelligence.chain_item
    where id = ${move.item} and chain_id = ${move.chainId} for update`.execute(tx)
  const [item] = rows
  if (!item || !mayMove(item.kind, item.state, move.state)) return refuse('chainItemDecided')
  await sql`update intelligence.chain_item set state = ${move.state}, reason_sealed = ${keyring.sealField(move.reason.trim())}
    where id = ${move.item}`.execute(tx)
  return ok({ id: move.item })
}

interface NewTask {
  readonly chainId: string
  readonly item: number
  readonly asker: string
  readonly asked: string
  readonly what: string
  readonly dueOn: string
}

/** 谁、向谁、了解什么、几日前: only for a gap, so that the report can say what it is for. */
export async function addTask(
  tx: Tx,
  task: NewTask,
  { access: opened, by, at, keyring }: Writer,
): Promise<Result<{ id: number }>> {
  const { chainId, item, asker, asked, what, dueOn } = task
  if (!(await isOfMatter(tx, chainId, opened.matter))) return refuse('chainUnknown')
  const { rows: gap } =
    await sql`select 1 from intelligence.chain_item where id = ${item} and chain_id = ${chainId} and kind = 'gap'`.execute(
      tx,
    )
  if (gap.length === 0) return refuse('chainSourceMissing')
  if (dueOn < at.today.toString()) return refuse('chainDueInThePast')
  const words = keyring.sealField(JSON.stringify({ asker: asker.trim(), asked: asked.trim(), what: what.trim() }))
  const { rows } = await sql<{
    id: number
  }>`insert into intelligence.chain_task (chain_id, item_id, words_sealed, due_on, area_code, by, at)
    values (${chainId}, ${item}, ${words}, ${dueOn}, ${opened.areaCode}, ${by}, ${at.instant.toString()}) returning id`.execute(
    tx,
  )
  return ok({ id: rows[0]?.id ?? 0 })
}

export async function answerTask(
  tx: Tx,
  { chainId, task, answer }: { readonly chainId: string; readonly task: number; readonly answer: string },
  { access: opened, by, at, keyring }: Writer,
): Promise<Result<{ id: number }>> {
  if (!(await isOfMatter(tx, chainId, opened.matter))) return refuse('chainUnknown')
  const { numAffectedRows } =
    await sql`update intelligence.chain_task set answer_sealed = ${keyring.sealField(answer.trim())},
    answered_by = ${by}, answered_at = ${at.instant.toString()} where id = ${task} and chain_id = ${chainId} and answer_sealed is null`.execute(
      tx,
    )
  return numAffectedRows ? ok({ id: task }) : refuse('chainItemDecided')
}

interface ItemRow {
  readonly id: number
  readonly chainId: string
  readonly kind: ItemKind
  readonly textSealed: string
  readonly state: ItemState
  readonly reasonSealed: string | null
  readonly edges: readonly (number | string)[]
  readonly items: readonly (number | string)[]
}

interface EdgeWords {
  readonly id: number
  readonly kind: EdgeKind
  readonly a: string
  readonly aKind: NodeKind
  readonly b: string
  readonly bKind: NodeKind
  readonly sourceKind: SourceKind
  readonly sourceRef: string
  readonly validFrom: string
  readonly confidence: number
}

/** The chains of a matter, opened, every item with its evidence in words. */
export async function listChains(tx: Tx, matter: number, keyring: Keys): Promise<Chain[]> {
  const { rows: chains } = await sql<{ id: string; titleSealed: string; openedAt: string }>`
    select id, title_sealed, opened_at from intelligence.chain where matter = ${matter} order by opened_at desc limit 20`.execute(
    tx,
  )
  const ids = chains.map(({ id }) => id)
  const { rows: items } = await sql<ItemRow>`select id, chain_id, kind, text_sealed, state, reason_sealed, edges, items
    from intelligence.chain_item where chain_id = any(${ids}) order by id`.execute(tx)
  const { rows: edges } = await sql<EdgeWords>`
    select e.id, e.kind, a.label as a, a.kind as a_kind, b.label as b, b.kind as b_kind, e.source_kind, e.source_ref, e.valid_from, e.confidence
    from intelligence.graph_edge e join intelligence.graph_node a on a.id = e.a join intelligence.graph_node b on b.id = e.b
    where e.id = any(${items.flatMap(item => item.edges.map(Number))}::bigint[])`.execute(tx)
  const words = new Map(edges.map(edge => [edge.id, evidenceOf(edge)]))
  const { rows: tasks } = await sql<{
    id: number
    chainId: string
    itemId: number
    wordsSealed: string
    dueOn: string
    answerSealed: string | null
  }>`
    select id, chain_id, item_id, words_sealed, due_on, answer_sealed from intelligence.chain_task
    where chain_id = any(${ids}) order by id`.execute(tx)
  return chains.map(({ id, titleSealed, openedAt }) => ({
    id,
    title: keyring.openField(titleSealed),
    openedAt,
    items: items
      .filter(({ chainId }) => chainId === id)
      .map(item => ({
        id: item.id,
        kind: item.kind,
        text: keyring.openField(item.textSealed),
        state: item.state,
        reason: item.reasonSealed === null ? null : keyring.openField(item.reasonSealed),
        evidence: item.edges.flatMap(edge => words.get(Number(edge)) ?? []),
        items: item.items.map(Number),
      })),
    tasks: tasks
      .filter(({ chainId }) => chainId === id)
      .map(({ wordsSealed, answerSealed, id: taskId, itemId, dueOn }) => ({
        id: taskId,
        itemId,
        dueOn,
        ...(JSON.parse(keyring.openField(wordsSealed)) as { asker: string; asked: string; what: string }),
        answer: answerSealed === null ? null : keyring.openField(answerSealed),
      })),
  }))
}

const evidenceOf = ({ kind, a, aKind, b, bKind, sourceKind, sourceRef, validFrom, confidence }: EdgeWords): string =>
  `${nodeWords[aKind].zh} ${a} ${edgeWords[kind].zh} ${nodeWords[bKind].zh} ${b}（${sourceWords[sourceKind].zh} ${sourceRef}，${validFrom}，可信度${Math.round(confidence * 100)}%）`
