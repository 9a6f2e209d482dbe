import type { GraphEdge, GraphNode } from '#contract/intelligence'
import { SourceLine } from './source-line.tsx'
import { texts } from './texts.ts'
import { edgeWord, nodeWord } from './words.ts'

interface Props {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  readonly choose: (id: number) => void
}

/** The same as the drawing, in words: every relation with the records that say so. */
export function EdgeTable({ nodes, edges, choose }: Props) {
  const t = texts.useTexts()
  const byId = new Map(nodes.map(node => [node.id, node]))
  const end = (id: number) => {
    const node = byId.get(id)
    return node === undefined ? null : (
      <button type="button" className="graph-link" onClick={() => choose(id)}>
        {nodeWord(node.kind)} <span lang="zh-CN">{node.label}</span>
      </button>
    )
  }
  const alone = nodes.filter(({ id }) => !edges.some(({ from, to }) => from === id || to === id))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="table-room" aria-label={t('table')} tabIndex={0}>
      <table className="data-table">
        <caption className="visually-hidden">{t('table')}</caption>
        <thead>
          <tr>
            {(['from', 'relation', 'to', 'evidence'] as const).map(head => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {edges.map(edge => (
            <tr key={`${edge.from} ${edge.to} ${edge.kind}`}>
              <td>{end(edge.from)}</td>
              <td>{edgeWord(edge.kind)}</td>
              <td>{end(edge.to)}</td>
              <td>
                {edge.sources.map(source => (
                  <SourceLine key={source.id} source={source} />
                ))}
              </td>
            </tr>
          ))}
          {alone.map(({ id }) => (
            <tr key={id}>
              <td colSpan={4}>{end(id)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
