import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Input } from 'antd'
import { useId } from 'react'
import { type ClueFigures, clueRoutes, hitRoutes, sources } from '#contract/intelligence'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import type { ClueFilters } from './filters.ts'
import { texts } from './texts.ts'

/** 碰撞的数字, for whoever may read the graph: raised, told within how many seconds, seen, decided. */
function HitFigures({ from, to }: { from: string; to: string }) {
  const t = texts.useTexts()
  const may = mayUse(hitRoutes.figures, useStaff())
  const figures = useQuery({
    queryKey: ['graphHits', 'figures', from, to],
    queryFn: ({ signal }) => call(hitRoutes.figures, { query: { from, to }, signal }),
    enabled: may,
  })
  if (!figures.data) return null
  const { secondsMiddle, secondsMost, ...counts } = figures.data
  return (
    <p className="card">
      {t('figures.hits', counts)}{' '}
      {secondsMiddle === null ? null : t('figures.hitsTold', { middle: secondsMiddle, most: secondsMost ?? 0 })}
    </p>
  )
}

type Figure = ClueFigures['sources'][number]
const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.round((part / whole) * 100)}%`)

/** 各来源的数字: each opens to exactly the clues it counts. */
export function FiguresView() {
  const t = texts.useTexts()
  const id = useId()
  const navigate = useNavigate()
  const today = Temporal.Now.plainDateISO('Asia/Shanghai')
  const { from = today.subtract({ months: 3 }).toString(), to = today.toString() } = useSearch({ from: '/clues' })
  const figures = useQuery({
    queryKey: ['clues', 'figures', from, to],
    queryFn: ({ signal }) => call(clueRoutes.figures, { query: { from, to }, signal }),
  })
  if (figures.isError) return <FailedToLoad error={figures.error} retry={() => void figures.refetch()} />
  if (figures.isPending) return <Loading />
  const rows = figures.data.sources
  const sum = (key: 'received' | 'closed' | 'converted' | 'founded') => rows.reduce((n, row) => n + row[key], 0)
  const set = (change: ClueFilters) => void navigate({ to: '/clues', search: { view: 'figures', from, to, ...change } })
  const cell = (row: Figure, figure: 'received' | 'closed' | 'converted') =>
    row[figure] === 0 ? (
      0
    ) : (
      <Link to="/clues" search={{ source: row.source, figure, from, to }}>
        {row[figure]}
      </Link>
    )
  return (
    <>
      <HitFigures from={from} to={to} />
      <div className="clue-row">
        {(
          [
            ['from', from],
            ['to', to],
          ] as const
        ).map(([key, value]) => (
          <div className="field" key={key}>
            <label htmlFor={`${id}-${key}`}>{t(`figures.${key}`)}</label>
            <Input
              id={`${id}-${key}`}
              type="date"
              value={value}
              onChange={event => set({ [key]: event.target.value })}
            />
          </div>
        ))}
      </div>
      <p className="quiet">{t('figures.help')}</p>
      <div className="table-room">
        <table className="data-table clue-figures">
          <caption className="visually-hidden">{t('view.figures')}</caption>
          <thead>
            <tr>
              {(
                [
                  'source',
                  'figures.received',
                  'figures.closed',
                  'figures.converted',
                  'figures.rate',
                  'figures.founded',
                  'figures.days',
                ] as const
              ).map(key => (
                <th key={key} scope="col">
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.source}>
                <th scope="row">{pick(sources[row.source].zh, sources[row.source].en)}</th>
                <td>{cell(row, 'received')}</td>
                <td>{cell(row, 'closed')}</td>
                <td>{cell(row, 'converted')}</td>
                <td>{percent(row.converted, row.closed)}</td>
                <td>{percent(row.founded, row.closed)}</td>
                <td>{row.daysToDecide ?? '–'}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t('figures.sum')}</th>
              <td>{sum('received')}</td>
              <td>{sum('closed')}</td>
              <td>{sum('converted')}</td>
              <td>{percent(sum('converted'), sum('closed'))}</td>
              <td>{percent(sum('founded'), sum('closed'))}</td>
              <td />
            </tr>
          </tbody>
        </table>
      </div>
    </>
  )
}
