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

type Outcome = 'corrected' | 'keep' | 'proceed'

/** 了结: the correction is done, or somebody else says whether revocation is taken up. */
export function SettleForm({ item, fresh }: CardProps) {
  const t = texts.useTexts()
  const id = useId()
  const may = mayUse(routes.settle, useStaff())
  const [words, setWords] = useState('')
  const send = useMutation({
    mutationFn: (outcome: Outcome) => call(routes.settle, { params: { id: item.id }, body: { outcome, words } }),
    onSuccess: fresh,
  })
  const choices: readonly Outcome[] = item.state === 'correcting' ? ['corrected'] : ['keep', 'proceed']
  return (
    <>
      {item.state === 'deciding' ? <p className="quiet small">{t('settle.law')}</p> : null}
      <div className="field">
        <label htmlFor={id}>{t('settleWords')}</label>
        <Input.TextArea
          id={id}
          rows={2}
          maxLength={1000}
          value={words}
          onChange={event => setWords(event.target.value)}
        />
      </div>
      <div className="spot-actions">
        {choices.map(outcome => (
          <Button key={outcome} disabled={!may} loading={send.isPending} onClick={() => send.mutate(outcome)}>
            {t(outcome === 'corrected' ? 'settle.corrected' : `outcome.${outcome}`)}
          </Button>
        ))}
      </div>
      <Refused error={send.error} />
    </>
  )
}
