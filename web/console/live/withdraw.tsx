import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import './live.css'
import { texts } from './texts.ts'

/** 撤下 of a class, its replay or a film: never without a reason. */
export function Withdraw({ send }: { send: (reason: string) => void }) {
  const t = texts.useTexts()
  const id = useId()
  const [reason, setReason] = useState('')
  return (
    <>
      <label htmlFor={`${id}-reason`}>{t('reason')}</label>
      <Input
        id={`${id}-reason`}
        className="live-reason"
        maxLength={300}
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
      <Button disabled={reason.trim() === ''} onClick={() => send(reason)}>
        {t('withdraw')}
      </Button>
    </>
  )
}
