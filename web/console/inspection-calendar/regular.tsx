import { Link } from '@tanstack/react-router'
import type { InspectionCalendar } from '#contract/inspection'
import { texts } from './texts.ts'

const classes = ['A', 'B', 'N', 'C', 'D'] as const

/** 定期核查: how often each class is visited, what this week has asked for, how many shops wait. */
export function Regular({ calendar: { regular } }: { calendar: InspectionCalendar }) {
  const t = texts.useTexts()
  const { week, proposed, sent, due, perWeek, cycles } = regular
  return (
    <section className="card" aria-label={t('regular')}>
      <h2>{t('regular')}</h2>
      <p className="quiet">{t('regular.help', { perWeek })}</p>
      <ul className="regular-cycles">
        {classes.map(grade => (
          <li key={grade}>
            {t('regular.cycle', { grade: grade === 'N' ? t('regular.none') : grade, months: cycles[grade] })}
          </li>
        ))}
      </ul>
      <p>
        {proposed > 0 ? (
          <Link to="/tasks" search={{ ref: week }}>
            {t('regular.week', { proposed, sent })}
          </Link>
        ) : (
          t('regular.noneYet')
        )}
        {' · '}
        {t('regular.due', { due })}
      </p>
    </section>
  )
}
