import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { taskRoutes as routes, type TaskBoard, type TaskView, taskStateLabels } from '#contract/inspection'
import { call } from '../../shared/api.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { DayRoutesCard } from '../inspection-calendar/day-routes.tsx'
import { useStaff } from '../session/session.ts'
import { Circle, phases } from './circle.tsx'
import { HeldActs } from './held-acts.tsx'
import { ProposeForm } from './propose-form.tsx'
import { TaskCard } from './task-card.tsx'
import './tasks.css'
import { texts } from './texts.ts'

/** So many cards of a quarter at first, and with each further look. */
const look = 60

/** 任务板: the circle 分析 → 计划 → 检查 → 处理, the most urgent first in each quarter. */
export function BoardPage() {
  const t = texts.useTexts()
  const queries = useQueryClient()
  const may = mayUse(routes.proposeByHand, useStaff())
  const [proposing, setProposing] = useState(false)
  const { ref } = useSearch({ from: '/tasks' })
  const boardKey = ['taskBoard', ref ?? '']
  const board = useQuery({
    queryKey: boardKey,
    queryFn: ({ signal }) => call(routes.board, { query: ref === undefined ? {} : { ref }, signal }),
  })
  if (board.isError) return <FailedToLoad error={board.error} retry={() => void board.refetch()} />
  const fresh = (next: TaskBoard | undefined) => {
    if (next === undefined) void board.refetch()
    else queries.setQueryData(boardKey, next)
    void queries.invalidateQueries({ queryKey: ['dayRoutes'] })
  }
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
        {may && !proposing ? (
          <Button type="primary" onClick={() => setProposing(true)}>
            {t('propose')}
          </Button>
        ) : null}
      </div>
      <p className="quiet">{t('intro')}</p>
      {board.data?.raised ? <p className="task-raised">{t('raised')}</p> : null}
      {proposing ? (
        <ProposeForm
          close={() => setProposing(false)}
          fresh={next => {
            setProposing(false)
            fresh(next)
          }}
        />
      ) : null}
      <HeldActs />
      {board.isPending ? (
        <Loading />
      ) : (
        <>
          <DayRoutesCard today={board.data.today} />
          <Quarters board={board.data} fresh={fresh} />
        </>
      )}
    </div>
  )
}

function Quarters({ board, fresh }: { board: TaskBoard; fresh: (board: TaskBoard | undefined) => void }) {
  const t = texts.useTexts()
  const { ref } = useSearch({ from: '/tasks' })
  const id = useId()
  const [wanted, setWanted] = useState('')
  const [withOver, setWithOver] = useState(false)
  const found = board.items
    .filter(task => ref === undefined || task.sourceRef === ref)
    .filter(({ shopName, licenceNo, town, officers }) =>
      [shopName, licenceNo, town, ...officers].join(' ').includes(wanted.trim()),
    )
  const over = found.filter(({ state }) => state === 'rejected' || state === 'lapsed')
  const items = withOver ? found : found.filter(task => !over.includes(task))
  const quarter = Map.groupBy(items, (task: TaskView) => taskStateLabels[task.state].phase)
  const [shown, setShown] = useState(look)
  return (
    <>
      {ref === undefined ? null : (
        <p>
          {t('only', { ref })}　<Link to="/tasks">{t('all')}</Link>
        </p>
      )}
      <Circle counts={new Map(phases.map(phase => [phase, quarter.get(phase)?.length ?? 0]))} />
      <div className="task-find">
        <label htmlFor={id}>{t('find')}</label>
        <Input id={id} allowClear value={wanted} onChange={event => setWanted(event.target.value)} />
        {over.length === 0 ? null : (
          <Button type="link" onClick={() => setWithOver(!withOver)}>
            {t(withOver ? 'over.hide' : 'over.show', { count: over.length })}
          </Button>
        )}
      </div>
      <div className="task-board">
        {phases.map(phase => {
          const tasks = quarter.get(phase) ?? []
          return (
            <section key={phase} id={`phase-${phase}`} aria-label={t(`phase.${phase}`)}>
              <h2>
                {t(`phase.${phase}`)} <span className="quiet">{tasks.length}</span>
              </h2>
              <p className="quiet small">{t(`phase.${phase}.help`)}</p>
              {tasks.slice(0, shown).map(task => (
                <TaskCard key={task.id} task={task} board={board} fresh={fresh} />
              ))}
              {tasks.length > shown ? (
                <Button onClick={() => setShown(shown + look)}>{t('more', { count: tasks.length - shown })}</Button>
              ) : null}
            </section>
          )
        })}
      </div>
    </>
  )
}
