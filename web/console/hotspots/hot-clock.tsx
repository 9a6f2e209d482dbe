import { clockOf, type HotspotsData } from './clock.ts'
import { texts } from './texts.ts'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
/** Five steps of blue; the number stands in each field, so no colour has to be told apart. */
const steps = 5

/** 热点钟: weekdays down, hours across; 100 is the hottest time of the week. */
export function HotClock({ rows }: Pick<HotspotsData, 'rows'>) {
  const t = texts.useTexts()
  const { hours, heat } = clockOf(rows)
  const until = (n: number) => hours[n + 1] ?? 24
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="table-room" aria-label={t('when')} tabIndex={0}>
      <table className="hot-clock">
        <caption className="quiet small">{t('clockCaption')}</caption>
        <thead>
          <tr>
            <td />
            {hours.map((hour, n) => (
              <th key={hour} scope="col">
                {hour}–{until(n)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdays.map((day, n) => (
            <tr key={day}>
              <th scope="row">{t(day)}</th>
              {hours.map((hour, h) => {
                const share = heat[n]?.[h] ?? 0
                return (
                  <td key={hour} className={`heat-${Math.min(steps - 1, Math.floor(share * steps))}`}>
                    {Math.round(share * 100)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
