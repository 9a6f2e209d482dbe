import { useMutation } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { type GraphWays, graphRoutes, type OpenedAccess, type Picture } from '#contract/intelligence'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { Refused } from '../app/refused.tsx'
import { ChainView } from '../chains/chain-view.tsx'
import { addPicture, type Board, type BoardFilter, emptyBoard, filtered, noFilter, queryOf, takeOff } from './board.ts'
import { Drawing } from './drawing.tsx'
import { EdgeTable } from './edge-table.tsx'
import { FilterBar } from './filter-bar.tsx'
import { purposeWord } from './gate.tsx'
import { SidePanel } from './side-panel.tsx'
import { texts } from './texts.ts'
import { Timeline } from './timeline.tsx'
import { ViewBar } from './view-bar.tsx'
import { Ways } from './ways.tsx'

const PlaceMap = lazy(() => import('./place-map.tsx'))
type Look = 'drawing' | 'table' | 'timeline' | 'map' | 'chain'
const looks: readonly Look[] = ['drawing', 'table', 'timeline', 'map', 'chain']

/** What a question to the graph may be. */
export type Question =
  | { readonly ask: 'expand'; readonly node: number; readonly depth: number }
  | { readonly ask: 'path'; readonly from: number; readonly to: number }
  | { readonly ask: 'reach'; readonly from: number; readonly to: 'case' | 'person' }

interface Props {
  readonly access: OpenedAccess
  readonly leave: () => void
}

/** One opened graph: questions lay their answers over what is drawn; the same in drawing, table, timeline and map. */
export function BoardView({ access, leave }: Props) {
  const t = texts.useTexts()
  const language = useLanguage()
  const [board, setBoard] = useState<Board>(emptyBoard)
  const [filter, setFilter] = useState<BoardFilter>(noFilter)
  const [look, setLook] = useState<Look>('drawing')
  const [chosen, setChosen] = useState<number>()
  const [way, setWay] = useState<GraphWays>()
  const add = (picture: Picture) => setBoard(now => addPicture(now, picture))
  const ask = useMutation({
    mutationFn: (question: Question) => answer(access.id, question, filter),
    onSuccess: ({ picture, way: found }) => {
      setWay(found)
      add(picture)
    },
  })
  const edges = filtered(board, filter)
  const node = board.nodes.find(({ id }) => id === chosen)
  return (
    <>
      <div className="page-head">
        <span>
          {t('until', {
            no: access.matter.label,
            purpose: purposeWord(access.purpose),
            time: formatInstant(access.until, language),
          })}
        </span>
        <Button onClick={leave}>{t('another')}</Button>
      </div>
      <FilterBar access={access} filter={filter} setFilter={setFilter} found={add} />
      <Refused error={ask.error} />
      {way === undefined ? null : <Ways way={way} />}
      {board.cut ? <p role="status">{t('cut', { perNode: 120 })}</p> : null}
      <div className="graph-room">
        <div>
          <div className="graph-bar">
            <Segmented
              aria-label={t('drawing')}
              value={look}
              onChange={setLook}
              options={looks.map(value => ({ value, label: t(value) }))}
            />
            <span className="quiet">{t('nodes', { nodes: board.nodes.length, edges: edges.length })}</span>
          </div>
          {board.nodes.length === 0 ? (
            <div className="card">
              <p>{t('empty')}</p>
              <Button
                type="primary"
                loading={ask.isPending}
                onClick={() => ask.mutate({ ask: 'expand', node: access.matter.id, depth: 2 })}
              >
                {t('fromMatter')}
              </Button>
            </div>
          ) : null}
          {board.nodes.length > 0 && look === 'drawing' ? (
            <Drawing
              nodes={board.nodes}
              edges={edges}
              places={board.places}
              chosen={chosen}
              ways={way?.paths ?? []}
              choose={setChosen}
            />
          ) : null}
          {look === 'table' ? <EdgeTable nodes={board.nodes} edges={edges} choose={setChosen} /> : null}
          {look === 'timeline' ? <Timeline nodes={board.nodes} edges={edges} /> : null}
          {look === 'chain' ? <ChainView access={access} nodes={board.nodes} edges={edges} /> : null}
          {look === 'map' ? (
            <Suspense fallback={<Loading />}>
              <PlaceMap nodes={board.nodes} choose={setChosen} />
            </Suspense>
          ) : null}
        </div>
        <div>
          <SidePanel
            key={chosen ?? 0}
            access={access}
            node={node}
            nodes={board.nodes}
            asking={ask.isPending}
            ask={ask.mutate}
            remove={id => setBoard(now => takeOff(now, id))}
          />
          <ViewBar
            access={access}
            board={board}
            filter={filter}
            open={(saved, by) => {
              setBoard(saved)
              setFilter(by)
              setWay(undefined)
            }}
          />
        </div>
      </div>
    </>
  )
}

async function answer(
  access: string,
  question: Question,
  filter: BoardFilter,
): Promise<{ readonly picture: Picture; readonly way: GraphWays | undefined }> {
  const more = { access, ...queryOf(filter) }
  if (question.ask === 'expand') {
    const { node, depth } = question
    return { picture: await call(graphRoutes.expandGraph, { query: { ...more, node, depth } }), way: undefined }
  }
  const way =
    question.ask === 'path'
      ? await call(graphRoutes.pathInGraph, { query: { ...more, from: question.from, to: question.to } })
      : await call(graphRoutes.reachInGraph, { query: { ...more, from: question.from, to: question.to } })
  return { picture: way.picture, way }
}
