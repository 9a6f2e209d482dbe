import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { formatInstant } from '../../shared/format.ts'
import { readDocumentFacts } from '../app/document-facts.ts'
import { useTowns } from '../app/use-towns.ts'
import { exportCsv, exportReport, exportXlsx } from './export.ts'
import { type BoardFilters, spans } from './filters.ts'
import { texts } from './texts.ts'
import type { BoardQuery } from './use-board.ts'

interface Props {
  readonly filters: BoardFilters
  readonly query: BoardQuery
  readonly live: boolean
  readonly change: (next: BoardFilters) => void
}

const demo = readDocumentFacts(document).mode === 'demo'

/** The head of the board: what it shows, whether the line stands, and what one can take away. */
export function BoardHead({ filters, query, live, change }: Props) {
  const t = texts.useTexts()
  const towns = useTowns()
  const set = (key: keyof BoardFilters, value: string | undefined) => {
    const { [key]: _, ...rest } = filters
    change(value === undefined || value === '' ? rest : { ...rest, [key]: value })
  }
  return (
    <header className="board-head">
      <h1>{t('title')}</h1>
      {demo && <span className="board-demo">{t('demo')}</span>}
      <span className={live ? 'board-green' : 'board-amber'} role="status">
        {live ? `● ${t('live')}` : `○ ${t('notLive')}`}
      </span>
      <Now />
      <div className="board-controls">
        <label>
          <span className="visually-hidden">{t('span')}</span>
          <select value={filters.span ?? 'days30'} onChange={event => set('span', event.target.value)}>
            {spans.map(span => (
              <option key={span} value={span}>
                {t(`span.${span}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="visually-hidden">{t('town')}</span>
          <select value={filters.town ?? ''} onChange={event => set('town', event.target.value)}>
            <option value="">{t('whole')}</option>
            {towns.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <Exports query={query} />
        <button type="button" onClick={() => set('theme', filters.theme === 'light' ? undefined : 'light')}>
          {t(filters.theme === 'light' ? 'dark' : 'light')}
        </button>
        <Link to="/circle">{t('circle')}</Link>
        <Link to="/figures">{t('leave')}</Link>
      </div>
    </header>
  )
}

function Exports({ query }: { query: BoardQuery }) {
  const t = texts.useTexts()
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready')
  const run = (work: Promise<void>) => {
    setState('busy')
    work.then(
      () => setState('ready'),
      () => setState('failed'),
    )
  }
  return (
    <>
      <button type="button" disabled={state === 'busy'} onClick={() => run(exportCsv(query))}>
        CSV
      </button>
      <button type="button" disabled={state === 'busy'} onClick={() => run(exportXlsx(query))}>
        XLSX
      </button>
      <button type="button" disabled={state === 'busy'} onClick={() => run(exportReport(query.to.slice(0, 7)))}>
        {t('monthly')}
      </button>
      {state === 'failed' && <span role="alert">{t('export.failed')}</span>}
    </>
  )
}

function Now() {
  const [now, setNow] = useState(() => new Date().toISOString())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), 10_000)
    return () => clearInterval(timer)
  }, [])
  return <time className="board-now">{formatInstant(now)}</time>
}
