import { useNavigate, useSearch } from '@tanstack/react-router'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import './board.css'
import { BoardHead } from './board-head.tsx'
import { CountyMap } from './board-map.tsx'
import { BoardFigure } from './figure-card.tsx'
import { type BoardFilters, boardPeriod, trendPeriod } from './filters.ts'
import { headlines } from './headlines.ts'
import { Events, Promises } from './lists.tsx'
import { type Palette, paletteOf } from './palette.ts'
import { texts } from './texts.ts'
import { Towns, Trend } from './trend.tsx'
import {
  type BoardQuery,
  useBoardMap,
  useEvents,
  useFigures,
  useLiveBoard,
  usePromises,
  useReport,
} from './use-board.ts'

/** 大屏: how the work stands now, readable from three metres; every number opens to its rows. */
export function BoardPage() {
  const filters = useSearch({ from: '/board' })
  const navigate = useNavigate({ from: '/board' })
  const change = (search: BoardFilters) => void navigate({ search, replace: true })
  const room = useRef<HTMLDivElement>(null)
  const [palette, setPalette] = useState<Palette>()
  const theme = filters.theme ?? 'dark'
  // The colours follow the theme that the attribute below has just set.
  useLayoutEffect(() => {
    if (room.current !== null && room.current.dataset['theme'] === theme) setPalette(paletteOf(room.current))
  }, [theme])
  const live = useLiveBoard()
  const query = useMemo((): BoardQuery => {
    const period = boardPeriod(filters, new Date())
    return filters.town === undefined ? period : { ...period, town: filters.town }
  }, [filters])
  return (
    <div ref={room} className="board" data-theme={theme}>
      <BoardHead filters={filters} query={query} live={live} change={change} />
      {palette && <Body filters={filters} query={query} palette={palette} change={change} />}
    </div>
  )
}

interface BodyProps {
  readonly filters: BoardFilters
  readonly query: BoardQuery
  readonly palette: Palette
  readonly change: (next: BoardFilters) => void
}

function Body({ filters, query, palette, change }: BodyProps) {
  const figures = useFigures(query)
  const chosen = headlines.find(({ code }) => code === (filters.figure ?? 'received')) ?? headlines[0]
  return (
    <>
      <div className="board-figures">
        {headlines.flatMap(({ code, beside }) => {
          const known = figures.get(code)
          if (known === undefined) return []
          return (
            <BoardFigure
              key={code}
              known={known}
              beside={beside === undefined ? undefined : figures.get(beside)}
              query={query}
              chosen={code === chosen?.code}
              choose={() => change({ ...filters, figure: code })}
            />
          )
        })}
      </div>
      {chosen && <Panels group={chosen.group} code={chosen.code} {...{ filters, query, palette, change }} />}
    </>
  )
}

function Panels({ group, code, filters, query, palette, change }: BodyProps & { group: string; code: string }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const report = useReport(group, query)
  const trend = useReport(group, { ...query, ...trendPeriod(query) })
  const places = useBoardMap(query.town)
  const promises = usePromises(query.town)
  const events = useEvents(query.town)
  const figure = report?.figures.find(one => one.code === code)
  if (report === undefined || trend === undefined || figure === undefined) return <Loading />
  const choose = (town: string) => change({ ...filters, town })
  const name = { figure: pick(figure.name.zh, figure.name.en, language) }
  return (
    <div className="board-panels">
      <section className="board-panel board-trend">
        <h2>{t('trend', name)}</h2>
        <Trend figure={figure} report={trend} palette={palette} />
      </section>
      <section className="board-panel board-towns">
        <h2>{t('towns', name)}</h2>
        <Towns figure={figure} report={report} palette={palette} choose={choose} />
      </section>
      <section className="board-panel board-map">
        <h2>{t('map', name)}</h2>
        <CountyMap figure={figure} towns={report.towns} places={places} palette={palette} choose={choose} />
      </section>
      <section className="board-panel board-promises">
        <h2>{t('promises')}</h2>
        <Promises promises={promises} />
      </section>
      <section className="board-panel board-events">
        <h2>{t('events')}</h2>
        <Events events={events} />
      </section>
    </div>
  )
}
