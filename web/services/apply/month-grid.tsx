import { addIsoDays, addIsoMonths, isoDaysBetween } from '#kernel/iso-day'
import { formatDay } from '../../shared/format.ts'
import { Button } from '../kit/button.tsx'
import { applyTexts } from './texts.ts'
import './month-grid.css'

interface Props {
  /** Any day of the month shown. */
  month: string
  within: (day: string) => boolean
  onChoose: (day: string) => void
  before: (() => void) | undefined
  after: (() => void) | undefined
}

/** 月历: one month, weeks from Monday; a day that cannot be chosen is there and greyed. */
export function MonthGrid({ month, within, onChoose, before, after }: Props) {
  const t = applyTexts.useTexts()
  const first = `${month.slice(0, 8)}01`
  const days = isoDaysBetween(first, addIsoMonths(first, 1))
  // 2024-01-01 was a Monday.
  const lead = (((isoDaysBetween('2024-01-01', first) % 7) + 7) % 7) + 1
  const [year = '', number = ''] = first.split('-')
  const weekdays = t('weekdays').split(' ')
  return (
    <div className="month">
      <div className="month-head">
        <Button kind="quiet" disabled={before === undefined} onPress={() => before?.()}>
          {t('monthBefore')}
        </Button>
        <strong aria-live="polite">{t('monthName', { year, month: Number(number) })}</strong>
        <Button kind="quiet" disabled={after === undefined} onPress={() => after?.()}>
          {t('monthAfter')}
        </Button>
      </div>
      <ul className="month-days">
        {weekdays.map(day => (
          <li key={day} className="month-weekday" aria-hidden="true">
            {day}
          </li>
        ))}
        {Array.from({ length: days }, (_, index) => addIsoDays(first, index)).map((day, index) => (
          <li key={day} className={index === 0 ? `month-lead-${lead}` : undefined}>
            <button type="button" disabled={!within(day)} aria-label={formatDay(day)} onClick={() => onChoose(day)}>
              {index + 1}
              <span className="month-day-name" aria-hidden="true">
                {weekdays[(lead - 1 + index) % 7]}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
