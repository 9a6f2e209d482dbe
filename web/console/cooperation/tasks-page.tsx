import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ownRoutes, taskRoutes as routes } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { exactly } from '../app/exactly.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { PageFailed } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import '../cases/cases.css'
import './cooperation.css'
import { states } from './filters.ts'
import { GiveForm } from './give-form.tsx'
import { TaskList } from './task-list.tsx'
import { texts } from './texts.ts'

/** 协作任务: what every figure of 响应时效 and 六位一体 opens to. */
export function CooperationTasksPage() {
  const t = texts.useTexts()
  const staff = useStaff()
  const queries = useQueryClient()
  const filters = useSearch({ from: '/cooperation-tasks' })
  const [giving, setGiving] = useState(false)
  const list = useQuery({
    queryKey: ['cooperationTasks', filters],
    queryFn: ({ signal }) => call(routes.listTasks, { query: filters, signal }),
  })
  const give = useMutation({
    mutationFn: (body: Parameters<typeof call<typeof routes.giveTask>>[1]['body']) => call(routes.giveTask, { body }),
    onSuccess: () => {
      setGiving(false)
      void queries.invalidateQueries({ queryKey: ['cooperationTasks'] })
    },
  })
  if (list.isError) return <PageFailed error={list.error} retry={() => void list.refetch()} />
  if (list.isPending) return <Loading />
  const { state: _, id: _one, ...others } = filters
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('tasks')}</h1>
      </div>
      <p className="quiet">{t('tasks.intro')}</p>
      <nav className="case-filters" aria-label={t('state')}>
        <Link to="/cooperation-tasks" search={others} activeOptions={exactly}>
          {t('filter.all')}
        </Link>
        {states.map(state => (
          <Link key={state} to="/cooperation-tasks" search={{ ...others, state }} activeOptions={exactly}>
            {t(`filter.${state}`)}
          </Link>
        ))}
      </nav>
      {mayUse(routes.giveTask, staff) && !giving ? (
        <p>
          <Button onClick={() => setGiving(true)}>{t('directGive')}</Button>
        </p>
      ) : null}
      {giving ? (
        <div className="card">
          <GiveForm
            give={({ staffId: _staff, agencyId, ...body }) =>
              agencyId === null ? Promise.resolve() : give.mutateAsync({ ...body, agencyId })
            }
            error={give.error}
            withStaff={false}
          />
        </div>
      ) : null}
      <section className="card" aria-label={t('tasks')}>
        <TaskList tasks={list.data.items} />
      </section>
      <HeldActs />
    </div>
  )
}

/** What a telephone could not have taken by the rules: it waits for a person. */
function HeldActs() {
  const t = texts.useTexts()
  const queries = useQueryClient()
  const held = useQuery({
    queryKey: ['heldCooperation'],
    queryFn: ({ signal }) => call(ownRoutes.heldActs, { signal }),
  })
  const settle = useMutation({
    mutationFn: (id: string) => call(ownRoutes.settleHeldAct, { params: { id }, body: {} }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['heldCooperation'] }),
  })
  if (held.data === undefined || held.data.items.length === 0) return null
  return (
    <section className="card" aria-label={t('held')}>
      <h2>{t('held')}</h2>
      <ul className="coop-list">
        {held.data.items.map(({ id, agency, act, why, at }) => (
          <li key={id}>
            <span className="quiet">{formatInstant(at)}</span> {agency}{' '}
            {act.kind === 'task' ? act.taskId : act.kind === 'reply' ? act.meetingId : act.actionId}：{act.words}{' '}
            <span className="quiet">{why}</span>{' '}
            <Button size="small" loading={settle.isPending} onClick={() => settle.mutate(id)}>
              {t('settle')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
