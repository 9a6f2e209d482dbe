import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { informantRoutes as routes } from '#contract/intelligence'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { PageFailed } from '../app/problem-alert.tsx'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import './clues.css'
import { openingTexts } from './opening-texts.ts'

/** 启封审批: requests that wait for a second person, and what was opened and nobody above has seen. */
export function OpeningsPage() {
  const t = openingTexts.useTexts()
  const staff = useStaff()
  const queries = useQueryClient()
  const key = ['openings']
  const list = useQuery({ queryKey: key, queryFn: ({ signal }) => call(routes.alarms, { signal }) })
  const again = () => void queries.invalidateQueries({ queryKey: key })
  const answer = useMutation({
    mutationFn: ({ id, agree }: { id: string; agree: boolean }) =>
      call(routes.answer, { params: { id }, body: { agree } }),
    onSuccess: again,
  })
  const see = useMutation({
    mutationFn: (id: string) => call(routes.seeAlarm, { params: { id }, body: {} }),
    onSuccess: again,
  })
  if (list.isError) return <PageFailed error={list.error} retry={() => void list.refetch()} />
  if (list.isPending) return <Loading />
  const { asked, items, named } = list.data
  return (
    <div className="page">
      <h1>{t('page')}</h1>
      <p className="quiet">{t('page.intro')}</p>
      <section className="card">
        <h2>{t('waiting')}</h2>
        {asked.length === 0 ? <p className="quiet">{t('none')}</p> : null}
        {asked.map(({ id, clueNo, reason, askedBy, mine }) => (
          <div key={id} className="clue-opening">
            <strong>{clueNo}</strong> {t('asked', { asked: askedBy })}
            <div className="quiet">{reason}</div>
            <div className="clue-actions">
              <Button disabled={mine} onClick={() => answer.mutate({ id, agree: true })}>
                {t('agree')}
              </Button>
              <Button disabled={mine} onClick={() => answer.mutate({ id, agree: false })}>
                {t('refuse')}
              </Button>
              {mine ? <span className="quiet small">{t('mine')}</span> : null}
            </div>
          </div>
        ))}
        <Refused error={answer.error} />
      </section>
      {mayUse(routes.seeAlarm, staff) ? (
        <section className="card gap-above">
          <h2>{t('alarms')}</h2>
          {items.length === 0 ? <p className="quiet">{t('none')}</p> : null}
          {items.map(({ id, clueNo, reason, agreedAt }) => (
            <div key={id} className="clue-opening">
              <strong className="clue-late">▲ {clueNo}</strong> {agreedAt === null ? '' : formatInstant(agreedAt)}
              <div className="quiet">{reason}</div>
              <div className="clue-actions">
                <Button onClick={() => see.mutate(id)}>{t('seen')}</Button>
              </div>
            </div>
          ))}
          <Refused error={see.error} />
          <h2 className="gap-above">{t('named')}</h2>
          <p className="quiet">{t('named.intro')}</p>
          {named.length === 0 ? <p className="quiet">{t('none')}</p> : null}
          {named.map(({ at, subject, by }) => (
            <div key={`${at} ${subject}`} className="clue-opening">
              <strong className="clue-late">▲ {subject}</strong> {t('named.line', { by, at: formatInstant(at) })}
            </div>
          ))}
        </section>
      ) : null}
    </div>
  )
}
