import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { FleetView } from '#contract/access'
import { formatCount } from '../../shared/format.ts'
import { collection } from '../map/features.ts'
import { MapPanel } from '../map/map-panel.tsx'
import type { StateLook } from '../map/state-looks.ts'
import type { Health } from './fleet-filters.ts'
import { fleetTexts } from './fleet-texts.ts'
import { usePlaces } from './use-fleet.ts'

/** Colour and shape of each health, on the map, in the list and in the legend. */
export const healthLooks: Readonly<Record<Health, StateLook>> = {
  silent: { colour: 'red', shape: 'down', sign: '▼' },
  fault: { colour: 'amber', shape: 'diamond', sign: '◆' },
  fine: { colour: 'green', shape: 'circle', sign: '●' },
  resting: { colour: 'ink-quiet', shape: 'square', sign: '■' },
  notInUse: { colour: 'ink-quiet', shape: 'cross', sign: '✕' },
}

/** 终端地图: where the terminals of the answer stand and how they are; a click opens one. */
export function FleetMap({ points }: { points: FleetView['points'] }) {
  const t = fleetTexts.useTexts()
  const navigate = useNavigate()
  const places = usePlaces()
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
  return (
    <div className="fleet-map">
      <h2>{t('map')}</h2>
      <p className="quiet small">
        {t('map.text', { count: formatCount(placed.length), missing: formatCount(points.length - placed.length) })}
      </p>
      <MapPanel label={t('map')} marks={marks} open={open} instead={t('map.failed')}>
        {(Object.keys(healthLooks) as Health[]).map(health => (
          <li key={health} className={`fleet-${health}`}>
            <span aria-hidden="true">{healthLooks[health].sign}</span> {t(`health.${health}`)}
          </li>
        ))}
      </MapPanel>
    </div>
  )
}
