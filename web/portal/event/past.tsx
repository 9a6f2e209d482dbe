import { pictureRoutes, eventRoutes as routes } from '#contract/outreach'
import { addressOf, callAsNobody } from '../../shared/api.ts'
import { formatDay } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { useLoaded } from '../me/use-loaded.ts'
import { texts } from './texts.ts'

/** 办过的活动 with the photographs that two people let out. */
export function Past() {
  const t = texts.useTexts()
  const language = useLanguage()
  const { value } = useLoaded(() => callAsNobody(routes.heldEvents))
  if (!value || value.items.length === 0) return null
  return (
    <section aria-labelledby="past">
      <h2 id="past">{t('past')}</h2>
      <ul className="event-list">
        {value.items.map(({ id, title, heldOn, place, heads, pictures }) => (
          <li key={id}>
            <strong>{title}</strong>
            <span>{t('pastLine', { day: formatDay(heldOn, language), place, heads })}</span>
            {pictures.map(picture => (
              <img
                key={picture.id}
                className="event-picture"
                src={addressOf(pictureRoutes.pictureFile.url, { id: picture.id })}
                alt={picture.alt}
                loading="lazy"
              />
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
