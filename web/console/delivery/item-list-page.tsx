import { Link } from '@tanstack/react-router'
import { Select } from 'antd'
import { useState } from 'react'
import { type DeliveryMode, type ItemRow, modeLabels } from '#contract/delivery'
import { formatDayShort } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useTowns } from '../app/use-towns.ts'
import { DeliveryFrame } from './frame.tsx'
import { texts } from './texts.ts'
import { type ItemFilters, useItems } from './use-delivery.ts'
import { modeWord } from './way-words.ts'

const modes = Object.keys(modeLabels) as DeliveryMode[]

/** 送达件: by the end of the statutory period. */
export function ItemListPage() {
  const t = texts.useTexts()
  const [filters, setFilters] = useState<ItemFilters>({ view: 'open' })
  const list = useItems(filters)
  const count = (tone: string) => list.data?.items.filter(item => item.clock.tone === tone).length ?? 0
  return (
    <DeliveryFrame>
      <h1>{t('answer.open', { total: list.data?.total ?? 0, overdue: count('overdue'), soon: count('soon') })}</h1>
      <p className="quiet">{t('clock.basis')}</p>
      <Filters filters={filters} set={setFilters} />
      {list.isError ? (
        <FailedToLoad error={list.error} retry={() => void list.refetch()} />
      ) : list.isPending ? (
        <Loading />
      ) : list.data.items.length === 0 ? (
        <p className="card">
          {t('empty')} {t('empty.next')}
        </p>
      ) : (
        <ItemTable items={list.data.items} />
      )}
    </DeliveryFrame>
  )
}

function Filters({ filters, set }: { filters: ItemFilters; set: (filters: ItemFilters) => void }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const towns = useTowns()
  const { town: _, mode: __, ...bare } = filters
  const with_ = (town: string, mode: string): ItemFilters => ({
    ...bare,
    ...(town === '' ? {} : { town }),
    ...(mode === '' ? {} : { mode: mode as NonNullable<ItemFilters['mode']> }),
  })
  return (
    <div className="delivery-filters">
      <Select
        aria-label={t('view')}
        value={filters.view}
        options={(['open', 'done', 'all'] as const).map(value => ({ value, label: t(`view.${value}`) }))}
        onChange={view => set({ ...filters, view })}
      />
      <Select
        aria-label={t('town')}
        value={filters.town ?? ''}
        options={[{ value: '', label: t('anyTown') }, ...towns.map(one => ({ value: one.code, label: one.name }))]}
        onChange={town => set(with_(town, filters.mode ?? ''))}
      />
      <Select
        aria-label={t('mode')}
        value={(filters.mode ?? '') as string}
        options={[
          { value: '', label: t('anyMode') },
          ...modes.map(value => ({ value: value as string, label: modeWord(value, language) })),
        ]}
        onChange={mode => set(with_(filters.town ?? '', mode))}
      />
    </div>
  )
}

function ItemTable({ items }: { items: readonly ItemRow[] }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const heads = ['item', 'shop', 'address', 'mode', 'state', 'tries', 'clock'] as const
  return (
    <table className="plain-table card">
      <caption className="visually-hidden">{t('caption')}</caption>
      <thead>
        <tr>
          {heads.map(head => (
            <th key={head} scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map(item => (
          <tr key={item.itemNo}>
            <td>
              <Link to="/delivery/items/$itemNo" params={{ itemNo: item.itemNo }}>
                {item.itemNo}
              </Link>
            </td>
            <td>
              {item.shopName}
              <div className="quiet small">{item.operatorNameMasked}</div>
            </td>
            <td>{item.address}</td>
            <td>{modeWord(item.mode, language)}</td>
            <td>{pick(item.stateLabel, item.stateLabelEn)}</td>
            <td>{item.attempts > 0 ? t('tries.n', { n: item.attempts }) : '–'}</td>
            <td>
              <Clock item={item} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const signs = { none: '', ok: '', soon: '▲ ', overdue: '■ ', done: '✓ ' } as const

/** The end of the period in working days; a late one has a sign besides its colour. */
export function Clock({ item: { clock, serveBy } }: { item: ItemRow }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const left = clock.workingDaysLeft ?? 0
  const day = serveBy === null ? '' : formatDayShort(serveBy, language)
  const words =
    clock.tone === 'done'
      ? t('clock.done')
      : clock.tone === 'none'
        ? day || t('clock.none')
        : clock.tone === 'overdue'
          ? t('clock.over', { day, n: -left })
          : t('clock.left', { day, n: left })
  return (
    <span className={`tone-${clock.tone}`}>
      {signs[clock.tone]}
      {words}
    </span>
  )
}
