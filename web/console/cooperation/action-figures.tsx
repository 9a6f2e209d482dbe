import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { type ActionDetail, actionRoutes as routes } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { formatCount } from '../../shared/format.ts'
import { mayUse } from '../app/permissions.ts'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import { texts } from './action-texts.ts'

const order = [
  ...(['visits', 'visitsWithFinding', 'cases', 'casesFiled', 'lots', 'sticks'] as const),
  ...(['clues', 'finds', 'agencies', 'people', 'minutes'] as const),
]

/** 行动数字: computed from the results beside them, never typed. */
export function Figures({ figures }: Pick<ActionDetail, 'figures'>) {
  const t = texts.useTexts()
  return (
    <section className="card" aria-label={t('figures')}>
      <h2>{t('figures')}</h2>
      <dl className="coop-figures">
        {order.map(name => {
          const value = figures[name]
          return value === null ? null : (
            <div key={name}>
              <dt>{t(`f.${name}`)}</dt>
              <dd>{formatCount(value)}</dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}

/** 评估: words of a person, once the action is over. */
export function Evaluation({ action }: { action: ActionDetail }) {
  const t = texts.useTexts()
  const staff = useStaff()
  const queries = useQueryClient()
  const [words, setWords] = useState('')
  const send = useMutation({
    mutationFn: () =>
      call(routes.evaluateAction, { params: { id: action.id }, body: { version: action.version, words } }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['jointActions'] }),
  })
  if (action.evaluation !== null)
    return (
      <section className="card" aria-label={t('evaluation')}>
        <h2>{t('evaluation')}</h2>
        <p className="coop-words" lang="zh-CN">
          {action.evaluation}
        </p>
        <p className="quiet">{t('evaluation.by', { name: action.evaluatedBy ?? '' })}</p>
      </section>
    )
  if (action.state !== 'ended' || !mayUse(routes.evaluateAction, staff)) return null
  return (
    <section className="card" aria-label={t('evaluation')}>
      <h2>{t('evaluation')}</h2>
      <p className="quiet">{t('evaluation.help')}</p>
      <Input.TextArea
        aria-label={t('evaluation')}
        autoSize={{ minRows: 4 }}
        maxLength={3000}
        value={words}
        onChange={event => setWords(event.target.value)}
      />
      <p>
        <Button
          type="primary"
          disabled={words.trim().length < 10}
          loading={send.isPending}
          onClick={() => send.mutate()}
        >
          {t('evaluation.write')}
        </Button>
      </p>
      <Refused error={send.error} />
    </section>
  )
}
