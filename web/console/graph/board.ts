import type { GraphEdge, GraphNode, Picture } from '#contract/intelligence'
import { layOut, type Place } from './layout.ts'

/** What is drawn: things, relations with their records, places. Pictures are laid over each other; nothing is drawn twice. */
export interface Board {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  readonly places: ReadonlyMap<number, Place>
  readonly cut: boolean
}

export const emptyBoard: Board = { nodes: [], edges: [], places: new Map(), cut: false }

const nameOf = ({ from, to, kind }: GraphEdge): string => `${from} ${to} ${kind}`

export function addPicture(board: Board, picture: Picture, places?: ReadonlyMap<number, Place>): Board {
  const nodes = [...new Map([...board.nodes, ...picture.nodes].map(node => [node.id, node])).values()]
  const edges = [...new Map([...board.edges, ...picture.edges].map(edge => [nameOf(edge), edge])).values()]
  const ids = nodes.map(({ id }) => id)
  return { nodes, edges, cut: picture.cut, places: places ?? layOut(ids, edges, board.places) }
}

export function takeOff(board: Board, id: number): Board {
  return {
    ...board,
    nodes: board.nodes.filter(node => node.id !== id),
    edges: board.edges.filter(({ from, to }) => from !== id && to !== id),
  }
}

/** By time and kind, on what is drawn already. A record counts when its time touches the asked one. */
export interface BoardFilter {
  readonly since: string
  readonly until: string
  readonly kinds: readonly GraphEdge['kind'][]
}

export const noFilter: BoardFilter = { since: '', until: '', kinds: [] }

export function filtered({ edges }: Board, { since, until, kinds }: BoardFilter): GraphEdge[] {
  return edges.flatMap(edge => {
    if (kinds.length > 0 && !kinds.includes(edge.kind)) return []
    const sources = edge.sources.filter(
      one => (since === '' || one.validTo === null || one.validTo >= since) && (until === '' || one.validFrom <= until),
    )
    return sources.length === 0 ? [] : [{ ...edge, sources }]
  })
}

export const queryOf = ({ since, until, kinds }: BoardFilter) => ({
  ...(since === '' ? {} : { since }),
  ...(until === '' ? {} : { until }),
  ...(kinds.length === 0 ? {} : { kinds: kinds.join(',') }),
})

export const contentOf = (board: Board, { since, until, kinds }: BoardFilter) => ({
  nodes: board.nodes.map(({ id }) => ({ id, ...(board.places.get(id) ?? { x: 0, y: 0 }) })),
  since,
  until,
  kinds: [...kinds],
})
