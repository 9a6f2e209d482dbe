import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type ActionKind, actionKinds, actionRoutes as routes } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { emptyDraft, isWhole, planOf } from './action-draft.ts'
import { ActionFields } from './action-fields.tsx'
import { texts } from './action-texts.ts'
import { ChoiceField } from './field.tsx'
import { PlanFrame } from './plan-frame.tsx'

const kinds = Object.entries(actionKinds) as [ActionKind, (typeof actionKinds)[ActionKind]][]

/** 拟定方案: the kind is chosen once, for it decides who may know of the action. */
export function PlanAction({ close }: { close: () => void }) {
  const t = texts.useTexts()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [kind, setKind] = useState<ActionKind>('planned')
  const [draft, setDraft] = useState(emptyDraft)
  const send = useMutation({
    mutationFn: () => call(routes.planAction, { body: { kind, ...planOf(draft) } }),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['jointActions'] })
      void navigate({ to: '/joint-actions/$id', params: { id } })
    },
  })
  return (
    <PlanFrame label={t('plan')} done={t('create')} whole={isWhole(draft)} send={send} close={close}>
      <ChoiceField
        label={t('kind')}
        value={kind}
        set={setKind}
        options={kinds.map(([value, { zh, en }]) => ({ value, label: pick(zh, en) }))}
      />
      <ActionFields draft={draft} change={part => setDraft({ ...draft, ...part })} />
    </PlanFrame>
  )
}
