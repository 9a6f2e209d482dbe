import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { answers, schoolCampaignRoutes as routes, type SchoolCase, signings } from '#contract/credit'
import { call } from '../../shared/api.ts'
import { Refused } from '../app/refused.tsx'
import { cardTexts } from './card-texts.ts'
import { ChoiceField, ColleagueField, chinaToday, DayField, Labelled } from './form-fields.tsx'

export interface StepProps {
  readonly own: SchoolCase
  readonly close: () => void
  readonly fresh: (next: SchoolCase) => void
}

type Answer = keyof typeof answers
type Signing = keyof typeof signings

/** 劝导记录: two went; a refusal to sign is noted and has no consequence. */
export function TalkForm({ own, close, fresh }: StepProps) {
  const t = cardTexts.useTexts()
  const [talkedOn, setTalkedOn] = useState(chinaToday)
  const [colleague, setColleague] = useState<string>()
  const [said, setSaid] = useState('')
  const [answer, setAnswer] = useState<Answer>('considering')
  const [answerWords, setWords] = useState('')
  const [signed, setSigned] = useState<Signing>('signed')
  const officers = colleague === undefined ? [] : [colleague]
  const told = { version: own.version, talkedOn, officers, said, answer, answerWords, signed }
  const send = useMutation({
    mutationFn: () => call(routes.noteTalk, { params: { licenceNo: own.licenceNo }, body: told }),
    onSuccess: fresh,
  })
  const answered = (value: Answer) => {
    setAnswer(value)
    setSigned(value === 'absent' ? 'absent' : signed === 'absent' ? 'signed' : signed)
  }
  return (
    <div className="step-form school-form">
      <DayField value={talkedOn} set={setTalkedOn} />
      <ColleagueField among={own.colleagues} value={colleague} set={setColleague} />
      <Labelled label={t('said')}>
        {id => (
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={1000}
            value={said}
            onChange={event => setSaid(event.target.value)}
          />
        )}
      </Labelled>
      <ChoiceField label={t('answer')} of={answers} value={answer} set={answered} />
      <Labelled label={t('answerWords')}>
        {id => <Input id={id} maxLength={500} value={answerWords} onChange={event => setWords(event.target.value)} />}
      </Labelled>
      <ChoiceField
        label={t('signed')}
        of={signings}
        value={signed}
        set={setSigned}
        disabled={answer === 'absent'}
        only={value => (answer === 'absent') === (value === 'absent')}
      />
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
