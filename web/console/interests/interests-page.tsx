import { useState } from 'react'
import { interestRoutes as routes } from '#contract/access'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { PageFailed } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { InterestForm } from './interest-form.tsx'
import { InterestRow } from './interest-row.tsx'
import './interests.css'
import { texts } from './texts.ts'
import { useInterests } from './use-interests.ts'

/** 利害关系: one's own; the head sees the whole county's, notes and ends them. */
export function InterestsPage() {
  const t = texts.useTexts()
  const list = useInterests()
  const me = useStaff()
  const [sent, setSent] = useState(0)
  if (list.isError) return <PageFailed error={list.error} retry={() => void list.refetch()} />
  if (list.isPending) return <Loading />
  const { items, staff } = list.data
  const lasting = items.filter(({ ended }) => ended === null)
  const over = items.filter(({ ended }) => ended !== null)
  const mayEnd = mayUse(routes.endInterest, me)
  return (
    <div className="page">
      <h1>{t('title')}</h1>
      <p className="quiet">{t('intro')}</p>
      <p className="quiet small">{t('who.sees')}</p>
      <section aria-labelledby="interests-lasting">
        <h2 id="interests-lasting">{t('lasting')}</h2>
        {lasting.length === 0 ? <p className="quiet">{t('none')}</p> : null}
        {lasting.map(one => (
          <InterestRow key={one.id} interest={one} mayEnd={mayEnd} />
        ))}
      </section>
      <InterestForm key={sent} staff={staff} sent={sent > 0} done={() => setSent(sent + 1)} />
      {over.length === 0 ? null : (
        <section aria-labelledby="interests-over">
          <h2 id="interests-over">{t('over')}</h2>
          {over.map(one => (
            <InterestRow key={one.id} interest={one} mayEnd={false} />
          ))}
        </section>
      )}
    </div>
  )
}
