import { formatDay } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { type Clock, clockLook } from './clock-tone.ts'
import { texts } from './texts.ts'

/** A clock as shape, word and remaining working days. */
export function ClockCell({ clock, long = false }: { clock: Clock | null; long?: boolean }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const look = clockLook(clock)
  if (clock === null) return <span className="tone-none">{t(look.word)}</span>
  const left = clock.workingDaysLeft
  const dueOn = t('dueOn', {
    label: pick(clock.label, clock.labelEn ?? '', language),
    day: formatDay(clock.dueOn, language),
  })
  return (
    <span className="clock" title={dueOn}>
      <span className={`clock-word tone-${look.tone}`}>
        <span aria-hidden="true">{look.shape}</span> {t(look.word)}
      </span>{' '}
      <span>
        {t(left < 0 ? 'left.over' : left === 0 ? 'left.today' : left === 1 ? 'left.one' : 'left.some', {
          days: Math.abs(left),
        })}
      </span>
      {long ? <span className="quiet"> · {dueOn}</span> : null}
    </span>
  )
}
