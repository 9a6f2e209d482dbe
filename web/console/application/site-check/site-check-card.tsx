import { useQuery } from '@tanstack/react-query'
import { type ApplicationDetail, siteCheckRoutes as routes } from '#contract/licensing'
import { call } from '../../../shared/api.ts'
import { Loading } from '../../app/page-states.tsx'
import { FailedToLoad } from '../../app/problem-alert.tsx'
import { HeldRecords } from './held-records.tsx'
import { SiteRecord } from './site-record.tsx'
import { texts } from './texts.ts'

/** 实地核查 of a file, newest first; shown once a check was ordered. */
export function SiteCheckCard({ detail }: { detail: ApplicationDetail }) {
  const t = texts.useTexts()
  const { applicationNo, version } = detail
  const ordered = detail.timeline.some(({ event }) => event === 'orderSiteCheck')
  const checks = useQuery({
    queryKey: ['site-checks', applicationNo, version],
    queryFn: ({ signal }) => call(routes.siteChecks, { params: { applicationNo }, signal }),
    enabled: ordered,
  })
  if (!ordered) return null
  return (
    <section className="card" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      {checks.isError ? (
        <FailedToLoad error={checks.error} retry={() => void checks.refetch()} />
      ) : checks.isPending ? (
        <Loading />
      ) : (
        <>
          {checks.data.items.length === 0 ? <p className="quiet">{t('none')}</p> : null}
          {checks.data.items.toReversed().map(check => (
            <SiteRecord key={check.id} check={check} applicationNo={applicationNo} />
          ))}
          <HeldRecords held={checks.data.held} applicationNo={applicationNo} settled={() => void checks.refetch()} />
        </>
      )}
    </section>
  )
}
