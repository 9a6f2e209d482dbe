import { chosen, type Question } from '#contract/licensing'
import type { applyTexts } from '../../services/apply/texts.ts'
import { pinOfText } from '../../services/place/pin.ts'
import { pick } from '../../shared/i18n.ts'
import { type NewFlow, type NewStep, questionsOf, usualDelivery } from './steps.ts'
import type { texts } from './texts.ts'

/** One line of the page 这些对吗: a word, what is taken for the answer, and the page where it is changed. */
export interface Row {
  readonly step: NewStep
  readonly label: string
  readonly value: string
  /** A place that nobody has said yet: this telephone may say it. */
  readonly locates: boolean
}

interface Words {
  readonly t: ReturnType<typeof texts.useTexts>
  readonly apply: ReturnType<typeof applyTexts.useTexts>
}

/** Everything that is likely rather than asked, in the order of the questions; how the paper comes, and whom to call. */
export function rowsOf(flow: Pick<NewFlow, 'sheet' | 'answers'>, { t, apply }: Words): readonly Row[] {
  const { sheet, answers } = flow
  const likely = questionsOf(flow).filter(each => each.likely)
  const rows = likely.map(({ question, value }): Row => {
    const label = question.likely?.label
    return {
      step: `asked.${question.key}`,
      label: label ? pick(label.zh, label.en) : '',
      value: question.kind === 'position' ? placeInWords(value, t) : inWords(question, value),
      locates: question.kind === 'position' && value === '',
    }
  })
  const phone = answers.phone ?? sheet?.phoneMasked ?? ''
  return [
    ...rows,
    {
      step: 'deliver',
      label: t('licence'),
      value: apply(`deliver.${answers.deliver ?? usualDelivery}`),
      locates: false,
    },
    { step: 'phone', label: t('phone'), value: phone, locates: false },
  ]
}

function placeInWords(value: string, t: Words['t']): string {
  const pin = pinOfText(value)
  return pin ? t('located', { metres: pin.accuracyMetres }) : t('open')
}

function inWords(question: Question, value: string): string {
  if (!('options' in question)) return value
  return chosen({ it: value }, 'it')
    .map(each => question.options.find(option => option.value === each))
    .map(option => (option ? pick((option.brief ?? option).zh, (option.brief ?? option).en) : ''))
    .join(pick('、', ', '))
}
