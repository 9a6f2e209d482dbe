import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { taskRoutes as routes, type TaskBoard } from '#contract/inspection'
import { call } from '../../shared/api.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { PageFailed } from '../app/problem-alert.tsx'
import { DayRoutesCard } from '../inspection-calendar/day-routes.tsx'
import { useStaff } from '../session/session.ts'
import { HeldActs } from './held-acts.tsx'
import { ProposeForm } from './propose-form.tsx'
import { Quarters } from './quarters.tsx'
import './tasks.css'
import { texts } from './texts.ts'

/** 任务板: the circle 分析 → 计划 → 检查 → 处理, the most urgent first in each quarter. */
export function BoardPage() {
  const t = texts.useTexts()
  const queries = useQueryClient()
  const may = mayUse(routes.proposeByHand, useStaff())
  const [proposing, setProposing] = useState(false)
  const { ref } = useSearch({ from: '/tasks' })
  const [whole, setWhole] = useState(false)
  const boardKey = ['taskBoard', ref ?? '', whole]
  const board = useQuery({
    queryKey: boardKey,
    queryFn: ({ signal }) =>
      call(routes.board, {
        query: { ...(ref === undefined ? {} : { ref }), ...(whole ? { proposals: 'all' as const } : {}) },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
  if (board.isError) return <PageFailed error={board.error} retry={() => void board.refetch()} />
  const fresh = (next: TaskBoard | undefined) => {
    // What an act answers is the board as it opens; a wider or narrower one is asked anew.
    if (next === undefined || whole || ref !== undefined) void board.refetch()
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
          <Quarters board={board.data} fresh={fresh} whole={whole} setWhole={setWhole} />
        </>
      )}
    </div>
  )
}
