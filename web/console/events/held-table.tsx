import type { EventLine } from '#contract/outreach'
import { formatDay } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { texts } from './texts.ts'

/** What was held or cancelled, a line each. */
export function HeldTable({ events }: { events: readonly EventLine[] }) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="events-table" aria-label={t('held')} tabIndex={0}>
      <table className="plain-table">
        <thead>
          <tr>
            {(['day', 'name', 'place', 'headsShort', 'signedShort', 'starsShort', 'note'] as const).map(head => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {events.map(event => (
            <tr key={event.id} id={event.id}>
              <td>{formatDay(event.heldOn ?? event.plannedOn, language)}</td>
              <td>{event.title}</td>
              <td>{event.place}</td>
              <td>{event.state === 'cancelled' ? t('cancelled') : event.heads}</td>
              <td>{event.signed}</td>
              <td>{event.stars === null ? '—' : event.stars.toFixed(1)}</td>
              <td>{event.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
