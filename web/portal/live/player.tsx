import { type RefObject, useEffect, useState } from 'react'
import { type LiveView, liveRoutes as routes } from '#contract/outreach'
import { addressOf, callAsNobody } from '../../shared/api.ts'
import { ownMark } from '../quiz/own-mark.ts'
import { Screen } from './screen.tsx'
import { texts } from './texts.ts'

const COUNT_EVERY_MS = 30_000
const fileOf = (id: string, file: string) => addressOf(routes.liveFile.url, { id, file })

/** The picture of a class, counted each half minute while it is watched. */
export function Player({ view, video }: { view: LiveView; video: RefObject<HTMLVideoElement | null> }) {
  const t = texts.useTexts()
  const { id } = view
  const [watched, setWatched] = useState(false)
  useEffect(() => {
    if (!watched) return
    const note = () => {
      const body = { viewer: ownMark(id) }
      // Not counted is no reason to interrupt a film.
      callAsNobody(routes.noteViewer, { params: { id }, body }).catch(() => undefined)
    }
    note()
    const timer = setInterval(note, COUNT_EVERY_MS)
    return () => clearInterval(timer)
  }, [watched, id])
  const replay = view.state === 'replay'
  return (
    <>
      <Screen
        video={video}
        source={fileOf(id, 'index.m3u8')}
        captions={replay && view.captions ? fileOf(id, 'captions.vtt') : undefined}
        label={t(replay ? 'video.replay' : 'video')}
        begun={() => setWatched(true)}
      />
      {replay && !view.captions ? <p className="quiet">{t('noCaptions')}</p> : null}
    </>
  )
}
