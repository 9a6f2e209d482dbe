import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { ActionDetail } from '../contract.ts'
import { changedParts } from '../rules/action/plan.ts'
import { nameOf } from './people.ts'

interface Version {
  readonly n: number
  readonly plan: ActionDetail['plan']
  readonly reason: string
  readonly by: string
  readonly at: string
}

async function readVersions(tx: Tx, id: string): Promise<readonly Version[]> {
  const { rows } = await sql<Version>`
    select v.n, v.plan, v.reason, ${nameOf(sql`v.by`)} as by, v.at from partners.action_plan v where v.action_id = ${id} order by v.n`.execute(
    tx,
  )
  return rows
}

/** 方案 as it stands. Every action has one. */
export async function findPlan(tx: Tx, id: string): Promise<ActionDetail['plan']> {
  const plan = (await readVersions(tx, id)).at(-1)?.plan
  if (!plan) throw new Error(`action ${id} has no plan`)
  return plan
}

/** 方案版本: who wrote each, why, and what it says other than the one before. */
export async function listVersions(tx: Tx, id: string): Promise<ActionDetail['versions']> {
  const versions = await readVersions(tx, id)
  return versions.map(({ n, plan, reason, by, at }, place) => {
    const before = versions[place - 1]?.plan
    return { n, reason, by, at, changed: before ? changedParts(before, plan) : [] }
  })
}
