import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { detailRoutes as routes } from '#contract/cases'
import { call } from '../../shared/api.ts'
import { Refused } from '../app/refused.tsx'
import type { Part } from './case-page.tsx'
import { texts } from './texts.ts'

const taskNo = /RW-\d{4}-\d{6}/

/** 现场检查笔录 of the field app into the file; the task is known where the case came from its finding. */
export function AttachVisit({ detail, fresh }: Part) {
  const t = texts.useTexts()
  const id = useId()
  const [taskId, setTaskId] = useState(taskNo.exec(detail.row.about)?.[0] ?? '')
  const send = useMutation({
    mutationFn: () => call(routes.attachVisit, { params: { no: detail.row.no }, body: { taskId: taskId.trim() } }),
    onSuccess: fresh,
  })
  return (
    <form
      className="case-form"
      aria-label={t('visit')}
      onSubmit={event => {
        event.preventDefault()
        send.mutate()
      }}
    >
      <div className="field">
        <label htmlFor={id}>{t('visit.task')}</label>
        <Input id={id} maxLength={14} value={taskId} onChange={event => setTaskId(event.target.value)} />
      </div>
      <div className="case-actions">
        <Button htmlType="submit" disabled={!taskNo.test(taskId)} loading={send.isPending}>
          {t('visit')}
        </Button>
      </div>
      <Refused error={send.error} />
    </form>
  )
}
