import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { type ItemEvent, itemSteps } from '#contract/partners'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Refused } from '../app/refused.tsx'
import { texts } from './texts.ts'

interface Stepping {
  readonly isPending: boolean
  readonly error: Error | null
  mutate(asked: { readonly event: ItemEvent; readonly words: string }): void
}

interface StepsProps {
  readonly steps: readonly ItemEvent[]
  readonly step: Stepping
  /** What else may be done from here. */
  readonly children?: ReactNode
}

/** The steps of one side, from the one table; those that need words wait for them. */
export function StepButtons({ steps, step, children }: StepsProps) {
  const t = texts.useTexts()
  const language = useLanguage()
  const [words, setWords] = useState('')
  if (steps.length === 0) return null
  const needing = steps.filter(event => itemSteps[event].words)
  const named = needing.map(event => pick(itemSteps[event].zh, itemSteps[event].en, language))
  const send = (event: ItemEvent) => {
    step.mutate({ event, words })
    setWords('')
  }
  return (
    <section className="card" aria-label={t('steps')}>
      <h2>{t('steps')}</h2>
      <Refused error={step.error} />
      {needing.length > 0 ? (
        <Input.TextArea
          aria-label={t('words')}
          placeholder={t('words')}
          rows={3}
          maxLength={2000}
          value={words}
          onChange={event => setWords(event.target.value)}
        />
      ) : null}
      <div className="partner-row">
        {steps.map((event, place) => (
          <Button
            key={event}
            type={place === 0 ? 'primary' : 'default'}
            loading={step.isPending}
            disabled={itemSteps[event].words && words.trim().length < 2}
            onClick={() => send(event)}
          >
            {pick(itemSteps[event].zh, itemSteps[event].en, language)}
          </Button>
        ))}
      </div>
      {needing.length > 0 && words.trim().length < 2 ? (
        <p className="quiet small">{t('wordsFirst', { steps: named.join(pick('、', ', ', language)) })}</p>
      ) : null}
      {children}
    </section>
  )
}
