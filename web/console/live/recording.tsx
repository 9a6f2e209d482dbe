import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { type LiveDeskLine, liveRoutes as routes } from '#contract/outreach'
import { addressOf } from '../../shared/api.ts'
import { watchHls } from '../../shared/watch-hls.ts'
import { texts } from './texts.ts'

/** What was recorded, for whoever prepares or releases it. */
export function Recording({ item }: { item: LiveDeskLine }) {
  const t = texts.useTexts()
  const video = useRef<HTMLVideoElement>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (!open || !video.current) return
    const source = addressOf(routes.liveFile.url, { id: item.id, file: 'index.m3u8' })
    const ending = watchHls(video.current, source, () => undefined)
    return () => void ending.then(end => end())
  }, [open, item.id])
  if (!item.picture) return <p className="tone-soon">{t('noRecording')}</p>
  if (!open)
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{t('watch')}</Button>
      </div>
    )
  return (
    <video ref={video} controls className="live-recording" aria-label={t('watch')}>
      <track kind="captions" />
    </video>
  )
}
