import { type ItemDetail, type ItemEvent, itemSteps } from '#contract/partners'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { texts } from './texts.ts'

const isStep = (event: string): event is ItemEvent => Object.hasOwn(itemSteps, event)

/** 往来: who did what when, with the words; the same for both sides. */
export function ItemHistory({ events }: { events: ItemDetail['events'] }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const named = (event: string) => {
    if (isStep(event)) return pick(itemSteps[event].zh, itemSteps[event].en, language)
    return event === 'propose' ? t('event.propose') : t('event.give')
  }
  return (
    <ol className="partner-history">
      {events.map(line => (
        <li key={`${line.at}${line.event}`}>
          <strong>{named(line.event)}</strong> {line.by}{' '}
          <span className="quiet small">{formatInstant(line.at, language)}</span>
          {line.words === '' ? null : <div>{line.words}</div>}
        </li>
      ))}
    </ol>
  )
}
