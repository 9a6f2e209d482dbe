import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Pagination } from 'antd'
import { type FigureView, routes } from '#contract/metrics'
import { call } from '../../shared/api.ts'
import { formatCount, formatDayShort } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { type Language, useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { type Column, DataTable } from '../table/data-table.tsx'
import { FigureFilterBar, useServiceName } from './filter-bar.tsx'
import { type FigureChannel, type FigureFilters, periodOf } from './filters.ts'
import { formatValue } from './format-value.ts'
import { texts } from './texts.ts'

const PAGE_SIZE = 50

/** 一个指标背后的办件: what a number counts, one line each. */
export function FigureCasesPage() {
  const t = texts.useTexts()
  const language = useLanguage()
  const { code } = useParams({ from: '/figures/$code' })
  const filters = useSearch({ from: '/figures/$code' })
  const navigate = useNavigate({ from: '/figures/$code' })
  const change = (search: FigureFilters) => void navigate({ search, replace: true })
  const period = periodOf(filters, new Date())
  const query = { page: 1, ...filters, ...period }
  const list = useQuery({
    queryKey: ['figureCases', code, query],
    queryFn: ({ signal }) => call(routes.serviceCases, { params: { code }, query, signal }),
    placeholderData: keepPreviousData,
  })
  if (list.isError) return <FailedToLoad error={list.error} retry={() => void list.refetch()} />
  if (list.isPending) return <Loading />
  const { figure, value, total } = list.data
  const { page: _, ...back } = filters
  return (
    <div className="page">
      <p>
        <Link to="/figures" search={back}>
          ← {t('back')}
        </Link>
      </p>
      <div className="page-head">
        <h1>
          {t('cases', {
            figure: pick(figure.name.zh, figure.name.en, language),
            value: formatValue(value.value, figure.unit, language),
            count: formatCount(total),
          })}
        </h1>
      </div>
      <p>{pick(figure.formula.zh, figure.formula.en, language)}</p>
      <FigureFilterBar filters={filters} period={period} change={change} />
      <Cases figure={figure} items={list.data.items} />
      <div className="table-foot">
        <Pagination
          aria-label={t('page')}
          current={filters.page ?? 1}
          pageSize={PAGE_SIZE}
          total={total}
          showSizeChanger={false}
          onChange={page => change({ ...filters, page })}
        />
      </div>
    </div>
  )
}

type Case = Awaited<ReturnType<typeof call<typeof routes.serviceCases>>>['items'][number]

function Cases({ figure, items }: { figure: FigureView; items: readonly Case[] }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const serviceName = useServiceName()
  const navigate = useNavigate()
  const columns: Column<Case>[] = [
    {
      key: 'no',
      head: t('applicationNo'),
      narrow: true,
      cell: ({ applicationNo }) => (
        <Link to="/applications/$applicationNo" params={{ applicationNo }} tabIndex={-1}>
          {applicationNo}
        </Link>
      ),
    },
    { key: 'adds', head: t('adds'), narrow: true, cell: ({ value }) => caseValue(value, figure, { t, language }) },
    { key: 'day', head: t('day'), narrow: true, cell: ({ day }) => formatDayShort(day, language) },
    { key: 'service', head: t('service'), narrow: true, cell: ({ service }) => serviceName(service) },
    { key: 'channel', head: t('channel'), narrow: true, cell: row => t(`channel.${row.channel as FigureChannel}`) },
    { key: 'town', head: t('town'), cell: ({ townName }) => townName },
  ]
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={items}
      keyOf={({ applicationNo }) => applicationNo}
      open={({ applicationNo }) => void navigate({ to: '/applications/$applicationNo', params: { applicationNo } })}
    />
  )
}

/** A share is made of cases that are so or are not. */
function caseValue(
  value: number,
  { unit }: FigureView,
  { t, language }: { t: ReturnType<typeof texts.useTexts>; language: Language },
): string {
  if (unit === 'share') return value === 1 ? t('yes') : t('no')
  return formatValue(value, unit, language)
}
