import { type RefObject, useEffect, useState } from 'react'
import { type LiveView, liveRoutes as routes } from '#contract/outreach'
import { addressOf, callAsNobody } from '../../shared/api.ts'
import { watchHls } from '../../shared/watch-hls.ts'
import { ownMark } from '../quiz/own-mark.ts'
import { texts } from './texts.ts'

const COUNT_EVERY_MS = 30_000
const fileOf = (id: string, file: string) => addressOf(routes.liveFile.url, { id, file })

/** The picture, from the moment somebody asks for it: a page that is only read costs no data. */
export function Player({ view, video }: { view: LiveView; video: RefObject<HTMLVideoElement | null> }) {
  const t = texts.useTexts()
  const { id } = view
  const [wanted, setWanted] = useState(false)
  const [state, setState] = useState<'playing' | 'broken' | 'cannot'>('playing')
  useEffect(() => {
    const screen = video.current
    if (!wanted || !screen) return
    const note = () => {
      const body = { viewer: ownMark(id) }
      // Not counted is no reason to interrupt a film.
      callAsNobody(routes.noteViewer, { params: { id }, body }).catch(() => undefined)
    }
    note()
    const timer = setInterval(note, COUNT_EVERY_MS)
    const ending = watchHls(screen, fileOf(id, 'index.m3u8'), setState)
    ending.then(() => screen.play()).catch(() => setState('broken'))
    return () => {
      clearInterval(timer)
      void ending.then(end => end())
    }
  }, [wanted, id, video])
  const replay = view.state === 'replay'
  const captioned = replay && view.captions
  return (
    <div className="live-screen">
      <video ref={video} controls={wanted} playsInline aria-label={t(replay ? 'video.replay' : 'video')}>
        <track
          kind="captions"
          srcLang="zh"
          label={t('captions')}
          src={captioned ? fileOf(id, 'captions.vtt') : undefined}
          default={captioned}
        />
      </video>
      {wanted ? null : (
        <button type="button" className="act" onClick={() => setWanted(true)}>
          {t('play')}
        </button>
      )}
      {state === 'playing' ? null : <p role="status">{t(state)}</p>}
      {replay && !view.captions ? <p className="quiet">{t('noCaptions')}</p> : null}
    </div>
  )
}
