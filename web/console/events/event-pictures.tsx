import { checksFor, type EventLine } from '#contract/outreach'
import { formatDay } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { PictureCard } from '../pictures/picture-card.tsx'
import { PictureForm } from '../pictures/picture-form.tsx'
import { texts } from './texts.ts'
import { eventsKey } from './use-events.ts'

/** Photographs of one event: sent by one, looked at by another, then on the portal. */
export function EventPictures({ event }: { event: EventLine }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const checks = checksFor(event.kind === 'school' ? 'minor' : 'public')
  const waiting = event.pictures.filter(({ state }) => state === 'waiting').length
  return (
    <details>
      <summary>
        {t('pictures.of', { title: event.title, day: formatDay(event.heldOn ?? event.plannedOn, language) })}
        {event.pictures.length > 0 ? ` · ${t('pictures.count', { count: event.pictures.length, waiting })}` : ''}
      </summary>
      {event.pictures.map(picture => (
        <PictureCard key={picture.id + picture.state} picture={picture} checks={checks} queryKey={eventsKey} />
      ))}
      <PictureForm about={{ kind: 'event', id: event.id }} queryKey={eventsKey} />
    </details>
  )
}
