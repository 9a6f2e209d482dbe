import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { type CaseRow, type CaseState, caseRoutes as routes, stateWords } from '#contract/cases'
import { call } from '../../shared/api.ts'
import { formatDayShort } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { exactly } from '../app/exactly.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { PageFailed } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { type Column, DataTable } from '../table/data-table.tsx'
import { AlarmsCard } from './alarms-card.tsx'
import './cases.css'
import { OpenCase } from './open-case.tsx'
import { texts } from './texts.ts'

/** 案件: what ends first stands first; every number is a filter. */
export function CasesPage() {
  const t = texts.useTexts()
  const filters = useSearch({ from: '/cases' })
  const staff = useStaff()
  const [opening, setOpening] = useState(false)
  const list = useQuery({
    queryKey: ['cases', 'list', filters],
    queryFn: ({ signal }) => call(routes.list, { query: filters, signal }),
  })
  if (list.isError) return <PageFailed error={list.error} retry={() => void list.refetch()} />
  if (list.isPending) return <Loading />
  const { items, counts, late, total } = list.data
  const sum = Object.values(counts).reduce((all, n) => all + n, 0)
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
      </div>
      <p className="quiet">{t('intro')}</p>
      <AlarmsCard />
      <nav className="case-filters" aria-label={t('filters')}>
        <Link to="/cases" search={{}} activeOptions={exactly}>
          {t('all')} {sum}
        </Link>
        {late > 0 ? (
          <Link to="/cases" search={{ late: 'yes' }} activeOptions={exactly}>
            ▲ {t('late')} {late}
          </Link>
        ) : null}
        {Object.entries(counts).map(([state, count]) => (
          <Link key={state} to="/cases" search={{ state }} activeOptions={exactly}>
            <StateName state={state} /> {count}
          </Link>
        ))}
        <Link to="/cases" search={{ archived: 'yes' }} activeOptions={exactly}>
          {t('archived')}
        </Link>
      </nav>
      {mayUse(routes.open, staff) && !opening ? (
        <p>
          <Button type="primary" onClick={() => setOpening(true)}>
            {t('open')}
          </Button>
        </p>
      ) : null}
      {opening ? <OpenCase close={() => setOpening(false)} /> : null}
      {items.length === 0 ? <p>{t('none')}</p> : <CaseTable rows={items} />}
      <p className="quiet small">{t('total', { count: total })}</p>
    </div>
  )
}

export function StateName({ state }: { state: string }) {
  const words = Object.hasOwn(stateWords, state) ? stateWords[state as CaseState] : undefined
  return words ? pick(words.zh, words.en) : state
}

function CaseTable({ rows }: { rows: readonly CaseRow[] }) {
  const t = texts.useTexts()
  const navigate = useNavigate()
  const columns: readonly Column<CaseRow>[] = [
    {
      key: 'no',
      head: t('no'),
      narrow: true,
      cell: row => (
        <Link to="/cases/$no" params={{ no: row.no }}>
          {row.no}
        </Link>
      ),
    },
    { key: 'about', head: t('about'), cell: row => row.about },
    {
      key: 'party',
      head: t('party'),
      cell: row => (
        <>
          {row.partyShown} <span className="quiet small">{row.town}</span>
        </>
      ),
    },
    { key: 'state', head: t('state'), narrow: true, cell: row => <StateName state={row.state} /> },
    { key: 'due', head: t('due'), cell: row => <Due row={row} /> },
  ]
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={rows}
      keyOf={row => row.no}
      open={row => void navigate({ to: '/cases/$no', params: { no: row.no } })}
    />
  )
}

export function Due({ row }: { row: CaseRow }) {
  const t = texts.useTexts()
  if (row.dueOn === null) return <span className="quiet">{t('noClock')}</span>
  return (
    <span className={row.late ? 'case-late' : row.near ? 'case-soon' : ''}>
      {row.late ? '▲ ' : row.near ? '◆ ' : ''}
      {formatDayShort(row.dueOn)} {row.dueClock ? pick(row.dueClock.zh, row.dueClock.en) : ''}
      {row.late ? `（${t('isLate')}）` : ''}
    </span>
  )
}
