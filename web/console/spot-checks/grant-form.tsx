import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { spotCheckRoutes as routes } from '#contract/licensing'
import { call } from '../../shared/api.ts'
import { mayUse } from '../app/permissions.ts'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import type { CardProps } from './spot-card.tsx'
import { texts } from './texts.ts'

/** 复核自动准予: agree, or differ with a reason and the rule that should have stopped it. */
export function GrantForm({ item, fresh }: CardProps) {
  const t = texts.useTexts()
  const id = useId()
  const may = mayUse(routes.reviewGrant, useStaff())
  const [reason, setReason] = useState('')
  const [rule, setRule] = useState('')
  const send = useMutation({
    mutationFn: (result: 'agree' | 'differ') =>
      call(routes.reviewGrant, { params: { id: item.id }, body: { result, reason, rule: rule.trim() || null } }),
    onSuccess: fresh,
  })
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-reason`}>{t('reason')}</label>
        <Input.TextArea
          id={`${id}-reason`}
          rows={2}
          maxLength={1000}
          value={reason}
          onChange={event => setReason(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-rule`}>{t('rule')}</label>
        <Input
          id={`${id}-rule`}
          className="filter-select"
          maxLength={3}
          value={rule}
          onChange={event => setRule(event.target.value.toUpperCase())}
        />
      </div>
      <div className="spot-actions">
        <Button type="primary" disabled={!may} loading={send.isPending} onClick={() => send.mutate('agree')}>
          {t('agree')}
        </Button>
        <Button disabled={!may} loading={send.isPending} onClick={() => send.mutate('differ')}>
          {t('differ')}
        </Button>
      </div>
      <Refused error={send.error} />
    </>
  )
}
