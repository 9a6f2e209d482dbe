import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { outCauses, type SchoolShop } from '#contract/credit'
import { formatDayShort } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { type Column, DataTable } from '../table/data-table.tsx'
import type { SchoolFilters } from './filters.ts'
import { StandingSign } from './looks.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly shops: readonly SchoolShop[]
  readonly filters: SchoolFilters
  readonly clear: () => void
}

/** The same shops as on the map, one a row. */
export function ShopList({ shops, filters, clear }: Props) {
  const t = texts.useTexts()
  const navigate = useNavigate()
  const columns = useColumns()
  const narrowed = filters.standing !== undefined || filters.month !== undefined
  return (
    <section aria-label={t('list')}>
      <div className="page-head">
        <h2>
          {filters.month === undefined
            ? t('list.count', { count: shops.length })
            : t('list.month', { month: filters.month, count: shops.length })}
        </h2>
        {narrowed ? <Button onClick={clear}>{t('list.all')}</Button> : null}
      </div>
      {shops.length === 0 ? (
        <p className="quiet">{t('list.none')}</p>
      ) : (
        <DataTable
          caption={t('list')}
          columns={columns}
          rows={shops}
          keyOf={shop => shop.licenceNo}
          open={shop => void navigate({ to: '/retailers/$licenceNo', params: { licenceNo: shop.licenceNo } })}
        />
      )}
    </section>
  )
}

function useColumns(): readonly Column<SchoolShop>[] {
  const t = texts.useTexts()
  const language = useLanguage()
  const day = (text: string) => formatDayShort(text, language)
  return [
    {
      key: 'shop',
      head: t('shop'),
      cell: shop => (
        <>
          <Link to="/retailers/$licenceNo" params={{ licenceNo: shop.licenceNo }}>
            {shop.shopName}
          </Link>
          <div className="quiet small">
            {shop.licenceNo} · {shop.town}
          </div>
        </>
      ),
    },
    { key: 'standing', head: t('standing'), narrow: true, cell: shop => <StandingSign standing={shop.standing} /> },
    { key: 'gate', head: t('gate'), cell: shop => `${shop.school} ${shop.gate}` },
    {
      key: 'metres',
      head: t('metres'),
      narrow: true,
      cell: shop => (
        <>
          {shop.walk === null ? (
            <span className="quiet">{shop.line === null ? t('noPosition') : t('line', { metres: shop.line })}</span>
          ) : (
            t('walk', { metres: shop.walk })
          )}
          <div className="quiet small">{t('limit', { metres: shop.limit })}</div>
        </>
      ),
    },
    {
      key: 'until',
      head: t('until'),
      narrow: true,
      cell: shop => (shop.outOn === null ? day(shop.validTo) : t('outOn', { day: day(shop.outOn) })),
    },
    {
      key: 'done',
      head: t('done'),
      cell: shop =>
        shop.outCause !== null
          ? pick(outCauses[shop.outCause].zh, outCauses[shop.outCause].en, language)
          : shop.exitBy !== null
            ? t('exitBy', { day: day(shop.exitBy) })
            : shop.talks > 0
              ? t('talks', { count: shop.talks })
              : '',
    },
  ]
}
