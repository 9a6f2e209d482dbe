import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { counterRoutes as routes } from '#contract/access'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad, PageFailed } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { texts } from './texts.ts'

/** 帮办: the code that proves presence, and what was assisted; never who was helped. */
export function AssistPage() {
  const t = texts.useTexts()
  const language = useLanguage()
  const staff = useStaff()
  const log = useQuery({ queryKey: ['assistance'], queryFn: ({ signal }) => call(routes.listAssistance, { signal }) })
  if (log.isError) return <PageFailed error={log.error} retry={() => void log.refetch()} />
  if (log.isPending) return <Loading />
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
      </div>
      {mayUse(routes.takePresenceCode, staff) ? <PresenceCode /> : null}
      <h2 className="gap-above">{t('log')}</h2>
      {log.data.items.length === 0 ? <p>{t('none')}</p> : null}
      <ul>
        {log.data.items.map(({ id, helper, terminal, beganAt }) => (
          <li key={id}>{t('row', { at: formatInstant(beganAt, language), terminal, helper })}</li>
        ))}
      </ul>
    </div>
  )
}

function PresenceCode() {
  const t = texts.useTexts()
  const language = useLanguage()
  const take = useMutation({ mutationFn: () => call(routes.takePresenceCode) })
  return (
    <section className="card">
      <p>{t('question')}</p>
      <p className="quiet">{t('rule')}</p>
      <Button type="primary" loading={take.isPending} onClick={() => take.mutate()}>
        {t('take')}
      </Button>
      {take.isSuccess ? (
        <output>
          <h1>{take.data.code}</h1>
          {t('until', { at: formatInstant(take.data.expiresAt, language) })}
        </output>
      ) : null}
      {take.isError ? <FailedToLoad error={take.error} retry={() => take.mutate()} /> : null}
    </section>
  )
}
