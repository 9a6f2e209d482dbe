import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { useCallback, useMemo } from 'react'
import { licenceStates, routes as registry } from '#contract/registry'
import { call } from '../../shared/api.ts'
import { formatCount } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useTowns } from '../app/use-towns.ts'
import { countByState, filterShops, type MapPoints } from './features.ts'
import type { MapFilters } from './filters.ts'
import { Legend } from './legend.tsx'
import { MapPanel } from './map-panel.tsx'
import { stateTexts } from './state-texts.ts'
import { texts } from './texts.ts'

/** 地图: one question as a sentence, its answer in words, then the picture. */
export function MapPage() {
  const points = useQuery({
    queryKey: ['mapPoints'],
    queryFn: ({ signal }) => call(registry.mapPoints, { signal }),
    staleTime: 300_000,
  })
  if (points.isError) {
    return (
      <div className="page">
        <FailedToLoad error={points.error} retry={() => void points.refetch()} />
      </div>
    )
  }
  return points.isPending ? <Loading /> : <TheMap all={points.data} />
}

function TheMap({ all }: { all: MapPoints }) {
  const t = texts.useTexts()
  const filters = useSearch({ from: '/map' })
  const navigate = useNavigate()
  const towns = useTowns()
  const points = useMemo(() => ({ ...all, shops: filterShops(all.shops, filters) }), [all, filters])
  const openShop = useCallback(
    (licenceNo: string) => void navigate({ to: '/retailers/$licenceNo', params: { licenceNo } }),
    [navigate],
  )
  return (
    <div className="page map-page">
      <Question points={points} filters={filters} towns={towns} />
      <MapFilterBar filters={filters} towns={towns} byTown={all.shops.some(shop => shop.areaCode !== undefined)} />
      <MapPanel label={t('canvas')} points={points} open={openShop} instead={t('failed.next')}>
        <Legend />
      </MapPanel>
    </div>
  )
}

type Towns = ReturnType<typeof useTowns>

function Question({ points, filters, towns }: { points: MapPoints; filters: MapFilters; towns: Towns }) {
  const t = texts.useTexts()
  const state = stateTexts.useTexts()
  const language = useLanguage()
  const place = towns.find(town => town.code === filters.town)?.name ?? t('everywhere')
  const count = formatCount(points.shops.length)
  const parts = countByState(points.shops).map(([name, number]) =>
    t('answer.part', { state: state(name), count: formatCount(number) }),
  )
  return (
    <div>
      <h1>
        {filters.state === undefined
          ? t('question', { place, count })
          : t('question.state', { place, count, state: state(filters.state) })}
      </h1>
      <p className="map-answer">{t('answer', { list: parts.join(language === 'zh' ? '，' : ', ') })}</p>
    </div>
  )
}

function MapFilterBar({ filters, towns, byTown }: { filters: MapFilters; towns: Towns; byTown: boolean }) {
  const t = texts.useTexts()
  const state = stateTexts.useTexts()
  const navigate = useNavigate({ from: '/map' })
  const set = (next: { town?: string | undefined; state?: MapFilters['state'] | undefined }) => {
    const { town, state: chosen } = { ...filters, ...next }
    void navigate({ search: { ...(town ? { town } : {}), ...(chosen ? { state: chosen } : {}) }, replace: true })
  }
  return (
    <div className="map-filters">
      <Select
        aria-label={t('town')}
        className="filter-select"
        disabled={!byTown}
        value={filters.town ?? ''}
        options={[{ value: '', label: t('anyTown') }, ...towns.map(town => ({ value: town.code, label: town.name }))]}
        onChange={town => set({ town: town === '' ? undefined : town })}
      />
      <Select
        aria-label={t('state')}
        className="filter-select"
        value={filters.state ?? ('' as const)}
        options={[
          { value: '' as const, label: t('anyState') },
          ...licenceStates.map(value => ({ value, label: state(value) })),
        ]}
        onChange={value => set({ state: value === '' ? undefined : value })}
      />
    </div>
  )
}
