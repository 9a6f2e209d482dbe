import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { taskRoutes as routes, type TaskDetail, taskStateLabels } from '#contract/inspection'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { Loading } from '../app/page-states.tsx'
import { PageFailed } from '../app/problem-alert.tsx'
import { TaskCard } from './task-card.tsx'
import './tasks.css'
import { texts } from './texts.ts'

/** 一项任务: why, what to look for, under which article, until when, at which hours, which two go; and every step it took. */
export function TaskPage() {
  const t = texts.useTexts()
  const { taskId } = useParams({ from: '/tasks/$taskId' })
  const queries = useQueryClient()
  const detail = useQuery({
    queryKey: ['task', taskId],
    queryFn: ({ signal }) => call(routes.task, { params: { id: taskId }, signal }),
  })
  if (detail.isError) return <PageFailed error={detail.error} retry={() => void detail.refetch()} />
  if (detail.isPending) return <Loading />
  const { task, events, today, yearlyCap } = detail.data
  const fresh = () => {
    void detail.refetch()
    void queries.invalidateQueries({ queryKey: ['taskBoard'] })
  }
  return (
    <div className="page">
      <Link className="small" to="/tasks">
        {t('back')}
      </Link>
      <h1>
        {task.shopName || task.licenceNo} <span className="quiet small">{task.id}</span>
      </h1>
      <div className="task-columns">
        <TaskCard task={task} board={{ today, yearlyCap }} fresh={fresh} whole />
        <Events events={events} />
      </div>
    </div>
  )
}

function Events({ events }: { events: TaskDetail['events'] }) {
  const t = texts.useTexts()
  return (
    <section className="card" aria-label={t('events')}>
      <h2>{t('events')}</h2>
      <ol className="plain-list">
        {events.map(({ at, toState, by, note }) => (
          <li key={at + toState} className="task-event">
            <strong>{pick(taskStateLabels[toState].zh, taskStateLabels[toState].en)}</strong>{' '}
            <span className="quiet small">
              {formatInstant(at)} · {by.startsWith('system:') ? t('machine') : by}
            </span>
            {note === '' ? null : <div className="small">{note}</div>}
          </li>
        ))}
      </ol>
    </section>
  )
}
