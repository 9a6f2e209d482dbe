import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input, Segmented, Select } from 'antd'
import { useId, useState } from 'react'
import { taskRoutes as routes, type TaskBoard, type TaskView } from '#contract/inspection'
import { call } from '../../shared/api.ts'
import { Refused } from '../app/refused.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly task: TaskView
  readonly board: Pick<TaskBoard, 'today'>
  readonly fresh: (board: TaskBoard) => void
  readonly close: () => void
}

/** 审批派工: day, hours and the two who go; who cannot go is shown with the reason. Drawn officers stand. */
export function SendForm({ task, board, fresh, close }: Props) {
  const t = texts.useTexts()
  const id = useId()
  const [day, setDay] = useState(task.dueBy < board.today ? '' : task.dueBy)
  const [hours, setHours] = useState(task.hours)
  const [officers, setOfficers] = useState<string[]>([])
  const detail = useQuery({
    queryKey: ['task', task.id, day],
    enabled: day !== '',
    queryFn: ({ signal }) => call(routes.task, { params: { id: task.id }, query: { on: day }, signal }),
  })
  const send = useMutation({
    mutationFn: () =>
      call(routes.approveTask, {
        params: { id: task.id },
        body: { version: task.version, visitOn: day, hours, officers },
      }),
    onSuccess: fresh,
  })
  const candidates = detail.data?.candidates ?? []
  return (
    <form
      className="task-form"
      aria-label={t('send')}
      onSubmit={event => {
        event.preventDefault()
        send.mutate()
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-day`}>{t('day')}</label>
        <Input
          id={`${id}-day`}
          type="date"
          min={board.today}
          max={task.dueBy}
          value={day}
          onChange={event => setDay(event.target.value)}
        />
      </div>
      <Segmented
        aria-label={t('hours')}
        value={hours}
        onChange={setHours}
        options={(['office', 'off'] as const).map(value => ({ value, label: t(`hours.${value}`) }))}
      />
      {task.source === 'draw' ? (
        <p className="small">{t('drawnOfficers')}</p>
      ) : (
        <div className="field">
          <label htmlFor={`${id}-who`}>{t('officers')}</label>
          <Select
            id={`${id}-who`}
            mode="multiple"
            maxCount={2}
            showSearch={{ optionFilterProp: 'label' }}
            className="task-wide"
            value={officers}
            onChange={setOfficers}
            options={candidates.map(({ id: value, name, load, whyNot }) => ({
              value,
              disabled: whyNot !== null,
              label: whyNot === null ? t('load', { name, load }) : `${name}（${t(`whyNot.${whyNot as 'recused'}`)}）`,
            }))}
          />
        </div>
      )}
      <div className="task-actions">
        <Button
          type="primary"
          htmlType="submit"
          disabled={day === '' || officers.length === 1}
          loading={send.isPending}
        >
          {t('send.now')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
      <p className="quiet small">{t('send.law')}</p>
      <Refused error={send.error} />
    </form>
  )
}
