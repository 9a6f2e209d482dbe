import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import {
  type MeetingDetail,
  meetingKinds,
  meetingMoves,
  meetingStateLabels,
  meetingRoutes as routes,
} from '#contract/partners'
import { addressOf, call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { PageFailed } from '../app/problem-alert.tsx'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import './cooperation.css'
import { DecisionForm } from './decision-form.tsx'
import { History } from './history.tsx'
import { MinutesForm } from './minutes-form.tsx'
import { TaskList } from './task-list.tsx'
import { texts } from './texts.ts'

/** 一次会议: who, about what, what was said, what was decided and where that stands. */
export function MeetingPage() {
  const t = texts.useTexts()
  const { id } = useParams({ from: '/meetings/$id' })
  const found = useQuery({
    queryKey: ['meetings', id],
    queryFn: ({ signal }) => call(routes.meeting, { params: { id }, signal }),
  })
  if (found.isError) return <PageFailed error={found.error} retry={() => void found.refetch()} />
  if (found.isPending) return <Loading />
  const meeting = found.data
  const kind = meetingKinds[meeting.kind]
  const state = meetingStateLabels[meeting.state]
  const talking = meeting.state === 'sitting' || meeting.state === 'held'
  return (
    <div className="page">
      <Link to="/meetings">← {t('back')}</Link>
      <div className="page-head">
        <h1>{meeting.title}</h1>
        <span className="quiet">
          {pick(kind.zh, kind.en)} · {formatInstant(meeting.startsAt)} · {meeting.place} · {pick(state.zh, state.en)}
        </span>
      </div>
      <Steps meeting={meeting} />
      <div className="coop-columns">
        <div>
          {/* What was saved comes back under a new version: the form begins anew from it. */}
          <MinutesForm key={meeting.version} meeting={meeting} editable={talking} />
          <section className="card" aria-label={t('tasks')}>
            <h2>{t('tasks')}</h2>
            <TaskList tasks={meeting.tasks} />
            {talking ? <DecisionForm meeting={meeting} /> : null}
          </section>
        </div>
        <div>
          <Guests meeting={meeting} />
          <History events={meeting.events.map(event => ({ ...event, words: event.note }))} />
        </div>
      </div>
    </div>
  )
}

function Steps({ meeting }: { meeting: MeetingDetail }) {
  const t = texts.useTexts()
  const staff = useStaff()
  const queries = useQueryClient()
  const done = () => void queries.invalidateQueries({ queryKey: ['meetings'] })
  const params = { id: meeting.id }
  const { version } = meeting
  const move = useMutation({
    mutationFn: (event: 'call' | 'begin' | 'end' | 'cancel') =>
      call(routes.moveMeeting, { params, body: { version, event, note: '' } }),
    onSuccess: done,
  })
  const sign = useMutation({
    mutationFn: () => call(routes.signMinutes, { params, body: { version } }),
    onSuccess: done,
  })
  const events = Object.keys(meetingMoves[meeting.state]).filter(event => event !== 'sign') as (
    | 'call'
    | 'begin'
    | 'end'
    | 'cancel'
  )[]
  if (!mayUse(routes.moveMeeting, staff) && meeting.paperNo === null) return null
  return (
    <>
      <p className="coop-row">
        {mayUse(routes.moveMeeting, staff)
          ? events.map((event, n) => (
              <Button
                key={event}
                type={n === 0 ? 'primary' : 'default'}
                loading={move.isPending}
                onClick={() => move.mutate(event)}
              >
                {t(`step.${event}`)}
              </Button>
            ))
          : null}
        {meeting.state === 'held' ? (
          <>
            <Button type="primary" disabled={meeting.mine} loading={sign.isPending} onClick={() => sign.mutate()}>
              {t('signMinutes')}
            </Button>
            {meeting.mine ? <span className="quiet">{t('sign.other')}</span> : null}
          </>
        ) : null}
        {meeting.paperNo === null ? null : (
          <a href={addressOf(routes.printMinutes.url, params)} target="_blank" rel="noreferrer">
            {t('paper', { no: meeting.paperNo })}
          </a>
        )}
      </p>
      <Refused error={move.error ?? sign.error} />
    </>
  )
}

function Guests({ meeting }: { meeting: MeetingDetail }) {
  const t = texts.useTexts()
  return (
    <section className="card" aria-label={t('guests')}>
      <h2>{t('guests')}</h2>
      <ul className="coop-list">
        {meeting.guests.map(guest => (
          <li key={guest.agencyId}>
            {guest.agency} {guest.contact}{' '}
            <span className="quiet">
              {t(`reply.${guest.reply ?? 'none'}`)}
              {guest.replyWords === '' ? '' : `：${guest.replyWords}`}
              {guest.attended === null ? '' : ` · ${guest.attended ? t('there') : t('notThere')}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
