import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Pagination } from 'antd'
import { type FigureRow, type FigureView, formatValue, routes } from '#contract/metrics'
import { call } from '../../shared/api.ts'
import { formatCount, formatDayShort } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { type Language, useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { PageFailed } from '../app/problem-alert.tsx'
import { type Column, DataTable } from '../table/data-table.tsx'
import { FigureFilterBar, useServiceName } from './filter-bar.tsx'
import { type FigureFilters, periodOf } from './filters.ts'
import { pageOf, refWords, searchOf } from './opens.ts'
import { texts } from './texts.ts'

const PAGE_SIZE = 50

/** 一个指标背后的每一行: what a number counts, one line each. */
export function FigureRowsPage() {
  const t = texts.useTexts()
  const language = useLanguage()
  const { code } = useParams({ from: '/figures/$code' })
  const filters = useSearch({ from: '/figures/$code' })
  const navigate = useNavigate({ from: '/figures/$code' })
  const change = (search: FigureFilters) => void navigate({ search, replace: true })
  const period = periodOf(filters, new Date())
  const { group: _, ...asked } = filters
  const query = { page: 1, ...asked, ...period }
  const list = useQuery({
    queryKey: ['figureRows', code, query],
    queryFn: ({ signal }) => call(routes.figureRows, { params: { code }, query, signal }),
    placeholderData: keepPreviousData,
  })
  if (list.isError) return <PageFailed error={list.error} retry={() => void list.refetch()} />
  if (list.isPending) return <Loading />
  const { figure, value, total } = list.data
  const { page: __, ...back } = filters
  return (
    <div className="page">
      <p>
        <Link to="/figures" search={back}>
          ← {t('back')}
        </Link>
      </p>
      <div className="page-head">
        <h1>
          {t('rows', {
            figure: pick(figure.name.zh, figure.name.en, language),
            value: formatValue(value.value, figure.unit, language, figure.empty),
            count: formatCount(total),
          })}
        </h1>
      </div>
      <p>{pick(figure.formula.zh, figure.formula.en, language)}</p>
      <FigureFilterBar filters={filters} period={period} change={change} service={figure.opens === 'application'} />
      <Rows figure={figure} items={list.data.items} />
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

function Rows({ figure, items }: { figure: FigureView; items: readonly FigureRow[] }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const serviceName = useServiceName()
  const navigate = useNavigate()
  const columns: Column<FigureRow>[] = [
    {
      key: 'ref',
      head: t('ref'),
      narrow: true,
      cell: ({ ref }) => {
        const page = pageOf(figure.opens, ref)
        return page === undefined ? (
          ref
        ) : (
          <Link to={page} search={searchOf(figure.opens, ref)} tabIndex={-1}>
            {refWords(ref)}
          </Link>
        )
      },
    },
    { key: 'adds', head: t('adds'), narrow: true, cell: ({ value }) => rowValue(value, figure, { t, language }) },
    {
      key: 'day',
      head: t('day'),
      narrow: true,
      cell: ({ day }) => (day === null ? '—' : formatDayShort(day, language)),
    },
    { key: 'label', head: t('label'), narrow: true, cell: ({ label }) => serviceName(label) },
    { key: 'town', head: t('town'), cell: ({ townName }) => townName },
  ]
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={items}
      keyOf={({ ref }) => ref}
      open={({ ref }) => {
        const page = pageOf(figure.opens, ref)
        if (page !== undefined) void navigate({ to: page, search: searchOf(figure.opens, ref) })
      }}
    />
  )
}

/** A share is made of rows that are so or are not. */
function rowValue(
  value: number,
  { unit, aggregate }: FigureView,
  { t, language }: { t: ReturnType<typeof texts.useTexts>; language: Language },
): string {
  if (unit === 'share' && (aggregate === 'subjects' || value === 0 || value === 1))
    return value === 1 ? t('yes') : t('no')
  return formatValue(value, unit, language)
}
