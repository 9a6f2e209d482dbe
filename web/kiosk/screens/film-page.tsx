import { services } from '#contract/licensing'
import type { FilmName } from '../../films/scripts.ts'
import { Film } from '../../shared/film/film.tsx'
import { texts as filmTexts } from '../../shared/film/texts.ts'
import { pick } from '../../shared/i18n.ts'
import { Frame, type PageProps } from '../frame/frame.tsx'
import { usePreferences } from '../preferences.ts'
import { texts } from '../texts.ts'
import './film-page.css'

/** 看示范: began by a touch, can be stopped at any time, and ends where it was asked for. */
export function FilmPage({ kiosk, send, film }: PageProps & { film: FilmName }) {
  const t = texts.useTexts()
  const ft = filmTexts.useTexts()
  const { voice, muted } = usePreferences()
  const service =
    film === 'query' || film === 'withdraw' ? t(film) : pick(services[film].name.zh, services[film].name.en)
  const over = () => send({ is: 'filmOver' })
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={ft('about', { service })}
      say={null}
      main={{ label: t('filmStop'), press: over }}
    >
      <div className="film-stage">
        <Film
          name={film}
          about={ft('about', { service })}
          voice={voice}
          muted={muted}
          started
          // A film that plays is watched: the countdown waits. One that hangs is not.
          onPlaying={() => dispatchEvent(new Event('filmplaying'))}
          onEnd={over}
        />
      </div>
    </Frame>
  )
}
