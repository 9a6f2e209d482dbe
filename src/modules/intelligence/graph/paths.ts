import type { Tx } from '#platform/database'
import type { Picture } from '../contract/graph-shapes.ts'
import type { NodeKind } from '../rules/graph/kinds.ts'
import { nearest, shortestPath } from '../rules/graph/search.ts'
import { type EdgeFilter, neighboursIn, targetsIn } from './neighbours.ts'
import { pictureOf } from './picture.ts'
import { graphPolicy } from './policy.ts'

/** Shortest ways with the records that say so at every step; `tooFar` is no 没有关联. */
export interface Ways {
  readonly answer: 'path' | 'none' | 'tooFar'
  readonly paths: readonly (readonly number[])[]
  readonly picture: Picture
}

const nothing: Picture = { nodes: [], edges: [], cut: false }

export async function findPath(tx: Tx, ends: { from: number; to: number }, filter: EdgeFilter): Promise<Ways> {
  const { from, to } = ends
  const neighbours = neighboursIn(tx, filter, { hub: graphPolicy.hub, ends: [from, to] })
  const found = await shortestPath(from, to, neighbours, { steps: graphPolicy.pathSteps, seen: graphPolicy.seen })
  if (found.kind !== 'path') return { answer: found.kind, paths: [], picture: nothing }
  return { answer: 'path', paths: [found.nodes], picture: await pictureOf(tx, found.nodes, filter) }
}

/** 从人到案、从案到人、从案到案 */
export async function reach(
  tx: Tx,
  { from, kinds }: { readonly from: number; readonly kinds: readonly NodeKind[] },
  filter: EdgeFilter,
): Promise<Ways> {
  const neighbours = neighboursIn(tx, filter, { hub: graphPolicy.hub, ends: [from] })
  const limits = { steps: graphPolicy.reachSteps, seen: graphPolicy.seen, found: graphPolicy.reachFound }
  const { paths, cut } = await nearest(from, neighbours, targetsIn(tx, kinds), limits)
  if (paths.length === 0) return { answer: cut ? 'tooFar' : 'none', paths, picture: nothing }
  const nodes = [...new Set(paths.flat())]
  return { answer: 'path', paths, picture: { ...(await pictureOf(tx, nodes, filter)), cut } }
}

/** Which nodes such a search reads: what the bench reads at once to know the least it could cost. */
export async function visitedBy(tx: Tx, { from, to }: { from: number; to: number }): Promise<readonly number[]> {
  const seen = new Set<number>([from, to])
  const neighbours = neighboursIn(tx, {}, { hub: graphPolicy.hub, ends: [from, to] })
  const listening = async (frontier: readonly number[]) => {
    for (const node of frontier) seen.add(node)
    return neighbours(frontier)
  }
  await shortestPath(from, to, listening, { steps: graphPolicy.pathSteps, seen: graphPolicy.seen })
  return [...seen]
}
