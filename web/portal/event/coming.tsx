import { eventRoutes as routes } from '#contract/outreach'
import { callAsNobody } from '../../shared/api.ts'
import { formatDay } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { useLoaded } from '../me/use-loaded.ts'
import { ProblemNote } from '../session/problem-note.tsx'
import './event.css'
import { texts } from './texts.ts'

/** 近期活动: where law is explained next; no code of a poster is told here. */
export function Coming() {
  const t = texts.useTexts()
  const language = useLanguage()
  const { value, problem } = useLoaded(() => callAsNobody(routes.comingEvents))
  return (
    <section aria-labelledby="coming">
      <h2 id="coming">{t('coming')}</h2>
      <ProblemNote problem={problem} />
      {value?.items.length === 0 ? <p>{t('none')}</p> : null}
      <ul className="event-list">
        {value?.items.map(event => (
          <li key={event.id}>
            <strong>{event.title}</strong>
            <span>
              {t('line', { day: formatDay(event.plannedOn, language), time: event.startsAt, place: event.place })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
