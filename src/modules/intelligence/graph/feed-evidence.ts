import { sql } from 'kysely'
import type { Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import type { EdgeKind, NodeKind } from '../rules/graph/kinds.ts'
import { type Keys, learnShop } from './feed.ts'
import { subjectEntity } from './feed-found.ts'
import type { Entity } from './identity.ts'
import { type Fact, learnFacts } from './learn.ts'

interface Thing {
  readonly kind: string
  readonly ref: string
}

/** What an alert that somebody judged true says, in the words of whoever keeps the lake. */
export interface Evidence {
  readonly alertId: string
  readonly subjectKind: string
  readonly subject: string
  readonly areaCode: string
  readonly seenOn: string
  readonly ties: readonly {
    readonly from: Thing
    readonly how: EdgeKind
    readonly to: Thing
    readonly on?: string
  }[]
  readonly namedIn: readonly string[]
}

/**
 * 属实预警的证据进入关系图: parcels with the numbers they went between, who shares a device, account or door, who travels with whom.
 * Only of what a person found true, and only what its reasons name: the lake itself stays outside. Hashes stay hashes.
 */
export async function learnEvidence(
  tx: Tx,
  evidence: Evidence,
  with_: { readonly keyring: Keys; readonly at: Moment },
): Promise<void> {
  const { alertId, subjectKind, subject, areaCode, seenOn, ties } = evidence
  await sql`insert into intelligence.evidence_told (alert_id, area_code, told_at)
    values (${alertId}, ${areaCode}, ${with_.at.instant.toString()}) on conflict do nothing`.execute(tx)
  const entity = subjectEntity({ subjectKind, subject })
  if (entity === undefined) return
  const since = { validFrom: seenOn, confidence: 0.8 }
  const alert = { kind: 'alert', value: alertId } as const
  const matters = await knownMatters(tx, alertId, evidence.namedIn)
  const facts = [
    { from: alert, kind: 'names', to: entity, ...since } as const,
    ...matters.map((matter): Fact => {
      const to = { kind: matter.kind, value: matter.key }
      return matter.became
        ? { from: alert, kind: 'became', to, ...since, confidence: 1 }
        : { from: to, kind: 'names', to: entity, ...since }
    }),
    ...ties.flatMap(({ from, how, to, on }): Fact[] => {
      const [a, b] = [entityOf(from), entityOf(to)]
      // The register of parcels says it by itself; that the rest belongs together is the reading of a model.
      return a && b ? [{ from: a, kind: how, to: b, ...since, ...(on ? { validFrom: on, confidence: 0.9 } : {}) }] : []
    }),
  ]
  // First the shops by their names: whoever tells of a thing first names it.
  for (const { from } of ties) if (from.kind === 'retailer') await learnShop(tx, from.ref, with_)
  const told = await learnFacts(tx, { source: { kind: 'alert', ref: alertId }, areaCode, facts }, with_)
  if (!told.ok) throw new Error(`evidence of ${alertId}: ${told.refusal} ${JSON.stringify(told.details ?? {})}`)
}

/** As `subjectEntity` names subjects, and a telephone of the parcels by its hash; a shop that shares something is the shop, not its number. */
function entityOf({ kind, ref }: Thing): Entity | undefined {
  if (kind === 'retailer') return /^\d{12}$/u.test(ref) ? { kind: 'shop', value: ref } : undefined
  return subjectEntity({ subjectKind: kind, subject: ref })
}

interface Matter {
  readonly kind: NodeKind & ('clue' | 'case')
  readonly key: string
  readonly became: boolean
}

/** The clue that came of it, and those matters that name the subject and stand in the graph: a number of elsewhere makes no node. */
async function knownMatters(tx: Tx, alertId: string, namedIn: readonly string[]): Promise<readonly Matter[]> {
  const { rows } = await sql<Matter>`
    select 'clue' as kind, c.no as key, true as became from intelligence.clue c
      where c.source = 'model' and c.source_ref = ${alertId}
    union all select n.kind, n.key, false from intelligence.graph_node n
      where n.kind in ('clue', 'case') and n.key = any(${[...namedIn]})`.execute(tx)
  return rows
}
