import type { FieldTask } from '#contract/inspection'
import { seenCode } from '../judge.ts'
import { shopTexts } from '../shop-texts.ts'
import { texts } from '../texts.ts'
import type { SeenVisit } from '../use-visit.ts'
import { fieldWords, valueWords, verdictWords } from '../words.ts'

interface Props {
  readonly task: FieldTask
  readonly visit: SeenVisit
  /** How many days after its order a carton may be sorted. */
  readonly orderDays: number
}

/** What is signed, in words: the same fields, in the order of the paper. */
export function ContentView({ task, visit, orderDays }: Props) {
  const t = texts.useTexts()
  const shop = shopTexts.useTexts()
  const { fields } = visit.content
  const order = [...task.checks.map(check => `check.${check}`), ...Object.keys(fields)]
  const shown = [...new Set(order)].filter(field => fields[field] !== undefined && fields[field]['seen'] !== false)
  const wordsOf = (field: string): string => {
    if (!field.startsWith('code.')) return valueWords(fields[field] ?? {})
    const { verdict } = seenCode(field.slice(5), task, visit.view, orderDays)
    return verdict === null ? valueWords(fields[field] ?? {}) : verdictWords(verdict)
  }
  return (
    <dl className="content-view">
      <div>
        <dt>{task.face.shopName}</dt>
        <dd>{shop('face.no', { no: task.task.licenceNo })}</dd>
      </div>
      {shown.map(field => (
        <div key={field}>
          <dt>{fieldWords(field)}</dt>
          <dd>{wordsOf(field)}</dd>
        </div>
      ))}
      {visit.facts.photos.map(digest => (
        <div key={digest}>
          <dt>{t('act.photo')}</dt>
          <dd>{t('photo.sign', { digest: digest.slice(0, 8) })}</dd>
        </div>
      ))}
    </dl>
  )
}
