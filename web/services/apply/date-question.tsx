import { useState } from 'react'
import type { Question } from '#contract/licensing'
import { addIsoMonths } from '#kernel/iso-day'
import { formatDay } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { Button, Choices } from '../kit/button.tsx'
import type { AskedProps } from './asked-question.tsx'
import { MonthGrid } from './month-grid.tsx'
import { applyTexts } from './texts.ts'

type DateAsked = Extract<Question, { kind: 'date' }>

/** 日期: the days most people mean as one tap each; any other day in a month of large squares. */
export function DateQuestion({ question, known, said, onAnswer }: AskedProps<DateAsked>) {
  const t = applyTexts.useTexts()
  const [month, setMonth] = useState<string>()
  const earliest = question.earliest(said, known)
  const latest = question.latest(said, known)
  const within = (day: string) => earliest <= day && day <= latest
  const presets = question.presets(said, known).filter(({ day }) => within(day))
  if (month === undefined)
    return (
      <>
        <Choices
          choices={presets.map(({ day, zh, en }) => ({ key: day, label: pick(zh, en), detail: formatDay(day) }))}
          onChoose={onAnswer}
        />
        <p>
          <Button kind="quiet" onPress={() => setMonth(earliest)}>
            {t('otherDay')}
          </Button>
        </p>
      </>
    )
  return (
    <MonthGrid
      month={month}
      within={within}
      onChoose={onAnswer}
      before={earliest.slice(0, 7) < month.slice(0, 7) ? () => setMonth(addIsoMonths(month, -1)) : undefined}
      after={month.slice(0, 7) < latest.slice(0, 7) ? () => setMonth(addIsoMonths(month, 1)) : undefined}
    />
  )
}
