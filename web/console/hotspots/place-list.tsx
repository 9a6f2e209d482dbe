import type { HotspotsData } from './clock.ts'
import { texts } from './texts.ts'

const shown = 15
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const reasons = { H01: 'case', H02: 'find', H03: 'clue', H04: 'alert' } as const

/** The cells where most is expected, with the times and what stands behind it. */
export function PlaceList({ places }: Pick<HotspotsData, 'places'>) {
  const t = texts.useTexts()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="table-room" aria-label={t('where')} tabIndex={0}>
      <table className="plain-table">
        <caption className="visually-hidden">{t('where')}</caption>
        <thead>
          <tr>
            {(['town', 'place', 'expected', 'times', 'because'] as const).map(head => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.slice(0, shown).map(({ cell, town, lng, lat, expected, when, reasons: codes }) => (
            <tr key={cell}>
              <th scope="row" lang="zh-CN">
                {town ?? t('noTown')}
              </th>
              <td>
                {lng.toFixed(3)}, {lat.toFixed(3)}
                <span className="quiet small hot-cell">{cell}</span>
              </td>
              <td>{expected.toFixed(2)}</td>
              <td>
                {when
                  .map(({ weekday, hourFrom, hourTo }) => `${t(weekdays[weekday - 1] ?? 'mon')} ${hourFrom}–${hourTo}`)
                  .join('、')}
              </td>
              <td>
                {codes.flatMap(code => (code in reasons ? [t(reasons[code as keyof typeof reasons])] : [])).join('、')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
