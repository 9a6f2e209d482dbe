import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { informantRoutes } from '#contract/intelligence'
import { call } from '../../shared/api.ts'
import { texts } from './texts.ts'
import '../graph/hit-badge.css'

const everyMs = 10_000

/** 启封告警, on every page of a head or an auditor: an opening nobody has looked into, or one that waits for his word. */
export function OpeningBadge() {
  const t = texts.useTexts()
  const alarms = useQuery({
    queryKey: ['openings', 'badge'],
    queryFn: ({ signal }) => call(informantRoutes.alarms, { signal }),
    refetchInterval: everyMs,
  })
  const waiting = (alarms.data?.items.length ?? 0) + (alarms.data?.asked.filter(({ mine }) => !mine).length ?? 0)
  return (
    <span role="status" className="hit-badge">
      {waiting === 0 ? null : <Link to="/openings">{t('openings.badge', { count: waiting })}</Link>}
    </span>
  )
}
