import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Empty, Pagination } from 'antd'
import { type RetailerRow, routes as registry } from '#contract/registry'
import { call } from '../../shared/api.ts'
import { formatCount, formatDayShort } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { registerWord } from '../../shared/register-words.ts'
import { Loading } from '../app/page-states.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { StateSign } from '../map/state-sign.tsx'
import { type Column, DataTable } from '../table/data-table.tsx'
import { exportRetailers } from './export.ts'
import { changeRetailerFilter, type RetailerFilters } from './filters.ts'
import { RetailerFilterBar } from './retailer-filters.tsx'
import { texts } from './texts.ts'

const PAGE_SIZE = 50

/** 零售户: the register, filtered and paged by the address. */
export function RetailerListPage() {
  const t = texts.useTexts()
  const filters = useSearch({ from: '/retailers' })
  const navigate = useNavigate({ from: '/retailers' })
  const change = (search: RetailerFilters) => void navigate({ search, replace: true })
  const list = useQuery({
    queryKey: ['retailers', filters],
    queryFn: ({ signal }) => call(registry.listRetailers, { query: { page: 1, ...filters, size: PAGE_SIZE }, signal }),
    placeholderData: keepPreviousData,
  })
  const items = list.data?.items ?? []
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
        <Button disabled={items.length === 0} onClick={() => exportRetailers(items)}>
          {t('export')}
        </Button>
      </div>
      <RetailerFilterBar filters={filters} change={change} />
      {list.isError ? (
        <FailedToLoad error={list.error} retry={() => void list.refetch()} />
      ) : list.isPending ? (
        <Loading />
      ) : items.length === 0 ? (
        <Nobody clear={() => change({})} />
      ) : (
        <>
          <RetailerTable items={items} />
          <div className="table-foot">
            <span className="quiet small">{t('total', { count: formatCount(list.data.total) })}</span>
            <Pagination
              aria-label={t('page')}
              current={filters.page ?? 1}
              pageSize={PAGE_SIZE}
              total={list.data.total}
              showSizeChanger={false}
              onChange={page => change(changeRetailerFilter(filters, 'page', page))}
            />
          </div>
        </>
      )}
    </div>
  )
}

function Nobody({ clear }: { clear: () => void }) {
  const t = texts.useTexts()
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <>
          <div>{t('empty')}</div>
          <div className="quiet">{t('empty.next')}</div>
        </>
      }
    >
      <Button onClick={clear}>{t('clear')}</Button>
    </Empty>
  )
}

function RetailerTable({ items }: { items: readonly RetailerRow[] }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const navigate = useNavigate()
  const columns: Column<RetailerRow>[] = [
    {
      key: 'shop',
      head: t('shop'),
      cell: row => (
        <Link to="/retailers/$licenceNo" params={{ licenceNo: row.licenceNo }} tabIndex={-1}>
          {row.shopName}
        </Link>
      ),
    },
    { key: 'state', head: t('state'), narrow: true, cell: row => <StateSign state={row.state} /> },
    { key: 'validTo', head: t('validTo'), narrow: true, cell: row => formatDayShort(row.validTo, language) },
    { key: 'operator', head: t('operator'), narrow: true, cell: row => row.operatorNameMasked },
    { key: 'phone', head: t('phone'), narrow: true, cell: row => row.phoneMasked },
    { key: 'town', head: t('town'), narrow: true, cell: row => row.townName },
    { key: 'address', head: t('address'), cell: row => row.address },
    { key: 'format', head: t('format'), narrow: true, cell: row => registerWord(row.businessFormat) },
    { key: 'no', head: t('licenceNo'), narrow: true, cell: row => row.licenceNo },
  ]
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={items}
      keyOf={row => row.licenceNo}
      open={row => void navigate({ to: '/retailers/$licenceNo', params: { licenceNo: row.licenceNo } })}
    />
  )
}
