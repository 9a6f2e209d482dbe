import { useMutation } from '@tanstack/react-query'
import { Button, Input, Segmented } from 'antd'
import { useId, useState } from 'react'
import { taskRoutes as routes, type TaskBoard, type TaskView } from '#contract/inspection'
import { call } from '../../shared/api.ts'
import { Refused } from '../app/refused.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly task: TaskView
  readonly fresh: (board: TaskBoard) => void
  readonly close: () => void
}

const verdicts = ['true', 'false', 'unclear'] as const

/** 办结: whether the reason was true goes back to where the task came from. */
export function SettleForm({ task, fresh, close }: Props) {
  const t = texts.useTexts()
  const id = useId()
  const [verdict, setVerdict] = useState<(typeof verdicts)[number]>('true')
  const [words, setWords] = useState('')
  const send = useMutation({
    mutationFn: () =>
      call(routes.settleTask, { params: { id: task.id }, body: { version: task.version, verdict, words } }),
    onSuccess: fresh,
  })
  return (
    <div className="task-form">
      <p>{t('verdict')}</p>
      <Segmented
        aria-label={t('verdict')}
        value={verdict}
        onChange={setVerdict}
        options={verdicts.map(value => ({ value, label: t(`verdict.${value}`) }))}
      />
      <div className="field">
        <label htmlFor={id}>{t('note')}</label>
        <Input.TextArea
          id={id}
          rows={2}
          maxLength={300}
          value={words}
          onChange={event => setWords(event.target.value)}
        />
      </div>
      <div className="task-actions">
        <Button type="primary" disabled={words.trim() === ''} loading={send.isPending} onClick={() => send.mutate()}>
          {t('settle')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
      <Refused error={send.error} />
    </div>
  )
}
