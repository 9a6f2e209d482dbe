import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { announceAll, factOf } from '#platform/announce'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { graphCollided } from '../graph-events.ts'
import { type EdgeKind, isMatter, mayJoin, type SourceKind } from '../rules/graph/kinds.ts'
import { collide, type Hit } from './collide.ts'
import { type Entity, identify } from './identity.ts'
import { graphPolicy } from './policy.ts'
import { saveEdges, saveMatter, saveNodes } from './store.ts'

/** One relation as a record says it. */
export interface Fact {
  readonly from: Entity
  readonly kind: EdgeKind
  readonly to: Entity
  readonly validFrom: string
  readonly validTo?: string | null
  readonly confidence: number
}

export interface Learned {
  readonly source: { readonly kind: SourceKind; readonly ref: string }
  readonly areaCode: string
  readonly facts: readonly Fact[]
  /** The clue or case as it now stands: open or closed, its words and whose it is (ids of staff). */
  readonly matter?: {
    readonly entity: Entity
    readonly open: boolean
    readonly title: string
    readonly handlers: readonly string[]
  }
}

export interface LearnedNow {
  readonly edges: number
  readonly hits: readonly Hit[]
}

/**
 * 记入关系图: the only writer of the graph. The same record told twice changes nothing. What is new collides in the same transaction,
 * so whoever handles the matter knows as soon as the fact stands.
 */
export async function learnFacts(
  tx: Tx,
  { source, areaCode, facts, matter }: Learned,
  { keyring, at }: { readonly keyring: Pick<Keyring, 'blindIndex' | 'sealField'>; readonly at: Moment },
): Promise<Result<LearnedNow>> {
  const wrong = facts.find(({ from, kind, to }) => !mayJoin(from.kind, kind, to.kind))
  if (wrong) return refuse('graphCannotJoin', { from: wrong.from.kind, kind: wrong.kind, to: wrong.to.kind })
  const entities = [...(matter ? [matter.entity] : []), ...facts.flatMap(({ from, to }) => [from, to])]
  if (matter && !isMatter(matter.entity.kind))
    return refuse('graphCannotJoin', { from: matter.entity.kind, kind: 'matter', to: '' })
  const nodes = entities.map(entity => identify(entity, keyring))
  const unclear = nodes.indexOf(undefined)
  if (unclear >= 0) return refuse('graphValueUnclear', { kind: entities[unclear]?.kind ?? '' })
  const county = areaCode.slice(0, 6)
  const ids = await saveNodes(
    tx,
    county,
    nodes.flatMap(node => node ?? []),
  )
  const instant = at.instant.toString()
  const [first] = ids
  if (matter && first !== undefined) await saveMatter(tx, { ...matter, nodeId: first }, county, instant)
  const offset = matter ? 1 : 0
  const edges = facts.flatMap(({ kind, validFrom, validTo, confidence }, n) => {
    const [a, b] = [ids[offset + 2 * n], ids[offset + 2 * n + 1]]
    return a === undefined || b === undefined || a === b
      ? []
      : [{ a, b, kind, validFrom, validTo: validTo ?? null, confidence }]
  })
  const fresh = await saveEdges(tx, { ...source, areaCode: county, at: instant }, edges)
  const hits = await collide(tx, fresh, { at: instant, hub: graphPolicy.hub })
  if (hits.length > 0)
    await announceAll(
      tx,
      hits.map(hit => factOf(graphCollided, { ...hit, areaCode: county })),
    )
  return ok({ edges: fresh.length, hits })
}
