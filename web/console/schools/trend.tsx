import type { SchoolBoard } from '#contract/credit'
import { texts } from './texts.ts'

interface Props {
  readonly trend: SchoolBoard['trend']
  readonly chosen: string | undefined
  readonly choose: (month: string | undefined) => void
}

/** 逐月: a bar a month with its number; a bar opens the shops of that month below. */
export function Trend({ trend, chosen, choose }: Props) {
  const t = texts.useTexts()
  const highest = Math.max(1, ...trend.map(({ inside }) => inside))
  const left = trend.slice(-12).reduce((sum, point) => sum + point.left, 0)
  return (
    <section className="card" aria-label={t('trend')}>
      <h2>{t('trend')}</h2>
      <p className="quiet">{t('trend.answer', { left })}</p>
      <div className="school-trend">
        {trend.map(({ month, inside, left: gone }) => (
          <button
            key={month}
            type="button"
            aria-pressed={chosen === month}
            title={t('trend.month', { month, inside, left: gone })}
            onClick={() => choose(chosen === month ? undefined : month)}
          >
            <span>{inside}</span>
            <span className="school-bar" style={{ height: `${Math.round((inside / highest) * 88)}px` }} />
            <small>{month.slice(5) === '01' ? month.slice(0, 4) : month.slice(5)}</small>
            <small className="quiet">{gone === 0 ? '' : `−${gone}`}</small>
          </button>
        ))}
      </div>
    </section>
  )
}
