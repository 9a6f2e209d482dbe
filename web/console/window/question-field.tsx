import { Button, Input, Radio, Select } from 'antd'
import { type Answers, answersToSend, chosen, type Known, type Question, services } from '#contract/licensing'
import { pinOfText, textOfPin } from '../../services/place/pin.ts'
import { PlacePicker } from '../../services/place/place-picker.tsx'
import { formatDay } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Labelled } from '../delivery/labelled.tsx'
import { texts } from './texts.ts'

interface Props<Q extends Question = Question> {
  question: Q
  said: Answers
  known: Known
  onAnswer: (value: string) => void
}

/** One question of a definition as a field of a desk form: the same definition that the terminal asks page by page. */
export function QuestionField(props: Props) {
  const language = useLanguage()
  const { question } = props
  const hint = question.hint ? pick(question.hint.zh, question.hint.en, language) : undefined
  return (
    <div className="window-question">
      <Labelled label={pick(question.title.zh, question.title.en, language)}>
        {id => <Control {...props} id={id} />}
      </Labelled>
      {hint === undefined ? null : <p className="quiet small">{hint}</p>}
    </div>
  )
}

function Control({ id, ...props }: Props & { id: string }) {
  const { question, said, known, onAnswer } = props
  const language = useLanguage()
  const value = said[question.key] ?? ''
  switch (question.kind) {
    case 'choice':
    case 'choices': {
      const options = question.options.map(option => ({
        value: option.value,
        label: pick(option.zh, option.en, language),
      }))
      return question.kind === 'choices' ? (
        <Select
          id={id}
          mode="multiple"
          value={[...chosen(said, question.key)]}
          onChange={values => onAnswer(values.join(','))}
          options={options}
        />
      ) : options.length > 5 ? (
        <Select id={id} value={value === '' ? null : value} onChange={onAnswer} options={options} />
      ) : (
        <Radio.Group
          id={id}
          aria-label={pick(question.title.zh, question.title.en, language)}
          value={value}
          options={options}
          onChange={event => onAnswer(String(event.target.value))}
        />
      )
    }
    case 'date':
      return <DateControl {...props} question={question} id={id} />
    case 'number':
      return (
        <Input
          id={id}
          inputMode="numeric"
          value={value}
          suffix={pick(question.unit.zh, question.unit.en, language)}
          onChange={event => onAnswer(event.target.value)}
        />
      )
    case 'town':
      return (
        <Select
          id={id}
          showSearch
          optionFilterProp="label"
          value={value === '' ? null : value}
          onChange={onAnswer}
          options={known.newShop?.towns.map(({ code, name }) => ({ value: code, label: name })) ?? []}
        />
      )
    case 'position':
      return <PlaceControl {...props} id={id} />
    case 'phone':
      return <Input id={id} inputMode="tel" value={value} onChange={event => onAnswer(event.target.value)} />
    case 'text':
      return <TextControl {...props} question={question} id={id} />
  }
}

/** The pin for who knows the place, the numbers for who has them on paper. */
function PlaceControl({ id, question, said, known, onAnswer }: Props & { id: string }) {
  const t = texts.useTexts()
  const value = said[question.key] ?? ''
  const { town, address = '' } = answersToSend(services.issue.questions, said, known)
  return (
    <>
      <Input id={id} value={value} placeholder={t('position')} onChange={event => onAnswer(event.target.value)} />
      <PlacePicker
        {...{ town, address }}
        pin={pinOfText(value)}
        onPin={pin => onAnswer(textOfPin(pin))}
        locates={false}
      />
    </>
  )
}

function DateControl({
  id,
  question,
  said,
  known,
  onAnswer,
}: Props<Extract<Question, { kind: 'date' }>> & { id: string }) {
  const language = useLanguage()
  return (
    <div className="window-row">
      <input
        id={id}
        type="date"
        className="window-date"
        value={said[question.key] ?? ''}
        min={question.earliest(said, known)}
        max={question.latest(said, known)}
        onChange={event => onAnswer(event.target.value)}
      />
      {question.presets(said, known).map(({ day, zh, en }) => (
        <Button key={day} size="small" onClick={() => onAnswer(day)}>
          {pick(zh, en, language)} {formatDay(day)}
        </Button>
      ))}
    </div>
  )
}

function TextControl({
  id,
  question,
  said,
  known,
  onAnswer,
}: Props<Extract<Question, { kind: 'text' }>> & { id: string }) {
  const t = texts.useTexts()
  const suggested = question.suggestion?.(known) ?? null
  const value = said[question.key] ?? ''
  return (
    <div className="window-row">
      <Input id={id} value={value} maxLength={question.maxLength} onChange={event => onAnswer(event.target.value)} />
      {suggested !== null && suggested !== value ? (
        <Button size="small" onClick={() => onAnswer(suggested)}>
          {t('fromRegister', { text: suggested })}
        </Button>
      ) : null}
    </div>
  )
}
