import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { taskRoutes as routes, type TaskBoard, type TaskView } from '#contract/inspection'
import { call } from '../../shared/api.ts'
import { Refused } from '../app/refused.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly task: TaskView
  readonly event: 'reject' | 'recall'
  readonly fresh: (board: TaskBoard) => void
  readonly close: () => void
}

/** 不检查, or taken back: the reason stays with the task. */
export function StepForm({ task, event, fresh, close }: Props) {
  const t = texts.useTexts()
  const id = useId()
  const [note, setNote] = useState('')
  const send = useMutation({
    mutationFn: () => call(routes.stepTask, { params: { id: task.id }, body: { version: task.version, event, note } }),
    onSuccess: fresh,
  })
  return (
    <div className="task-form">
      <div className="field">
        <label htmlFor={id}>{t('note')}</label>
        <Input.TextArea
          id={id}
          rows={2}
          maxLength={300}
          value={note}
          onChange={change => setNote(change.target.value)}
        />
      </div>
      <div className="task-actions">
        <Button type="primary" disabled={note.trim() === ''} loading={send.isPending} onClick={() => send.mutate()}>
          {t(event)}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
      <Refused error={send.error} />
    </div>
  )
}
