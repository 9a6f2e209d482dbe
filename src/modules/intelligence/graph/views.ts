import { sql } from 'kysely'
import type { Moment } from '#kernel/dates'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { ViewContent } from '../contract/graph.ts'
import type { Access } from './access.ts'

/** 保存的图 belongs to its clue or case: whoever may open that for a purpose sees it. Only ids and places, no value. */
export async function saveView(
  tx: Tx,
  access: Access,
  { staffId, title, content }: { readonly staffId: string; readonly title: string; readonly content: ViewContent },
  at: Moment,
): Promise<string> {
  const id = randomId()
  await sql`insert into intelligence.graph_view (id, staff_id, matter, title, content, area_code, saved_at)
    values (${id}, ${staffId}, ${access.matter}, ${title.trim()}, ${JSON.stringify(content)}::jsonb, ${access.areaCode}, ${at.instant.toString()})`.execute(
    tx,
  )
  return id
}

export async function listViews(tx: Tx, matter: number) {
  const { rows } = await sql<{ id: string; title: string; savedAt: string }>`
    select id, title, saved_at from intelligence.graph_view where matter = ${matter} order by saved_at desc limit 50`.execute(
    tx,
  )
  return rows
}

export async function findView(tx: Tx, id: string, matter: number) {
  const { rows } = await sql<{ title: string; content: ViewContent }>`
    select title, content from intelligence.graph_view where id = ${id} and matter = ${matter}`.execute(tx)
  return rows[0]
}
