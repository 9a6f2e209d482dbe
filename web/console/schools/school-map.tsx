import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Spin } from 'antd'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import type { SchoolBoard, SchoolShop } from '#contract/credit'
import { routes as registry } from '#contract/registry'
import { call } from '../../shared/api.ts'
import { readDocumentFacts } from '../app/document-facts.ts'
import { useTowns } from '../app/use-towns.ts'
import { collection } from '../map/features.ts'
import '../map/map.css'
import type { StateLook } from '../map/state-looks.ts'
import { standings } from './filters.ts'
import { StandingSign, standingLooks } from './looks.tsx'
import { texts } from './texts.ts'

const MapCanvas = lazy(() => import('../map/map-canvas.tsx'))

const looks: Readonly<Record<string, StateLook>> = {
  ...standingLooks,
  place: { colour: 'red', shape: 'down', sign: '▼' },
}

/** 校园周边地图: shops by standing, reported places without a licence, gates; a click opens the shop. */
export function SchoolMap({ board, shops }: { board: SchoolBoard; shops: readonly SchoolShop[] }) {
  const t = texts.useTexts()
  const towns = useTowns()
  const navigate = useNavigate()
  const [failed, setFailed] = useState(false)
  const areas = useQuery({
    queryKey: ['mapAreas'],
    queryFn: ({ signal }) => call(registry.mapAreas, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
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
  const fail = useCallback(() => setFailed(true), [])
  return (
    <section className="map-page school-map" aria-label={t('map')}>
      {failed ? (
        <Alert type="warning" showIcon title={t('map.failed')} />
      ) : (
        <Suspense fallback={<Spin className="centred" />}>
          <MapCanvas
            label={t('map')}
            points={points}
            marks={marks}
            towns={towns}
            areas={areas.data}
            open={open}
            failed={fail}
          />
        </Suspense>
      )}
      <ul className="legend">
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
      </ul>
      <p className="quiet small">{t(readDocumentFacts(document).tiles === undefined ? 'approximate' : 'tiles')}</p>
    </section>
  )
}
