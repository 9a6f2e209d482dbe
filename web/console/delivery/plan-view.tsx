import { Alert, Spin } from 'antd'
import { lazy, Suspense, useCallback, useState } from 'react'
import type { RoundPlan } from '#contract/delivery'
import { clock } from '#kernel/minute-of-day'
import { texts } from './texts.ts'

const RouteMap = lazy(() => import('./route-map.tsx'))

/** A round as a sentence, as a list and as a map. */
export function PlanView({ plan }: { plan: RoundPlan }) {
  const t = texts.useTexts()
  const [failed, setFailed] = useState(false)
  const fail = useCallback(() => setFailed(true), [])
  return (
    <section className="plan-view">
      <div>
        <p className="plan-answer">
          {t('plan.answer', {
            count: plan.stops.length,
            start: clock(plan.startMinute),
            end: clock(plan.endMinute),
            km: (plan.metres / 1000).toFixed(1),
            late: plan.lateCount > 0 ? t('plan.late', { n: plan.lateCount }) : t('plan.onTime'),
          })}
        </p>
        <ol className="plan-stops">
          {plan.stops.map(stop => (
            <li key={stop.itemNo}>
              <span className={`route-marker ${stop.late ? 'route-late' : 'route-stop'}`}>{stop.seq}</span>
              <span>
                <strong>{stop.shopName}</strong> {t('stop.arrive', { time: clock(stop.arriveMinute) })}
                {stop.late ? (
                  <span className="tone-overdue"> ▲ {t('stop.late', { time: clock(stop.closesMinute) })}</span>
                ) : null}
                <div className="quiet small">{stop.address}</div>
              </span>
            </li>
          ))}
        </ol>
      </div>
      {failed ? (
        <Alert type="warning" showIcon title={t('plan.mapFailed')} />
      ) : (
        <Suspense fallback={<Spin className="centred" />}>
          <RouteMap plan={plan} label={t('plan.map')} failed={fail} />
        </Suspense>
      )}
    </section>
  )
}
