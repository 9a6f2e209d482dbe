import { sql } from 'kysely'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'

/** 看全称: one value in full, for an officer who said why; the register's own numbers are never hidden. */
export async function revealNode(tx: Tx, id: number, keyring: Pick<Keyring, 'openField'>): Promise<Result<string>> {
  const { rows } = await sql<{ label: string; key: string; sealed: string | null }>`
    select label, key, sealed from intelligence.graph_node where id = ${id}`.execute(tx)
  const [node] = rows
  if (!node) return refuse('graphNodeUnknown')
  return ok(
    node.sealed === null
      ? node.key === node.label
        ? node.label
        : `${node.label} ${node.key}`
      : keyring.openField(node.sealed),
  )
}
