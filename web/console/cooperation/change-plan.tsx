import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type ActionDetail, planParts, actionRoutes as routes } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { draftOf, isWhole, planOf } from './action-draft.ts'
import { ActionFields } from './action-fields.tsx'
import { texts } from './action-texts.ts'
import { TextField } from './field.tsx'
import { PlanFrame } from './plan-frame.tsx'

/** Until it is released a plan can be changed. */
export const isChangeable = ({ state }: ActionDetail): boolean => state === 'draft' || state === 'approved'

/** 修改方案: an approved plan is approved anew. */
export function ChangePlan({ action, close }: { action: ActionDetail; close: () => void }) {
  const t = texts.useTexts()
  const queries = useQueryClient()
  const [draft, setDraft] = useState(() => draftOf(action.plan))
  const [reason, setReason] = useState('')
  const send = useMutation({
    mutationFn: () => {
      const body = { version: action.version, reason: reason.trim(), ...planOf(draft) }
      return call(routes.changePlan, { params: { id: action.id }, body })
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['jointActions'] })
      close()
    },
  })
  const whole = isWhole(draft) && reason.trim().length > 3
  return (
    <PlanFrame label={t('change')} done={t('change.save')} whole={whole} send={send} close={close}>
      {action.state === 'approved' ? <p className="quiet">{t('change.anew')}</p> : null}
      <ActionFields draft={draft} change={part => setDraft({ ...draft, ...part })} />
      <TextField label={t('change.reason')} max={300} value={reason} set={setReason} />
    </PlanFrame>
  )
}

/** 方案版本: who wrote each, why, and which parts say something else. */
export function PlanVersions({ versions }: Pick<ActionDetail, 'versions'>) {
  const t = texts.useTexts()
  if (versions.length < 2) return null
  return (
    <section className="card" aria-label={t('versions')}>
      <h2>{t('versions')}</h2>
      <ol className="coop-list small">
        {versions.toReversed().map(({ n, at, by, reason, changed }) => (
          <li key={n}>
            {t('version', { n })} <span className="quiet">{formatInstant(at)}</span> {by}
            {n === 1 ? null : (
              <div className="coop-words" lang="zh-CN">
                {t('version.changed', {
                  parts: changed.map(part => pick(planParts[part].zh, planParts[part].en)).join('、'),
                })}
                {reason}
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
