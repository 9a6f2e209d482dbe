import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { type GraphEdge, type GraphNode, labelled, wordsWide } from '#contract/intelligence'
import { fitScale, type Place } from './layout.ts'
import { texts } from './texts.ts'
import { edgeWord, nodeWord } from './words.ts'

interface Props {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  readonly places: ReadonlyMap<number, Place>
  readonly chosen: number | undefined
  /** Ways that were found: their lines stand out. */
  readonly ways: readonly (readonly number[])[]
  readonly choose: (id: number) => void
}

interface View {
  readonly x: number
  readonly y: number
  readonly scale: number
}

/** The drawn graph, in SVG: every thing is a button with its name, so the keyboard and a screen reader reach it too. */
export function Drawing({ nodes, edges, places, chosen, ways, choose }: Props) {
  const t = texts.useTexts()
  const room = useRef<SVGSVGElement>(null)
  const drag = useRef<Place | undefined>(undefined)
  const [view, setView] = useState<View>({ x: 0, y: 0, scale: 1 })
  const count = nodes.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view is fitted when things come or go, not when one is moved
  useEffect(() => setView(fitted([...places.values()])), [count])
  useEffect(() => {
    const element = room.current
    const zoom = (event: WheelEvent) => {
      event.preventDefault()
      setView(now => ({ ...now, scale: Math.min(3, Math.max(0.2, now.scale * (event.deltaY < 0 ? 1.15 : 0.87))) }))
    }
    // React listens passively: the page would scroll away under the wheel.
    element?.addEventListener('wheel', zoom, { passive: false })
    return () => element?.removeEventListener('wheel', zoom)
  }, [])
  const steps = stepsOf(ways)
  const words = wordsIn({ nodes, edges, places, chosen, scale: view.scale })
  const move = (event: PointerEvent) => {
    const from = drag.current
    if (from === undefined) return
    drag.current = { x: event.clientX, y: event.clientY }
    setView(now => ({ ...now, x: now.x + event.clientX - from.x, y: now.y + event.clientY - from.y }))
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot hold what an SVG draws */}
      <svg
        ref={room}
        className="graph-drawing"
        viewBox="-480 -270 960 540"
        role="group"
        aria-label={t('drawing')}
        onPointerDown={event => {
          drag.current = { x: event.clientX, y: event.clientY }
        }}
        onPointerMove={move}
        onPointerUp={() => {
          drag.current = undefined
        }}
        onPointerLeave={() => {
          drag.current = undefined
        }}
      >
        <g transform={`translate(${view.x} ${view.y}) scale(${view.scale})`}>
          {edges.map(edge => (
            <Line
              key={`${edge.from} ${edge.to} ${edge.kind}`}
              edge={edge}
              places={places}
              lit={isOf(chosen, edge) || steps.has(`${edge.from} ${edge.to}`)}
              scale={view.scale}
            />
          ))}
          {nodes.map(node => (
            <Thing
              key={node.id}
              node={node}
              place={places.get(node.id)}
              chosen={chosen === node.id}
              worded={words.has(node.id)}
              choose={choose}
              scale={view.scale}
            />
          ))}
        </g>
      </svg>
      <p className="quiet small">{t('keys')}</p>
    </>
  )
}

const isOf = (node: number | undefined, { from, to }: GraphEdge): boolean => from === node || to === node

/** Each step of the ways, in both directions: a line knows only its own. */
const stepsOf = (ways: Props['ways']): ReadonlySet<string> =>
  new Set(ways.flatMap(way => way.slice(1).flatMap((to, n) => [`${way[n]} ${to}`, `${to} ${way[n]}`])))

const shortened = (label: string): string => (label.length > 16 ? `${label.slice(0, 15)}…` : label)

interface Shown extends Pick<Props, 'nodes' | 'edges' | 'places' | 'chosen'> {
  readonly scale: number
}

/** Which things have room for their words at this scale: first the chosen one and what it touches, then clues and cases, then by relations. */
function wordsIn({ nodes, edges, places, chosen, scale }: Shown): ReadonlySet<number> {
  const near = new Set(edges.flatMap(({ from, to }) => (from === chosen ? [to] : to === chosen ? [from] : [])))
  const weightOf = (node: GraphNode) =>
    (node.id === chosen ? 1e6 : near.has(node.id) ? 1e5 : 0) + (node.matter === null ? 0 : 1e4) + node.degree
  const boxes = nodes.flatMap(node => {
    const place = places.get(node.id)
    if (place === undefined) return []
    const wide = wordsWide(shortened(node.label), 13) + 6
    return [{ id: node.id, x: place.x * scale, y: place.y * scale, wide, weight: weightOf(node) }]
  })
  return labelled(boxes, { sign: 15, below: 18, high: 17 })
}

function fitted(places: readonly Place[]): View {
  if (places.length === 0) return { x: 0, y: 0, scale: 1 }
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const scale = fitScale(places)
  return { x: (-scale * (left + right)) / 2, y: (-scale * (top + bottom)) / 2, scale }
}

function Line({ edge, places, lit, scale }: { edge: GraphEdge; places: Props['places']; lit: boolean; scale: number }) {
  const [a, b] = [places.get(edge.from), places.get(edge.to)]
  if (a === undefined || b === undefined) return null
  return (
    <g className={lit ? 'graph-line graph-lit' : 'graph-line'}>
      <line x1={a.x} y1={a.y} x2={b.x} y2={b.y} />
      {lit || scale > 0.9 ? (
        <text transform={`translate(${(a.x + b.x) / 2} ${(a.y + b.y) / 2}) scale(${1 / scale})`} y={-3}>
          {edgeWord(edge.kind)}
        </text>
      ) : null}
    </g>
  )
}

interface ThingProps {
  readonly node: GraphNode
  readonly place: Place | undefined
  readonly chosen: boolean
  /** Whether its words have room. */
  readonly worded: boolean
  readonly choose: (id: number) => void
  readonly scale: number
}

/** As large on the screen however far one looks from: the drawing spreads, the words stay readable. */
function Thing({ node, place, chosen, worded, choose, scale }: ThingProps) {
  if (place === undefined) return null
  const word = nodeWord(node.kind)
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    choose(node.id)
  }
  return (
    <g
      className={chosen ? 'graph-thing graph-chosen' : 'graph-thing'}
      data-kind={node.kind}
      transform={`translate(${place.x} ${place.y}) scale(${1 / scale})`}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a button of HTML cannot stand in an SVG */}
      <g
        role="button"
        tabIndex={0}
        aria-pressed={chosen}
        aria-label={`${word} ${node.label}`}
        onClick={() => choose(node.id)}
        onKeyDown={press}
      >
        {node.matter === null ? <circle r={15} /> : <rect x={-15} y={-15} width={30} height={30} rx={4} />}
        <title>{`${word} ${node.label}`}</title>
        {worded ? (
          <text className="graph-name" y={31}>
            {shortened(node.label)}
          </text>
        ) : null}
      </g>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a text of an SVG takes no focus; it stands over the button, not in it, or its name would be read with a letter before it */}
      <text className="graph-sign" aria-hidden="true" y={5}>
        {word.slice(0, 1).toUpperCase()}
      </text>
    </g>
  )
}
