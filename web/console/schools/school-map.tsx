import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { SchoolBoard, SchoolShop } from '#contract/credit'
import { collection } from '../map/features.ts'
import { MapPanel } from '../map/map-panel.tsx'
import type { StateLook } from '../map/state-looks.ts'
import { standings } from './filters.ts'
import { StandingSign, standingLooks } from './looks.tsx'
import { texts } from './texts.ts'
import '../map/map.css'

const looks: Readonly<Record<string, StateLook>> = {
  ...standingLooks,
  place: { colour: 'red', shape: 'down', sign: '▼' },
}

/** 校园周边地图: shops by standing, reported places without a licence, gates; a click opens the shop. */
export function SchoolMap({ board, shops }: { board: SchoolBoard; shops: readonly SchoolShop[] }) {
  const t = texts.useTexts()
  const navigate = useNavigate()
  const points = useMemo(() => ({ shops: [], gates: board.gates, servicePoints: [] }), [board.gates])
  const marks = useMemo(() => {
    const placed = shops.flatMap(({ position, ...shop }) =>
      position === null || shop.standing === 'out' ? [] : [{ ...shop, ...position }],
    )
    const reported = board.places.flatMap(({ position, ...place }) =>
      position === null || ['stopped', 'unfounded'].includes(place.state) ? [] : [{ ...place, ...position }],
    )
    const features = [
      ...collection(placed, one => ({ opens: one.licenceNo, name: one.shopName, state: one.standing })).features,
      ...collection(reported, one => ({ opens: one.id, name: one.address, state: 'place' })).features,
    ]
    return { features: { type: 'FeatureCollection' as const, features }, looks, well: 'outside' }
  }, [shops, board.places])
  const open = useCallback(
    (opens: string) =>
      opens.startsWith('WZ-')
        ? document.getElementById(opens)?.scrollIntoView({ block: 'center' })
        : void navigate({ to: '/retailers/$licenceNo', params: { licenceNo: opens } }),
    [navigate],
  )
  return (
    <div className="map-page school-map">
      <MapPanel label={t('map')} points={points} marks={marks} open={open} instead={t('map.failed')}>
        {standings
          .filter(standing => standing !== 'out')
          .map(standing => (
            <li key={standing}>
              <StandingSign standing={standing} />
            </li>
          ))}
        <li className="colour-red">
          <span aria-hidden="true">▼</span> {t('legend.place')}
        </li>
        <li>
          <span aria-hidden="true">∩</span> {t('legend.gate')}
        </li>
        <li className="quiet">{t('legend.cluster')}</li>
      </MapPanel>
    </div>
  )
}
