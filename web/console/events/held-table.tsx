import type { EventLine } from '#contract/outreach'
import { formatDay } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { PlainTable } from '../table/plain-table.tsx'
import { texts } from './texts.ts'

const heads = ['day', 'name', 'place', 'headsShort', 'signedShort', 'starsShort', 'note'] as const

/** What was held or cancelled, a line each. */
export function HeldTable({ events }: { events: readonly EventLine[] }) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <PlainTable caption={t('held')} heads={heads.map(head => t(head))}>
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
    </PlainTable>
  )
}
