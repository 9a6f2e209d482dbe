import { useMutation } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { outcomeLabels, taskRoutes as routes, type TaskBoard, type TaskView } from '#contract/inspection'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { Refused } from '../app/refused.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly task: TaskView
  readonly today: string
  readonly fresh: (board: TaskBoard) => void
  readonly close: () => void
}

type Outcome = keyof typeof outcomeLabels

/** 报检查结果: by one of the two who went. */
export function FindingForm({ task, today, fresh, close }: Props) {
  const t = texts.useTexts()
  const id = useId()
  const [outcome, setOutcome] = useState<Outcome>('clear')
  const [checkedOn, setCheckedOn] = useState(today)
  const [words, setWords] = useState('')
  const [rectifyBy, setRectifyBy] = useState('')
  const send = useMutation({
    mutationFn: () =>
      call(routes.reportFinding, {
        params: { id: task.id },
        body: { outcome, checkedOn, words, rectifyBy: outcome === 'rectify' ? rectifyBy : null },
      }),
    onSuccess: fresh,
  })
  const missing =
    checkedOn === '' || (outcome === 'rectify' && rectifyBy === '') || (outcome !== 'clear' && words.trim() === '')
  return (
    <div className="task-form">
      <div className="field">
        <label htmlFor={`${id}-what`}>{t('outcome')}</label>
        <Select
          id={`${id}-what`}
          className="task-wide"
          value={outcome}
          onChange={setOutcome}
          options={Object.entries(outcomeLabels).map(([value, { zh, en }]) => ({
            value: value as Outcome,
            label: pick(zh, en),
          }))}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-on`}>{t('checkedOn')}</label>
        <Input
          id={`${id}-on`}
          type="date"
          max={today}
          value={checkedOn}
          onChange={event => setCheckedOn(event.target.value)}
        />
      </div>
      {outcome === 'rectify' ? (
        <div className="field">
          <label htmlFor={`${id}-by`}>{t('rectifyBy')}</label>
          <Input id={`${id}-by`} type="date" value={rectifyBy} onChange={event => setRectifyBy(event.target.value)} />
        </div>
      ) : null}
      <div className="field">
        <label htmlFor={`${id}-words`}>{t('found')}</label>
        <Input.TextArea
          id={`${id}-words`}
          rows={2}
          maxLength={1000}
          value={words}
          onChange={event => setWords(event.target.value)}
        />
      </div>
      <div className="task-actions">
        <Button type="primary" disabled={missing} loading={send.isPending} onClick={() => send.mutate()}>
          {t('report')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
      <Refused error={send.error} />
    </div>
  )
}
