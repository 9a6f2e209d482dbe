import { useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented, Select } from 'antd'
import { type CircleView, formatValue } from '#contract/metrics'
import { formatCount } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { PageFailed } from '../app/problem-alert.tsx'
import { useTowns } from '../app/use-towns.ts'
import './circle.css'
import { PlainTable } from '../table/plain-table.tsx'
import { CircleMap } from './circle-map.tsx'
import type { CircleFilters } from './filters.ts'
import { SitingCard } from './siting-card.tsx'
import { texts } from './texts.ts'
import { useCircle, useSiting } from './use-circle.ts'

/** 15 分钟服务圈: who has a working point near, who has not, and where the next ones would help most. */
export function CirclePage() {
  const t = texts.useTexts()
  const language = useLanguage()
  const filters = useSearch({ from: '/circle' })
  const navigate = useNavigate()
  const change = (search: CircleFilters) => void navigate({ to: '/circle', search, replace: true })
  const circle = useCircle(filters)
  const siting = useSiting()
  if (circle.isError) return <PageFailed error={circle.error} retry={() => void circle.refetch()} />
  if (circle.isPending) return <Loading />
  const { data } = circle
  const sites = siting.data?.siting?.result?.sites ?? []
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title', { minutes: data.minutes })}</h1>
      </div>
      <Filters filters={filters} change={change} circle={data} />
      <p className="circle-answer">
        {t('answer', {
          share: formatValue(data.shops === 0 ? null : data.within / data.shops, 'share', language),
          within: formatCount(data.within),
          shops: formatCount(data.shops),
          limit: formatValue(data.withinMetres, 'metres', language),
          median: formatValue(data.medianMetres, 'metres', language),
        })}
      </p>
      <p className="quiet">
        {t('method', {
          ...{ factor: data.detourFactor, speed: data.kmPerHour, minutes: data.minutes },
          hours: data.workingHours,
        })}
      </p>
      <div className="circle-columns">
        <div className="circle-drawn">
          <CircleMap
            circle={data}
            sites={sites}
            open={licenceNo => void navigate({ to: '/retailers/$licenceNo', params: { licenceNo } })}
          />
        </div>
        <div className="circle-side">
          <SitingCard siting={siting.data?.siting ?? null} filters={filters} />
          <TownTable towns={data.towns} />
        </div>
      </div>
    </div>
  )
}

interface FiltersProps {
  readonly filters: CircleFilters
  readonly change: (next: CircleFilters) => void
  readonly circle: CircleView
}

function Filters({ filters, change, circle }: FiltersProps) {
  const t = texts.useTexts()
  const language = useLanguage()
  const limits = { limit: formatValue(circle.nearMetres, 'metres', language), minutes: circle.minutes }
  const towns = useTowns()
  const { points, reach, town, ...rest } = filters
  const keep = { ...(points ? { points } : {}), ...(reach ? { reach } : {}), ...(town ? { town } : {}), ...rest }
  return (
    <div className="filter-bar">
      <Segmented
        aria-label={t('points')}
        value={points ?? 'working'}
        options={(['working', 'registered'] as const).map(value => ({ value, label: t(`points.${value}`) }))}
        onChange={value => {
          const { points: _, ...others } = keep
          change(value === 'registered' ? { ...others, points: 'registered' } : others)
        }}
      />
      <Segmented
        aria-label={t('reach')}
        value={reach ?? 'near'}
        options={(['near', 'minutes'] as const).map(value => ({ value, label: t(`reach.${value}`, limits) }))}
        onChange={value => {
          const { reach: _, ...others } = keep
          change(value === 'minutes' ? { ...others, reach: 'minutes' } : others)
        }}
      />
      <Select
        aria-label={t('town')}
        className="filter-select"
        value={town ?? ''}
        options={[{ value: '', label: t('whole') }, ...towns.map(({ code, name }) => ({ value: code, label: name }))]}
        onChange={value => {
          const { town: _, ...others } = keep
          change(value === '' ? others : { ...others, town: value })
        }}
      />
    </div>
  )
}

function TownTable({ towns }: { towns: CircleView['towns'] }) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <div className="card">
      <h2>{t('towns')}</h2>
      <PlainTable caption={t('towns')} heads={[t('town'), t('share'), t('outside'), t('median')]}>
        {towns.map(({ code, name, shops, within, medianMetres }) => (
          <tr key={code}>
            <td>{name}</td>
            <td>{formatValue(within / shops, 'share', language)}</td>
            <td>{formatValue(shops - within, 'shops', language)}</td>
            <td>{formatValue(medianMetres, 'metres', language)}</td>
          </tr>
        ))}
      </PlainTable>
    </div>
  )
}
