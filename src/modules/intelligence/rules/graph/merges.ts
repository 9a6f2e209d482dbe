/** Two nodes that a person said are the same person. */
export interface Pair {
  readonly a: number
  readonly b: number
}

export interface Alias {
  readonly nodeId: number
  readonly rootId: number
}

/**
 * 合并 as an overlay: which node stands for which, as a function of the merges in force and of nothing else. So whatever order they
 * came and went in, taking one back leaves exactly what would be there without it. The smallest id stands for its group.
 */
export function overlayOf(merges: readonly Pair[]): readonly Alias[] {
  const above = new Map<number, number>()
  const rootOf = (node: number): number => {
    let at = node
    for (let up = above.get(at); up !== undefined && up !== at; up = above.get(at)) at = up
    return at
  }
  for (const { a, b } of merges) {
    const [one, two] = [rootOf(a), rootOf(b)]
    const root = Math.min(one, two)
    for (const node of [a, b, one, two]) if (!above.has(node)) above.set(node, node)
    above.set(one, root)
    above.set(two, root)
  }
  return [...above.keys()].toSorted((x, y) => x - y).map(nodeId => ({ nodeId, rootId: rootOf(nodeId) }))
}
