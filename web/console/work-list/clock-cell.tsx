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
        {left < 0 ? t('left.over', { days: -left }) : left === 0 ? t('left.today') : t('left.some', { days: left })}
      </span>
      {long ? <span className="quiet"> · {dueOn}</span> : null}
    </span>
  )
}
