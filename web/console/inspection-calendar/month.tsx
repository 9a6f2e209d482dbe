import type { InspectionCalendar } from '#contract/inspection'
import { formatDay } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { texts } from './texts.ts'

const weekdays = {
  zh: ['一', '二', '三', '四', '五', '六', '日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const

interface Props {
  readonly calendar: InspectionCalendar
  readonly chosen: string
  readonly choose: (day: string) => void
}

/** A month from Monday on: 休 for days off, 高 for high seasons, and the number of visits; a day opens beside it. */
export function Month({ calendar, chosen, choose }: Props) {
  const t = texts.useTexts()
  const language = useLanguage()
  const { days, tasks } = calendar
  const first = (new Date(`${days[0]?.day ?? ''}T00:00:00Z`).getUTCDay() + 6) % 7
  return (
    <div className="card inspection-month">
      {weekdays[language].map(name => (
        <span key={name} className="quiet">
          {name}
        </span>
      ))}
      {Array.from({ length: first }, (_, blank) => (
        <span key={`blank-${weekdays.en[blank] ?? ''}`} />
      ))}
      {days.map(({ day, off, holiday, season }) => {
        const here = tasks.filter(task => task.day === day)
        const sent = here.filter(task => task.state !== 'proposed').length
        return (
          <button
            type="button"
            key={day}
            aria-pressed={day === chosen}
            className={season ? 'inspection-day inspection-season' : 'inspection-day'}
            onClick={() => choose(day)}
          >
            <span className="visually-hidden">{formatDay(day, language)}</span>
            <span aria-hidden="true">{Number(day.slice(8))}</span>
            <small className="inspection-marks">
              {off ? <span className="inspection-off">{holiday ?? t('off')}</span> : null}
              {season ? <span>{t('season.short')}</span> : null}
            </small>
            {sent > 0 ? <small>{t('day.sent', { count: sent })}</small> : null}
            {here.length > sent ? <small className="quiet">{t('day.due', { count: here.length - sent })}</small> : null}
          </button>
        )
      })}
    </div>
  )
}
