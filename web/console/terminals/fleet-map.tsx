import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Spin } from 'antd'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import type { FleetView } from '#contract/access'
import { routes as registry } from '#contract/registry'
import { call } from '../../shared/api.ts'
import { formatCount } from '../../shared/format.ts'
import { useTowns } from '../app/use-towns.ts'
import { collection } from '../map/features.ts'
import '../map/map.css'
import type { StateLook } from '../map/state-looks.ts'
import type { Health } from './fleet-filters.ts'
import { fleetTexts } from './fleet-texts.ts'
import { usePlaces } from './use-fleet.ts'

const MapCanvas = lazy(() => import('../map/map-canvas.tsx'))

/** Colour and shape of each health, on the map, in the list and in the legend. */
export const healthLooks: Readonly<Record<Health, StateLook>> = {
  silent: { colour: 'red', shape: 'down', sign: '▼' },
  fault: { colour: 'amber', shape: 'diamond', sign: '◆' },
  fine: { colour: 'green', shape: 'circle', sign: '●' },
  resting: { colour: 'ink-quiet', shape: 'square', sign: '■' },
  notInUse: { colour: 'ink-quiet', shape: 'cross', sign: '✕' },
}

const nothing = { shops: [], gates: [], servicePoints: [] }

/** 终端地图: where the terminals of the answer stand and how they are; a click opens one. */
export function FleetMap({ points }: { points: FleetView['points'] }) {
  const t = fleetTexts.useTexts()
  const towns = useTowns()
  const navigate = useNavigate()
  const places = usePlaces()
  const [failed, setFailed] = useState(false)
  const areas = useQuery({
    queryKey: ['mapAreas'],
    queryFn: ({ signal }) => call(registry.mapAreas, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const placed = useMemo(
    () =>
      points.flatMap(point => {
        const place = places.data?.get(point.code)
        return place === undefined ? [] : [{ ...point, ...place }]
      }),
    [points, places.data],
  )
  const marks = useMemo(
    () => ({
      features: collection(placed, ({ id, name, health }) => ({ opens: id, name, state: health })),
      looks: healthLooks,
      well: 'fine',
    }),
    [placed],
  )
  const open = useCallback((id: string) => void navigate({ to: '/terminals/$id', params: { id } }), [navigate])
  const fail = useCallback(() => setFailed(true), [])
  return (
    <div className="fleet-map">
      <h2>{t('map')}</h2>
      <p className="quiet small">
        {t('map.text', { count: formatCount(placed.length), missing: formatCount(points.length - placed.length) })}
      </p>
      {failed ? (
        <Alert type="warning" showIcon title={t('map.failed')} />
      ) : (
        <Suspense fallback={<Spin className="centred" />}>
          <MapCanvas
            label={t('map')}
            points={nothing}
            marks={marks}
            towns={towns}
            areas={areas.data}
            open={open}
            failed={fail}
          />
        </Suspense>
      )}
      <ul className="fleet-legend small">
        {(Object.keys(healthLooks) as Health[]).map(health => (
          <li key={health} className={`fleet-${health}`}>
            <span aria-hidden="true">{healthLooks[health].sign}</span> {t(`health.${health}`)}
          </li>
        ))}
      </ul>
    </div>
  )
}
