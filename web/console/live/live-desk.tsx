import { liveRoutes as routes } from '#contract/outreach'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { BroadcastCard } from './broadcast-card.tsx'
import './live.css'
import { PlanForm } from './plan-form.tsx'
import { texts } from './texts.ts'
import { useBroadcasts } from './use-live.ts'

/** 普法微课堂 from the programme to the replay. */
export function LiveDesk() {
  const t = texts.useTexts()
  const staff = useStaff()
  const all = useBroadcasts()
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
      </div>
      <p className="quiet">{t('intro')}</p>
      {all.isError ? <FailedToLoad error={all.error} retry={() => void all.refetch()} /> : null}
      {all.isPending ? <Loading /> : null}
      {all.data?.items.length === 0 ? <p>{t('none')}</p> : null}
      {all.data?.items.map(item => (
        <BroadcastCard key={item.id} item={item} />
      ))}
      {mayUse(routes.planBroadcast, staff) ? <PlanForm /> : null}
    </div>
  )
}
