import { useMutation } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { answers, schoolCampaignRoutes as routes, type SchoolCase, signings } from '#contract/credit'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Refused } from '../app/refused.tsx'
import { cardTexts } from './card-texts.ts'

export interface StepProps {
  readonly own: SchoolCase
  readonly close: () => void
  readonly fresh: (next: SchoolCase) => void
}

type Answer = keyof typeof answers
type Signing = keyof typeof signings
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

/** 劝导记录: two went; a refusal to sign is noted and has no consequence. */
export function TalkForm({ own, close, fresh }: StepProps) {
  const t = cardTexts.useTexts()
  const language = useLanguage()
  const id = useId()
  const [talkedOn, setTalkedOn] = useState(today)
  const [colleague, setColleague] = useState<string>()
  const [said, setSaid] = useState('')
  const [answer, setAnswer] = useState<Answer>('considering')
  const [answerWords, setWords] = useState('')
  const [signed, setSigned] = useState<Signing>('signed')
  const send = useMutation({
    mutationFn: () =>
      call(routes.noteTalk, {
        params: { licenceNo: own.licenceNo },
        body: {
          version: own.version,
          talkedOn,
          officers: colleague === undefined ? [] : [colleague],
          said,
          answer,
          answerWords,
          signed,
        },
      }),
    onSuccess: fresh,
  })
  return (
    <div className="step-form school-form">
      <div className="field">
        <label htmlFor={`${id}-day`}>{t('day')}</label>
        <Input
          id={`${id}-day`}
          type="date"
          max={today()}
          value={talkedOn}
          onChange={event => setTalkedOn(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-with`}>{t('colleague')}</label>
        <Select
          id={`${id}-with`}
          {...(colleague === undefined ? {} : { value: colleague })}
          onChange={setColleague}
          options={own.colleagues.map(({ id: value, name }) => ({ value, label: name }))}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-said`}>{t('said')}</label>
        <Input.TextArea
          id={`${id}-said`}
          rows={3}
          maxLength={1000}
          value={said}
          onChange={event => setSaid(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-answer`}>{t('answer')}</label>
        <Select
          id={`${id}-answer`}
          value={answer}
          onChange={value => {
            setAnswer(value)
            setSigned(value === 'absent' ? 'absent' : signed === 'absent' ? 'signed' : signed)
          }}
          options={(Object.keys(answers) as Answer[]).map(value => ({
            value,
            label: pick(answers[value].zh, answers[value].en, language),
          }))}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-words`}>{t('answerWords')}</label>
        <Input
          id={`${id}-words`}
          maxLength={500}
          value={answerWords}
          onChange={event => setWords(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-signed`}>{t('signed')}</label>
        <Select
          id={`${id}-signed`}
          value={signed}
          disabled={answer === 'absent'}
          onChange={setSigned}
          options={(Object.keys(signings) as Signing[])
            .filter(value => (answer === 'absent') === (value === 'absent'))
            .map(value => ({ value, label: pick(signings[value].zh, signings[value].en, language) }))}
        />
      </div>
      <div className="step-buttons">
        <Button
          type="primary"
          disabled={colleague === undefined || said.trim() === ''}
          loading={send.isPending}
          onClick={() => send.mutate()}
        >
          {t('persuade')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
      <Refused error={send.error} />
    </div>
  )
}
