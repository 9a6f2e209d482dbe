import { Button, InputNumber, Progress } from 'antd'
import { useId, useState } from 'react'
import { circleRoutes, formatValue, type SitingView } from '#contract/metrics'
import { Problem } from '../../shared/api.ts'
import { formatCount, formatInstant } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { mayUse } from '../app/permissions.ts'
import { ProblemAlert } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import type { CircleFilters } from './filters.ts'
import { texts } from './texts.ts'
import { useSitingActs } from './use-circle.ts'

const MOST = 50

/** 选址: asks for the best next places, shows how far the search is, and says why each place. */
export function SitingCard({ siting, filters }: { siting: SitingView | null; filters: CircleFilters }) {
  const t = texts.useTexts()
  const { start, cancel } = useSitingActs(filters)
  const [count, setCount] = useState(10)
  const id = useId()
  const may = mayUse(circleRoutes.startSiting, useStaff())
  const running = siting?.state === 'running' || siting?.state === 'waiting'
  return (
    <section className="card" aria-label={t('siting')}>
      <h2>{t('siting')}</h2>
      <p className="quiet">{t('siting.how')}</p>
      {may && (
        <div className="step-buttons">
          <label htmlFor={id}>{t('siting.count')}</label>
          <InputNumber id={id} min={1} max={MOST} value={count} onChange={value => setCount(value ?? 1)} />
          <Button type="primary" disabled={running} onClick={() => start.mutate(count)}>
            {t('siting.start')}
          </Button>
          {running && <Button onClick={() => cancel.mutate(siting.id)}>{t('siting.cancel')}</Button>}
        </div>
      )}
      {start.error instanceof Problem && <ProblemAlert problem={start.error} />}
      {cancel.error instanceof Problem && <ProblemAlert problem={cancel.error} />}
      {running && (
        <div role="status">
          <Progress percent={siting.progress} aria-label={t('siting.progress')} />
          <p>{siting.phase}</p>
        </div>
      )}
      {siting?.state === 'cancelled' && <p>{t('siting.cancelled')}</p>}
      {siting?.result && <Result siting={siting} result={siting.result} />}
    </section>
  )
}

function Result({ siting, result }: { siting: SitingView; result: NonNullable<SitingView['result']> }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const metres = (value: number) => formatValue(value, 'metres', language)
  const share = (n: number) => formatValue(result.shops === 0 ? null : n / result.shops, 'share', language)
  return (
    <>
      <p>
        {t('result', {
          count: result.sites.length,
          before: share(result.before),
          after: share(result.after),
          gained: formatCount(result.after - result.before),
          within: metres(siting.withinMetres),
          points: t(`points.${siting.points}`),
        })}
      </p>
      <p className="quiet small">
        {t(result.exact ? 'result.exact' : 'result.found', {
          candidates: formatCount(result.candidates),
          seconds: result.seconds,
          at: formatInstant(siting.askedAt, language),
        })}
      </p>
      <ol className="circle-sites">
        {result.sites.map(site => (
          <li key={`${site.lng} ${site.lat}`}>
            <strong>
              {site.townName} {site.name}
            </strong>{' '}
            <span className="flag">{t(`kind.${site.kind}`)}</span>
            <br />
            {t('why', {
              gains: formatCount(site.gains),
              before: metres(site.metresBefore),
              after: metres(site.metresAfter),
            })}
          </li>
        ))}
      </ol>
    </>
  )
}
