import { useNavigate, useSearch } from '@tanstack/react-router'
import { Pagination, Select } from 'antd'
import type { IndicatorView } from '#contract/monitoring'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { PageFailed } from '../app/problem-alert.tsx'
import { useTowns } from '../app/use-towns.ts'
import { AlertCard } from './alert-card.tsx'
import { AlertMap } from './alert-map.tsx'
import { type AlertFilters, type AlertKind, type AlertState, alertKinds, alertStates } from './filters.ts'
import { HotPart } from './hot-part.tsx'
import { IndicatorTable } from './indicator-table.tsx'
import { texts } from './texts.ts'
import { useAlerts, useLiveAlerts } from './use-alerts.ts'
import './monitoring.css'

/** 市场预警: the strongest first, by themselves; each with what a person can check, and the three verdicts. */
export function AlertsPage() {
  const t = texts.useTexts()
  const language = useLanguage()
  const filters = useSearch({ from: '/alerts' })
  const navigate = useNavigate()
  const live = useLiveAlerts()
  const list = useAlerts(filters)
  const change = (search: AlertFilters) => void navigate({ to: '/alerts', search })
  if (list.isError) return <PageFailed error={list.error} retry={() => void list.refetch()} />
  if (list.isPending) return <Loading />
  const { items, total, indicators, watchedAt } = list.data
  return (
    <div className="page alerts">
      <div className="page-head">
        <h1>{t('title')}</h1>
        <span className="quiet" role="status">
          {live ? t('live') : t('notLive')}
          {' · '}
          {watchedAt === null ? t('neverWatched') : t('watched', { at: formatInstant(watchedAt, language) })}
        </span>
      </div>
      <p className="quiet">{t('intro')}</p>
      <div className="alert-board">
        <AlertMap filters={filters} />
        <HotPart />
      </div>
      <Filters filters={filters} indicators={indicators} change={change} />
      <p>{t('total', { count: total })}</p>
      {items.length === 0 ? <p>{t('none')}</p> : null}
      {items.map(alert => (
        <AlertCard key={alert.id} alert={alert} indicators={indicators} />
      ))}
      {total > 50 ? (
        <Pagination
          current={filters.page ?? 1}
          pageSize={50}
          total={total}
          showSizeChanger={false}
          onChange={page => change({ ...filters, page })}
        />
      ) : null}
      <IndicatorTable indicators={indicators} />
    </div>
  )
}

interface FilterProps {
  readonly filters: AlertFilters
  readonly indicators: readonly IndicatorView[]
  readonly change: (next: AlertFilters) => void
}

function Filters({ filters, indicators, change }: FilterProps) {
  const t = texts.useTexts()
  const language = useLanguage()
  const towns = useTowns()
  const { page: _, ...kept } = filters
  const { kind = '', reason = '', town = '', state = 'open' } = kept
  const without = (name: keyof AlertFilters) =>
    Object.fromEntries(Object.entries(kept).filter(([key]) => key !== name)) as AlertFilters
  return (
    <div className="filter-bar">
      <Select<AlertState>
        aria-label={t('state')}
        className="filter-select"
        value={state}
        options={alertStates.map(value => ({ value, label: t(`state.${value}`) }))}
        onChange={value => change({ ...kept, state: value })}
      />
      <Select<AlertKind | ''>
        aria-label={t('kind')}
        className="filter-select"
        value={kind}
        options={[{ value: '', label: t('anyKind') }, ...alertKinds.map(value => ({ value, label: t(value) }))]}
        onChange={value => change(value === '' ? without('kind') : { ...kept, kind: value })}
      />
      <Select<string>
        aria-label={t('reason')}
        className="filter-select alert-reason"
        value={reason}
        options={[
          { value: '', label: t('anyReason') },
          ...indicators.map(({ code, zh, en }) => ({ value: code, label: `${code} ${pick(zh, en, language)}` })),
        ]}
        onChange={value => change(value === '' ? without('reason') : { ...kept, reason: value })}
      />
      <Select<string>
        aria-label={t('town')}
        className="filter-select"
        value={town}
        options={[{ value: '', label: t('anyTown') }, ...towns.map(({ code, name }) => ({ value: code, label: name }))]}
        onChange={value => change(value === '' ? without('town') : { ...kept, town: value })}
      />
    </div>
  )
}
