import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ActionDetail, actionRoutes as routes } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { mayUse } from '../app/permissions.ts'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import { texts } from './action-texts.ts'

/** 阶段: planned, begun, over. */
export function Phases({ action }: { action: ActionDetail }) {
  const t = texts.useTexts()
  const staff = useStaff()
  const queries = useQueryClient()
  const move = useMutation({
    mutationFn: ({ n, step }: { n: number; step: 'start' | 'end' }) =>
      call(routes.movePhase, { params: { id: action.id, n }, body: { move: step } }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['jointActions', action.id] }),
  })
  const may = action.state === 'live' && mayUse(routes.movePhase, staff)
  return (
    <section className="card" aria-label={t('phases')}>
      <h2>{t('phases')}</h2>
      <ol className="coop-list">
        {action.phases.map(({ n, title, plannedAt, startedAt, endedAt }) => (
          <li key={n}>
            {title}{' '}
            <span className="quiet">
              {startedAt === null
                ? t('phase.planned', { at: formatInstant(plannedAt) })
                : endedAt === null
                  ? t('phase.ran', { from: formatInstant(startedAt) })
                  : t('phase.over', { from: formatInstant(startedAt), until: formatInstant(endedAt) })}
            </span>{' '}
            {may && endedAt === null ? (
              <Button
                size="small"
                loading={move.isPending}
                aria-label={`${title} ${startedAt === null ? t('phase.start') : t('phase.end')}`}
                onClick={() => move.mutate({ n, step: startedAt === null ? 'start' : 'end' })}
              >
                {startedAt === null ? t('phase.start') : t('phase.end')}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      <Refused error={move.error} />
    </section>
  )
}
