import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { meetingRoutes as routes } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { Loading } from '../app/page-states.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { Refused } from '../app/refused.tsx'
import { texts } from './texts.ts'

/** 紧急会商: the first click opens this, the second tells the agencies; agenda, hour and people are already there. */
export function UrgentMeeting({ close }: { close: () => void }) {
  const t = texts.useTexts()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const proposal = useQuery({
    queryKey: ['agenda', 'urgent'],
    queryFn: ({ signal }) => call(routes.proposeAgenda, { query: { kind: 'urgent' }, signal }),
  })
  const send = useMutation({
    mutationFn: () => {
      const { agencies = [], lines = [], noticeMinutes = 60 } = proposal.data ?? {}
      const concerned = agencies.filter(one => one.concerned)
      return call(routes.planMeeting, {
        body: {
          kind: 'urgent',
          title: t('urgent'),
          place: t('urgent.place'),
          startsAt: new Date(Date.now() + noticeMinutes * 60_000).toISOString(),
          agencies: (concerned.length > 0 ? concerned : agencies).map(({ agencyId, contacts }) => ({
            agencyId,
            contactId: contacts[0]?.id ?? null,
          })),
          lines: lines.length > 0 ? lines : [{ kind: 'other', ref: '', words: t('urgent.matter'), why: '' }],
          call: true,
        },
      })
    },
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['meetings'] })
      void navigate({ to: '/meetings/$id', params: { id } })
    },
  })
  if (proposal.isError) return <FailedToLoad error={proposal.error} retry={() => void proposal.refetch()} />
  if (proposal.isPending) return <Loading />
  const { agencies, lines, noticeMinutes } = proposal.data
  const concerned = agencies.filter(one => one.concerned)
  const told = concerned.length > 0 ? concerned : agencies
  return (
    <section className="card coop-form" aria-label={t('urgent')}>
      <h2>{t('urgent.title')}</h2>
      <ul>
        {told.map(({ agencyId, name, contacts }) => (
          <li key={agencyId}>
            {name} {contacts[0]?.name}
          </li>
        ))}
      </ul>
      <p>{t('urgent.at', { minutes: noticeMinutes, place: t('urgent.place'), count: Math.max(lines.length, 1) })}</p>
      <div className="coop-row">
        <Button type="primary" loading={send.isPending} onClick={() => send.mutate()}>
          {t('urgent.now')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
      <Refused error={send.error} />
    </section>
  )
}
