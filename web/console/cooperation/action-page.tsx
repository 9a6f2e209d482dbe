import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import {
  type ActionDetail,
  actionKinds,
  actionMoves,
  actionStateLabels,
  actionRoutes as routes,
} from '#contract/partners'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { PageFailed } from '../app/problem-alert.tsx'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import { ActionBoard } from './action-board.tsx'
import { Evaluation, Figures } from './action-figures.tsx'
import { Phases } from './action-phases.tsx'
import { Results } from './action-results.tsx'
import { texts } from './action-texts.ts'
import { ChangePlan, isChangeable, PlanVersions } from './change-plan.tsx'
import './cooperation.css'
import { useLiveAction } from './use-live-action.ts'

/** 一次行动: the plan, who is where, what comes of it, and what was thought of it afterwards. */
export function ActionPage() {
  const t = texts.useTexts()
  const { id } = useParams({ from: '/joint-actions/$id' })
  const found = useQuery({
    queryKey: ['jointActions', id],
    queryFn: ({ signal }) => call(routes.action, { params: { id }, signal }),
  })
  const [changing, setChanging] = useState(false)
  const running = found.data?.state === 'live' || found.data?.state === 'released'
  const live = useLiveAction(id, running)
  if (found.isError) return <PageFailed error={found.error} retry={() => void found.refetch()} />
  if (found.isPending) return <Loading />
  const action = found.data
  const [kind, state] = [actionKinds[action.kind], actionStateLabels[action.state]]
  return (
    <div className="page">
      <Link to="/joint-actions">← {t('back')}</Link>
      <div className="page-head">
        <h1>{action.title}</h1>
        <span className="quiet">
          {pick(kind.zh, kind.en)} · {formatInstant(action.startsAt)} – {formatInstant(action.endsAt)} ·{' '}
          {pick(state.zh, state.en)} · {t('lead')} {action.lead}
        </span>
      </div>
      {action.hidden ? <p className="card coop-hidden">◆ {t('hidden')}</p> : null}
      <p className="coop-words" lang="zh-CN">
        {action.purpose}
      </p>
      {changing ? (
        <ChangePlan action={action} close={() => setChanging(false)} />
      ) : (
        <>
          <Steps action={action} change={() => setChanging(true)} />
          <Columns action={action} live={running ? live : undefined} />
        </>
      )}
    </div>
  )
}

function Columns({ action, live }: { action: ActionDetail; live: ReturnType<typeof useLiveAction> | undefined }) {
  return (
    <div className="coop-columns">
      <div>
        <ActionBoard action={action} live={live} />
        <Results action={action} />
      </div>
      <div>
        <Phases action={action} />
        <Figures figures={action.figures} />
        <Evaluation action={action} />
        <PlanVersions versions={action.versions} />
        <Events events={action.events} />
      </div>
    </div>
  )
}

type Event = 'approve' | 'revise' | 'release' | 'start' | 'end' | 'drop'

function Steps({ action, change }: { action: ActionDetail; change: () => void }) {
  const t = texts.useTexts()
  const staff = useStaff()
  const queries = useQueryClient()
  const move = useMutation({
    mutationFn: (event: Event) =>
      call(routes.moveAction, { params: { id: action.id }, body: { version: action.version, event, note: '' } }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['jointActions'] }),
  })
  const events = Object.keys(actionMoves[action.state]).filter(event => event !== 'evaluate') as Event[]
  if (events.length === 0 || !mayUse(routes.moveAction, staff)) return null
  return (
    <>
      <p className="coop-row">
        {events.map((event, n) => (
          <Button
            key={event}
            type={n === 0 ? 'primary' : 'default'}
            disabled={event === 'approve' && action.mine}
            loading={move.isPending}
            onClick={() => move.mutate(event)}
          >
            {t(`step.${event}`)}
          </Button>
        ))}
        {isChangeable(action) && mayUse(routes.changePlan, staff) ? (
          <Button onClick={change}>{t('change')}</Button>
        ) : null}
        {action.mine && action.state === 'draft' ? <span className="quiet">{t('own.plan')}</span> : null}
      </p>
      <Refused error={move.error} />
    </>
  )
}

const known = ['approve', 'revise', 'release', 'start', 'end', 'drop'] as const
const others = ['plan', 'change', 'startPhase', 'endPhase', 'evaluate'] as const

function Events({ events }: Pick<ActionDetail, 'events'>) {
  const t = texts.useTexts()
  const word = (event: string): string => {
    const step = known.find(one => one === event)
    const other = others.find(one => one === event)
    return step ? t(`step.${step}`) : other ? t(`event.${other}`) : event
  }
  return (
    <section className="card" aria-label={t('history')}>
      <h2>{t('history')}</h2>
      <ol className="coop-list small">
        {events.map(({ at, event, by, note }) => (
          <li key={at + event}>
            <span className="quiet">{formatInstant(at)}</span> {by} {word(event)} {note}
          </li>
        ))}
      </ol>
    </section>
  )
}
