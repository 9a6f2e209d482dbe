import type { Moment } from '#kernel/dates'
import { setPdf, shippedCoverage } from '#platform/typesetting'
import type { ViewContent } from '../contract/graph.ts'
import type { Picture } from '../contract/graph-shapes.ts'
import { lookPurposes } from '../rules/graph/access.ts'
import { edgeWords, nodeWords, sourceWords } from '../rules/graph/kinds.ts'
import { labelled, wordsWide } from '../rules/graph/labels.ts'
import type { Access } from './access.ts'

interface Asked {
  readonly title: string
  readonly content: ViewContent
  readonly picture: Picture
  readonly access: Access
  readonly at: Moment
  readonly mode: 'demo' | 'production'
}

/** 关系图表: the drawing as it stood on the screen, masked as there, and every edge with the records that say so. */
export function renderChart({ title, content, picture, access, at, mode }: Asked): Uint8Array {
  const coverage = shippedCoverage()
  const drawn = (text: string) => [...text].map(one => (coverage.has(one.codePointAt(0) ?? 0) ? one : '□')).join('')
  const place = fittedTo(content.nodes)
  // In millimetres of the paper: 267 × 150, signs of 4, words of 7 points.
  const worded = labelled(
    picture.nodes.map(({ id, label, kind, matter, degree }) => {
      const { x, y } = place.get(id) ?? { x: 0.5, y: 0.5 }
      const wide = wordsWide(`${nodeWords[kind].zh} ${label}`, 2.5) + 1
      return { id, x: x * 267, y: y * 150, wide, weight: (matter === null ? 0 : 1e4) + degree }
    }),
    { sign: 2.2, below: 2.4, high: 3.2 },
  )
  const names = new Map(picture.nodes.map(({ id, label, kind }) => [id, drawn(`${nodeWords[kind].zh} ${label}`)]))
  return setPdf('modules/intelligence/graph/templates/chart.typ', {
    title: drawn(title),
    demo: mode === 'demo',
    matter: access.matterNo,
    purpose: lookPurposes[access.purpose].zh,
    at: at.instant
      .toZonedDateTimeISO('Asia/Shanghai')
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' })
      .replace('T', ' '),
    nodes: picture.nodes.map(({ id, label, kind, matter }, n) => ({
      ...(place.get(id) ?? { x: 0.5, y: 0.5 }),
      no: n + 1,
      kind: nodeWords[kind].zh,
      label: drawn(label),
      worded: worded.has(id),
      matter: matter !== null,
    })),
    // Words on the lines only where the drawing is thin enough to read them; the table has all of them.
    lineWords: picture.edges.length <= 40,
    edges: picture.edges.map(({ from, to, kind, sources }) => ({
      from: place.get(from) ?? { x: 0.5, y: 0.5 },
      to: place.get(to) ?? { x: 0.5, y: 0.5 },
      words: [names.get(from) ?? '', edgeWords[kind].zh, names.get(to) ?? ''],
      sources: sources.map(
        one =>
          `${sourceWords[one.kind].zh} ${drawn(one.ref)}，${one.validFrom}${one.validTo === null ? '起' : `至${one.validTo}`}，可信度${Math.round(one.confidence * 100)}%`,
      ),
    })),
  })
}

/** Shares of the paper's width and height, with a margin. */
function fittedTo(nodes: ViewContent['nodes']): ReadonlyMap<number, { readonly x: number; readonly y: number }> {
  const [xs, ys] = [nodes.map(({ x }) => x), nodes.map(({ y }) => y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const share = (value: number, from: number, to: number) => 0.06 + (0.88 * (value - from)) / Math.max(1, to - from)
  const [right, bottom] = [Math.max(...xs), Math.max(...ys)]
  return new Map(nodes.map(({ id, x, y }) => [id, { x: share(x, left, right), y: share(y, top, bottom) }]))
}
