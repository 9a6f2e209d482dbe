import { useEffect, useRef, useState } from 'react'
import type { FilmName } from '../../films/scripts.ts'
import { useLanguage } from '../language.ts'
import type { Voice } from '../voices.ts'
import { texts } from './texts.ts'
import './film.css'

interface Props {
  name: FilmName
  /** What the film is about, for whoever does not see it. */
  about: string
  voice: Voice
  muted?: boolean
  /** Begins by itself: only after a touch that asked for it. */
  started?: boolean
  /** Can be stopped and gone back in by the viewer. */
  controls?: boolean
  /** While it really plays, several times a second. */
  onPlaying?: () => void
  onEnd?: () => void
}

/** Below the app's own address: a terminal without network has the films too. */
const addressOf = (name: FilmName, end: string) => `${import.meta.env.BASE_URL}films/${name}.${end}`

/**
 * 示范短片: the film of a service with its words below the picture, never over it, for there are the buttons
 * that it is about. The words come from the captions file, so they can be read with the sound off.
 */
export function Film({
  name,
  about,
  voice,
  muted = false,
  started = false,
  controls = false,
  onPlaying,
  onEnd,
}: Props) {
  const t = texts.useTexts()
  const language = useLanguage()
  const [words, setWords] = useState('')
  const [failed, setFailed] = useState(false)
  const track = useRef<HTMLTrackElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another film or language is another track
  useEffect(() => {
    const cues = track.current?.track
    if (!cues) return
    // Read by us and shown below, so not drawn by the browser over the picture.
    cues.mode = 'hidden'
    const show = () => setWords([...(cues.activeCues ?? [])].map(cue => (cue as VTTCue).text).join(''))
    cues.addEventListener('cuechange', show)
    return () => cues.removeEventListener('cuechange', show)
  }, [name, voice, language])
  if (failed) return <p role="alert">{t('failed')}</p>
  return (
    <figure className="film">
      <video
        key={`${name}.${voice}.${language}`}
        className="film-picture"
        src={addressOf(name, `${voice}.webm`)}
        aria-label={about}
        width={720}
        height={1280}
        playsInline
        preload="metadata"
        muted={muted}
        autoPlay={started}
        controls={controls}
        controlsList="nofullscreen nodownload noremoteplayback"
        disablePictureInPicture
        onTimeUpdate={onPlaying}
        onEnded={onEnd}
        onError={() => setFailed(true)}
      >
        <track
          ref={track}
          kind="captions"
          src={addressOf(name, `${language}.vtt`)}
          srcLang={language === 'zh' ? 'zh-CN' : 'en'}
          label={t('captions')}
          default
        />
      </video>
      <figcaption className="film-words">{words || about}</figcaption>
    </figure>
  )
}
