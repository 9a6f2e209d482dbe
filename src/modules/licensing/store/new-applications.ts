import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { openStatesSql } from './licences.ts'

/** An application for the same shop by the same person that is still open. */
export async function findOpenIssue(tx: Tx, personIndex: string, shopName: string): Promise<string | null> {
  const { rows } = await sql<{ applicationNo: string }>`
    select application_no from licensing.application
    where service = 'issue' and person_index = ${personIndex} and shop_name = ${shopName} and state = any(${openStatesSql})
    limit 1`.execute(tx)
  return rows[0]?.applicationNo ?? null
}

export async function listStoppedServices(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ service: string }>`
    select distinct coalesce(service, 'all') as service from licensing.automatic_stop where ended_at is null`.execute(
    tx,
  )
  return rows.map(row => row.service)
}
