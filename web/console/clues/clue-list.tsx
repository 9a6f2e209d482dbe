import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type ClueRow, clockWords, clueRoutes, hitRoutes, matters, sources, stateWords } from '#contract/intelligence'
import { call } from '../../shared/api.ts'
import { formatDayShort } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { type Column, DataTable } from '../table/data-table.tsx'
import type { ClueFilters } from './filters.ts'
import { texts } from './texts.ts'

const pageSize = 50

/** 清单: the soonest due first; the states with their numbers are the filters. */
export function ClueList() {
  const t = texts.useTexts()
  const { view: _, ...filter } = useSearch({ from: '/clues' })
  const list = useQuery({
    queryKey: ['clues', 'list', filter],
    queryFn: ({ signal }) => call(clueRoutes.list, { query: { page: 1, ...filter }, signal }),
  })
  if (list.isError) return <FailedToLoad error={list.error} retry={() => void list.refetch()} />
  if (list.isPending) return <Loading />
  const { items, total, counts } = list.data
  const page = filter.page ?? 1
  return (
    <>
      <nav className="clue-tabs" aria-label={t('state')}>
        <Filter filter={{}} here={Object.keys(filter).every(key => key === 'page')} label={t('all')} />
        <Filter filter={{ mine: true }} here={filter.mine === true} label={t('mine')} />
        {Object.entries(stateWords)
          .filter(([state]) => (counts[state] ?? 0) > 0)
          .map(([state, { zh, en }]) => (
            <Filter
              key={state}
              filter={{ state: state as ClueRow['state'] }}
              here={filter.state === state}
              label={`${pick(zh, en)} ${counts[state]}`}
            />
          ))}
      </nav>
      {items.length === 0 ? <p>{t('none')}</p> : <Rows items={items} />}
      <p className="quiet">
        {t('total', { count: total })}{' '}
        {page > 1 ? (
          <Link to="/clues" search={{ ...filter, page: page - 1 }}>
            {t('less')}
          </Link>
        ) : null}{' '}
        {page * pageSize < total ? (
          <Link to="/clues" search={{ ...filter, page: page + 1 }}>
            {t('more')}
          </Link>
        ) : null}
      </p>
    </>
  )
}

function Filter({ filter, here, label }: { filter: ClueFilters; here: boolean; label: string }) {
  return (
    <Link to="/clues" search={filter} aria-current={here ? 'true' : undefined}>
      {label}
    </Link>
  )
}

function Rows({ items }: { items: readonly ClueRow[] }) {
  const t = texts.useTexts()
  const navigate = useNavigate()
  const columns: readonly Column<ClueRow>[] = [
    {
      key: 'no',
      head: t('no'),
      narrow: true,
      cell: row => (
        <Link to="/clues/$no" params={{ no: row.no }}>
          {row.no}
        </Link>
      ),
    },
    { key: 'due', head: t('due'), narrow: true, cell: row => <Due row={row} /> },
    {
      key: 'state',
      head: t('state'),
      narrow: true,
      cell: row => pick(stateWords[row.state].zh, stateWords[row.state].en),
    },
    {
      key: 'about',
      head: t('about'),
      cell: row => (
        <>
          <HitMark row={row} /> {row.about}
        </>
      ),
    },
    {
      key: 'matter',
      head: t('matter'),
      narrow: true,
      cell: row => pick(matters[row.matter].zh, matters[row.matter].en),
    },
    {
      key: 'source',
      head: t('source'),
      narrow: true,
      cell: row => pick(sources[row.source].zh, sources[row.source].en),
    },
    { key: 'town', head: t('town'), narrow: true, cell: row => row.town },
    { key: 'assignee', head: t('assignee'), narrow: true, cell: row => row.assignee ?? '' },
  ]
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={items}
      keyOf={row => row.no}
      open={row => void navigate({ to: '/clues/$no', params: { no: row.no } })}
    />
  )
}

/** 碰撞: a new fact touched it; opens the hits, for whoever may read them. */
export function HitMark({ row }: { row: ClueRow }) {
  const t = texts.useTexts()
  const staff = useStaff()
  if (row.hits === 0) return null
  const words = t('hits', { count: row.hits })
  return mayUse(hitRoutes.list, staff) ? (
    <Link className="clue-hit" to="/graph" search={{ tab: 'hits' }}>
      {words}
    </Link>
  ) : (
    <span className="clue-hit">{words}</span>
  )
}

/** The day, what it is for, and how far it is; late is said by a word, not by colour alone. */
export function Due({ row }: { row: ClueRow }) {
  const t = texts.useTexts()
  if (row.dueOn === null || row.daysLeft === null) return null
  const { zh, en } = clockWords[row.clock]
  return (
    <span className={row.late ? 'clue-late' : ''}>
      {pick(zh, en)} {formatDayShort(row.dueOn)}（{row.late ? '▲ ' : ''}
      {row.daysLeft === 0 ? t('today') : t(row.late ? 'late' : 'left', { days: Math.abs(row.daysLeft) })}）
    </span>
  )
}
