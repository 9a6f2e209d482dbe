import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Empty } from 'antd'
import type { ApplicationRow } from '#contract/licensing'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { Unreached } from '../messages/unreached.tsx'
import { type Column, DataTable } from '../table/data-table.tsx'
import { ClockCell } from './clock-cell.tsx'
import { clockLook } from './clock-tone.ts'
import { exportWorkList } from './export.ts'
import { FilterBar } from './filter-bar.tsx'
import type { WorkFilters } from './filters.ts'
import { Flags } from './flags.tsx'
import { OpenProceedings } from './open-proceedings.tsx'
import { texts } from './texts.ts'
import { useWorkList } from './use-work-list.ts'
import './work-list.css'

/** 待办: what is due, most urgent first. */
export function WorkListPage() {
  const t = texts.useTexts()
  const filters = useSearch({ from: '/work' })
  const navigate = useNavigate({ from: '/work' })
  const change = (next: WorkFilters) => void navigate({ search: next, replace: true })
  const list = useWorkList(filters)
  const items = list.data?.items ?? []
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
        <Button disabled={items.length === 0} onClick={() => exportWorkList(items)}>
          {t('export')}
        </Button>
      </div>
      {filters.view === 'done' ? null : <OpenProceedings mine={filters.view === 'mine'} />}
      <FilterBar filters={filters} change={change} counts={list.data?.counts} items={items} />
      {list.isError ? (
        <FailedToLoad error={list.error} retry={() => void list.refetch()} />
      ) : list.isPending ? (
        <Loading />
      ) : items.length === 0 ? (
        <NothingToDo filters={filters} change={change} />
      ) : (
        <WorkTable items={items} total={list.data.total} />
      )}
      {filters.view === 'done' ? null : <Unreached />}
    </div>
  )
}

function NothingToDo({ filters, change }: { filters: WorkFilters; change: (next: WorkFilters) => void }) {
  const t = texts.useTexts()
  const plain = Object.keys(filters).length === 1 && filters.view === 'mine'
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <>
          <div>{t(plain ? 'empty.mine' : 'empty')}</div>
          <div className="quiet">{t('empty.next')}</div>
        </>
      }
    >
      <Button onClick={() => change({ view: 'all' })}>{t(plain ? 'view.all' : 'clear')}</Button>
    </Empty>
  )
}

function WorkTable({ items, total }: { items: readonly ApplicationRow[]; total: number }) {
  const t = texts.useTexts()
  const navigate = useNavigate()
  const columns = useColumns()
  return (
    <>
      <DataTable
        caption={t('caption')}
        columns={columns}
        rows={items}
        keyOf={row => row.applicationNo}
        open={row =>
          void navigate({ to: '/applications/$applicationNo', params: { applicationNo: row.applicationNo } })
        }
        toneOf={row => clockLook(row.clock).tone}
      />
      <p className="quiet small">
        {total > items.length
          ? t('more.than.page', { total, shown: items.length })
          : t('total', { count: items.length })}{' '}
        · {t('keys')}
      </p>
    </>
  )
}

function useColumns(): Column<ApplicationRow>[] {
  const t = texts.useTexts()
  const language = useLanguage()
  const either = (zh: string | null, en: string | undefined) => pick(zh ?? '', en ?? '', language)
  return [
    { key: 'clock', head: t('due'), narrow: true, cell: row => <ClockCell clock={row.clock} /> },
    {
      key: 'shop',
      head: t('shop'),
      cell: row => (
        <>
          <Link to="/applications/$applicationNo" params={{ applicationNo: row.applicationNo }} tabIndex={-1}>
            {row.shopName}
          </Link>
          <div className="quiet small">{row.licenceNo}</div>
        </>
      ),
    },
    { key: 'service', head: t('service'), narrow: true, cell: row => either(row.serviceLabel, row.serviceLabelEn) },
    {
      key: 'state',
      head: t('stateOf'),
      cell: row => <StateCell row={row} label={either(row.stateLabel, row.stateLabelEn)} />,
    },
    { key: 'next', head: t('next'), cell: row => either(row.nextStep, row.nextStepEn) },
    { key: 'town', head: t('townOf'), narrow: true, cell: row => row.townName },
    { key: 'received', head: t('received'), narrow: true, cell: row => formatInstant(row.receivedAt, language) },
    { key: 'number', head: t('number'), narrow: true, cell: row => row.applicationNo },
  ]
}

function StateCell({ row, label }: { row: ApplicationRow; label: string }) {
  return (
    <>
      {label}
      <Flags flags={row.flags} />
    </>
  )
}
