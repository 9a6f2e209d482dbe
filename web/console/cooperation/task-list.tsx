import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { taskRoutes as routes, type TaskView, taskMoves, taskSources, taskStateLabels } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { formatDayShort } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { mayUse } from '../app/permissions.ts'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import { useDurations } from './duration-words.ts'
import { EventLines } from './history.tsx'
import { texts } from './texts.ts'

/** 协作任务 with their history; overdue ones in red, with the word. */
export function TaskList({ tasks }: { tasks: readonly TaskView[] }) {
  const t = texts.useTexts()
  if (tasks.length === 0) return <p className="quiet">{t('tasks.none')}</p>
  return (
    <ul className="coop-list">
      {tasks.map(task => (
        <Task key={task.id} task={task} />
      ))}
    </ul>
  )
}

function Task({ task }: { task: TaskView }) {
  const t = texts.useTexts()
  const state = taskStateLabels[task.state]
  return (
    <li>
      <div>
        <strong>{task.owner}</strong> {task.person} {task.town}{' '}
        <span className={task.overdue ? 'coop-late' : 'quiet'}>
          {task.overdue ? '▲ ' : ''}
          {formatDayShort(task.dueOn)} {task.overdue ? t('late') : ''} · {pick(state.zh, state.en)}
        </span>
      </div>
      <div className="coop-words" lang="zh-CN">
        {task.words} {task.aboutRef}{' '}
        <span className="quiet">{pick(taskSources[task.source].zh, taskSources[task.source].en)}</span>
      </div>
      <Times task={task} />
      <details>
        <summary>
          {task.id} {t('history')}
        </summary>
        <EventLines events={task.events} />
      </details>
      <TaskSteps task={task} />
    </li>
  )
}

/** What 响应时效 is computed from: how long until each first event. */
function Times({ task: { givenAt, receivedAt, answeredAt, finishedAt } }: { task: TaskView }) {
  const t = texts.useTexts()
  const { between } = useDurations()
  const said = (
    [
      ['took.received', receivedAt],
      ['took.answered', answeredAt],
      ['took.finished', finishedAt],
    ] as const
  ).flatMap(([name, at]) => (at === null ? [] : [t(name, { time: between(givenAt, at) })]))
  return said.length === 0 ? null : <div className="quiet small">{said.join(' · ')}</div>
}

const giver = ['accept', 'sendBack', 'giveAgain', 'withdraw'] as const
const receiver = ['receive', 'answer', 'finish', 'refuse'] as const
type Event = (typeof giver)[number] | (typeof receiver)[number]

/** The giver's steps and, where the task is the bureau's own, the receiver's. */
function TaskSteps({ task }: { task: TaskView }) {
  const t = texts.useTexts()
  const staff = useStaff()
  const queries = useQueryClient()
  const [words, setWords] = useState('')
  const step = useMutation({
    mutationFn: (event: Event) => call(routes.stepTask, { params: { id: task.id }, body: { event, words } }),
    onSuccess: () => {
      setWords('')
      void queries.invalidateQueries({ queryKey: ['meetings'] })
      void queries.invalidateQueries({ queryKey: ['cooperationTasks'] })
    },
  })
  const known = task.agencyId === null ? [...receiver, ...giver] : giver
  const events = Object.keys(taskMoves[task.state]).flatMap(name => known.filter(one => one === name))
  if (events.length === 0 || !mayUse(routes.stepTask, staff)) return null
  return (
    <div className="coop-row">
      <Input
        className="grow"
        size="small"
        aria-label={`${task.id} ${t('words')}`}
        placeholder={t('words')}
        maxLength={1000}
        value={words}
        onChange={event => setWords(event.target.value)}
      />
      {events.map(event => (
        <Button key={event} size="small" loading={step.isPending} onClick={() => step.mutate(event)}>
          {t(`event.${event}`)}
        </Button>
      ))}
      <Refused error={step.error} />
    </div>
  )
}
