import type { GraphEdge, GraphWays } from '#contract/intelligence'
import { SourceLine } from './source-line.tsx'
import { texts } from './texts.ts'
import { edgeWord, nodeWord } from './words.ts'

/** 路径 with the evidence of each step: which record says it, of which day, how sure. The shortest is open. */
export function Ways({ way }: { readonly way: GraphWays }) {
  const t = texts.useTexts()
  const paths = way.paths.toSorted((a, b) => a.length - b.length)
  const steps = (paths[0]?.length ?? 1) - 1
  return (
    <section aria-label={t('way.title')}>
      <p role="status">
        {way.answer === 'path' ? t('way.found', { paths: paths.length, steps }) : t(`way.${way.answer}`)}
      </p>
      {paths.map((path, place) => (
        <Path key={path.join()} path={path} way={way} open={place === 0} />
      ))}
    </section>
  )
}

interface PathProps {
  readonly path: readonly number[]
  readonly way: GraphWays
  readonly open: boolean
}

function Path({ path, way: { picture }, open }: PathProps) {
  const t = texts.useTexts()
  const byId = new Map(picture.nodes.map(node => [node.id, node]))
  const name = (id: number | undefined) => {
    const node = id === undefined ? undefined : byId.get(id)
    return node === undefined ? null : (
      <>
        {nodeWord(node.kind)} <span lang="zh-CN">{node.label}</span>
      </>
    )
  }
  return (
    <details open={open} className="graph-way">
      <summary>
        {name(path[0])} → {name(path.at(-1))}（{t('way.steps', { steps: path.length - 1 })}）
      </summary>
      <ol>
        {path.slice(1).map((to, n) => (
          <li key={to}>
            {joining(picture.edges, path[n], to).map(edge => (
              <div key={`${edge.from} ${edge.to} ${edge.kind}`}>
                {name(edge.from)} {edgeWord(edge.kind)} {name(edge.to)}{' '}
                <span className="quiet small">
                  {edge.sources.map(source => (
                    <SourceLine key={source.id} source={source} />
                  ))}
                </span>
              </div>
            ))}
          </li>
        ))}
      </ol>
    </details>
  )
}

/** A way goes along a relation in either direction. */
const joining = (edges: readonly GraphEdge[], a: number | undefined, b: number): readonly GraphEdge[] =>
  edges.filter(({ from, to }) => (from === a && to === b) || (from === b && to === a))
