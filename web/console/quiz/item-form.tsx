import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { audienceWords, type ItemInput, type QuizItem, quizRoutes as routes } from '#contract/outreach'
import { instruments } from '#kernel/citation'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { texts } from './texts.ts'
import { bankKey } from './use-quiz.ts'

const empty: ItemInput = {
  question: '',
  options: ['', ''],
  answer: 0,
  why: '',
  instrument: 'ZMF',
  article: 1,
  audiences: ['retailer'],
}
const audiences = Object.keys(audienceWords) as (keyof typeof audienceWords)[]

/** A new item, or one that is changed: what is changed is a draft of whoever changed it. */
export function ItemForm({ item, done }: { item?: QuizItem; done?: () => void }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const id = useId()
  const queries = useQueryClient()
  const [fields, setFields] = useState<ItemInput>(item ? inputOf(item) : empty)
  const [missing, setMissing] = useState(false)
  const set = (change: Partial<ItemInput>) => setFields({ ...fields, ...change })
  const save = useMutation({
    mutationFn: (): Promise<unknown> =>
      item
        ? call(routes.stepItem, { params: { id: item.id }, body: { event: 'edit', version: item.version, fields } })
        : call(routes.writeItem, { body: fields }),
    onSuccess: () => {
      setFields(empty)
      done?.()
      return queries.invalidateQueries({ queryKey: bankKey })
    },
  })
  const send = () => {
    const whole =
      [fields.question, fields.why, ...fields.options].every(text => text.trim() !== '') && fields.audiences.length > 0
    setMissing(!whole)
    if (whole) save.mutate()
  }
  return (
    <section className="card quiz-form">
      <h2>{t(item ? 'edit' : 'write')}</h2>
      <div className="field">
        <label htmlFor={`${id}-question`}>{t('question')}</label>
        <Input
          id={`${id}-question`}
          maxLength={200}
          value={fields.question}
          onChange={event => set({ question: event.target.value })}
        />
      </div>
      <fieldset className="field">
        <legend>{t('answer')}</legend>
        {fields.options.map((option, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place
          <div key={n} className="quiz-option">
            <Radio
              checked={fields.answer === n}
              onChange={() => set({ answer: n })}
              aria-label={`${t('answer')} ${n + 1}`}
            />
            <Input
              aria-label={t('option', { n: n + 1 })}
              maxLength={80}
              value={option}
              onChange={event => set({ options: fields.options.with(n, event.target.value) })}
            />
          </div>
        ))}
        {fields.options.length < 5 ? (
          <Button onClick={() => set({ options: [...fields.options, ''] })}>{t('addOption')}</Button>
        ) : null}
      </fieldset>
      <div className="field">
        <label htmlFor={`${id}-why`}>{t('why')}</label>
        <Input.TextArea
          id={`${id}-why`}
          rows={2}
          maxLength={400}
          value={fields.why}
          onChange={event => set({ why: event.target.value })}
        />
      </div>
      <div className="quiz-basis">
        <div className="field">
          <label htmlFor={`${id}-instrument`}>{t('instrument')}</label>
          <Select
            id={`${id}-instrument`}
            aria-label={t('instrument')}
            showSearch
            optionFilterProp="label"
            className="quiz-instrument"
            value={fields.instrument}
            onChange={instrument => set({ instrument })}
            options={Object.entries(instruments).map(([value, { title, titleEn }]) => ({
              value,
              label: pick(title, titleEn, language),
            }))}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-article`}>{t('article')}</label>
          <Input
            id={`${id}-article`}
            inputMode="numeric"
            className="quiz-number"
            value={String(fields.article)}
            onChange={event => set({ article: Math.min(999, Number(event.target.value.replace(/\D/gu, '')) || 1) })}
          />
        </div>
      </div>
      <fieldset className="field">
        <legend>{t('audiences')}</legend>
        <Checkbox.Group
          value={fields.audiences}
          onChange={chosen => set({ audiences: chosen })}
          options={audiences.map(value => ({
            value,
            label: pick(audienceWords[value].zh, audienceWords[value].en, language),
          }))}
        />
      </fieldset>
      {missing ? (
        <p className="missing" role="alert">
          {t('incomplete')}
        </p>
      ) : null}
      <div className="step-buttons">
        <Button type="primary" loading={save.isPending} onClick={send}>
          {t(item ? 'saveEdit' : 'save')}
        </Button>
        {done ? <Button onClick={done}>{t('cancel')}</Button> : null}
      </div>
      {save.isError ? <FailedToLoad error={save.error} retry={send} /> : null}
    </section>
  )
}

const inputOf = ({ question, options, answer, why, instrument, article, audiences: for_ }: QuizItem): ItemInput => ({
  question,
  options,
  answer,
  why,
  instrument,
  article,
  audiences: for_,
})
