import { Link } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import type { AlertPoint } from '#contract/monitoring'
import { collection } from '../map/features.ts'
import { MapPanel } from '../map/map-panel.tsx'
import '../map/state-sign.css'
import type { AlertFilters } from './filters.ts'
import { alertLooks, legendKinds } from './looks.ts'
import { texts } from './texts.ts'
import { useAlertMap } from './use-alerts.ts'

const noPoints: readonly AlertPoint[] = []

/** 预警地图: every alert of the filter at its place, new ones by themselves; a click goes to its card. */
export function AlertMap({ filters }: { readonly filters: AlertFilters }) {
  const t = texts.useTexts()
  const map = useAlertMap(filters)
  const points = map.data?.points ?? noPoints
  const [chosen, choose] = useState<string>()
  const marks = useMemo(
    () => ({
      features: collection(points, ({ id, name, subject, subjectKind }) => ({
        opens: id,
        name: name ?? subject.slice(0, 12),
        state: subjectKind,
        ...(subjectKind === 'vessel' ? { far: 1 } : {}),
      })),
      looks: alertLooks,
      well: null,
    }),
    [points],
  )
  const open = useCallback((id: string) => {
    choose(id)
    document.getElementById(`alert-${id}`)?.scrollIntoView({ block: 'center' })
  }, [])
  const near = points.filter(point => point.near).length
  const point = points.find(({ id }) => id === chosen)
  return (
    <section className="alert-map">
      <h2>{t('mapQuestion', { count: points.length })}</h2>
      <MapPanel label={t('map')} marks={marks} open={open} instead={t('mapInstead')}>
        {legendKinds.map(kind => (
          <li key={kind} className={`colour-${alertLooks[kind].colour}`}>
            <span aria-hidden="true">{alertLooks[kind].sign}</span> {kind === 'device' ? t('legend.shared') : t(kind)}
          </li>
        ))}
        <li className="quiet">{t('legend.cluster')}</li>
      </MapPanel>
      {near > 0 ? <p className="quiet small">{t('mapNear', { count: near })}</p> : null}
      <p role="status">{point === undefined ? null : <Chosen point={point} />}</p>
    </section>
  )
}

function Chosen({ point: { subjectKind, subject, name, score } }: { readonly point: AlertPoint }) {
  const t = texts.useTexts()
  return (
    <>
      {t('chosen')} <strong>{t('score', { score: Math.round(score * 100) })}</strong> {t(subjectKind)}{' '}
      {subjectKind === 'retailer' ? (
        <Link to="/retailers/$licenceNo" params={{ licenceNo: subject }}>
          {name ?? ''} {subject}
        </Link>
      ) : (
        subject
      )}
    </>
  )
}
