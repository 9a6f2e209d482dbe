import { useQuery } from '@tanstack/react-query'
import { Alert, Spin } from 'antd'
import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react'
import { routes as registry } from '#contract/registry'
import { call } from '../../shared/api.ts'
import { readDocumentFacts } from '../app/document-facts.ts'
import { useTowns } from '../app/use-towns.ts'
import type { MapPoints } from './features.ts'
import './map.css'
import type { Marks } from './marks.ts'
import { texts } from './texts.ts'

const MapCanvas = lazy(() => import('./map-canvas.tsx'))

const nothing: MapPoints = { shops: [], gates: [], servicePoints: [] }

interface Props {
  readonly label: string
  /** The shops, gates and points of the register; none where only marks are drawn. */
  readonly points?: MapPoints
  readonly marks?: Marks
  /** What a mark opens, by its `opens`. */
  readonly open: (opens: string) => void
  /** What to do when the browser draws no map. */
  readonly instead: string
  /** The items of the legend. */
  readonly children: ReactNode
}

/** 地图: the one map of the console, with its legend and what it does not know. Everything on it is also in a list beside it. */
export function MapPanel({ label, points = nothing, marks, open, instead, children }: Props) {
  const t = texts.useTexts()
  const towns = useTowns()
  const [failed, setFailed] = useState(false)
  const areas = useQuery({
    queryKey: ['mapAreas'],
    queryFn: ({ signal }) => call(registry.mapAreas, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const fail = useCallback(() => setFailed(true), [])
  return (
    <>
      {failed ? (
        <Alert type="warning" showIcon title={t('failed')} description={instead} />
      ) : (
        <Suspense fallback={<Spin className="centred" />}>
          <MapCanvas
            label={label}
            points={points}
            {...(marks === undefined ? {} : { marks })}
            towns={towns}
            areas={areas.data}
            open={open}
            failed={fail}
          />
        </Suspense>
      )}
      <section aria-label={t('legend')}>
        <ul className="legend">{children}</ul>
        <p className="quiet small">{t(readDocumentFacts(document).tiles === undefined ? 'approximate' : 'tiles')}</p>
      </section>
    </>
  )
}
