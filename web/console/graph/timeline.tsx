import type { GraphEdge, GraphNode } from '#contract/intelligence'
import { texts } from './texts.ts'
import { edgeWord, sourceWord } from './words.ts'

/** What began when, oldest first. */
export function Timeline({
  nodes,
  edges,
}: {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
}) {
  const t = texts.useTexts()
  const byId = new Map(nodes.map(node => [node.id, node]))
  const told = edges
    .flatMap(edge => edge.sources.map(source => ({ edge, source })))
    .toSorted((a, b) => a.source.validFrom.localeCompare(b.source.validFrom) || a.source.id - b.source.id)
  const days = Map.groupBy(told, ({ source }) => source.validFrom)
  return (
    <section className="graph-time" aria-label={t('timeline')}>
      {[...days].map(([day, events]) => (
        <div key={day}>
          <strong>{day}</strong>
          <ul>
            {events.map(({ edge, source }) => (
              <li key={`${source.id} ${edge.kind}`} lang="zh-CN">
                {byId.get(edge.from)?.label} {edgeWord(edge.kind)} {byId.get(edge.to)?.label}
                <span className="quiet">（{sourceWord(source)}）</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
