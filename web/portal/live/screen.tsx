import { type RefObject, useEffect, useRef, useState } from 'react'
import { watchHls } from '../../shared/watch-hls.ts'
import './live.css'
import { texts } from './texts.ts'

interface Props {
  readonly video: RefObject<HTMLVideoElement | null>
  readonly source: string
  readonly captions: string | undefined
  readonly label: string
  /** What is seen before it plays. */
  readonly poster?: string
  /** Somebody asked for it. */
  readonly begun: () => void
}

/**
 * The picture, from the moment somebody asks for it: a page that is only read costs no data. Captions stand below it, in the size
 * of the page, so that 长辈版 has them large too.
 */
export function Screen({ video, source, captions, label, poster, begun }: Props) {
  const t = texts.useTexts()
  const [wanted, setWanted] = useState(false)
  const [state, setState] = useState<'playing' | 'broken' | 'cannot'>('playing')
  const track = useRef<HTMLTrackElement>(null)
  const words = useWords(track, captions)
  useEffect(() => {
    const screen = video.current
    if (!wanted || !screen) return
    const ending = watchHls(screen, source, setState)
    ending.then(() => screen.play()).catch(() => setState('broken'))
    return () => void ending.then(end => end())
  }, [wanted, source, video])
  return (
    <div className="live-screen">
      <video ref={video} controls={wanted} playsInline aria-label={label} poster={poster}>
        <track
          ref={track}
          kind="captions"
          srcLang="zh"
          label={t('captions')}
          src={captions}
          default={captions !== undefined}
        />
      </video>
      {captions === undefined || !wanted ? null : (
        <p className="live-words" lang="zh-CN">
          {words}
        </p>
      )}
      {wanted ? null : (
        <button
          type="button"
          className="act"
          onClick={() => {
            setWanted(true)
            begun()
          }}
        >
          {t('play')}
        </button>
      )}
      {state === 'playing' ? null : <p role="status">{t(state)}</p>}
    </div>
  )
}

/** What is being said, read by us and shown below, so not drawn by the browser over the picture. */
function useWords(track: RefObject<HTMLTrackElement | null>, captions: string | undefined): string {
  const [words, setWords] = useState('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: other captions are another track
  useEffect(() => {
    const cues = track.current?.track
    if (!cues) return
    cues.mode = 'hidden'
    const show = () => setWords([...(cues.activeCues ?? [])].map(cue => (cue as VTTCue).text).join(' '))
    cues.addEventListener('cuechange', show)
    return () => cues.removeEventListener('cuechange', show)
  }, [track, captions])
  return words
}
