import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { watchHls } from '../../shared/watch-hls.ts'
import './playback.css'

interface Props {
  /** The list of its pieces. */
  readonly source: string
  readonly captions?: string | undefined
  readonly label: string
}

/** A recording or a film, for whoever prepares or releases it: fetched when somebody wants to see it. */
export function Playback({ source, captions, label }: Props) {
  const video = useRef<HTMLVideoElement>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (!open || !video.current) return
    const ending = watchHls(video.current, source, () => undefined)
    return () => void ending.then(end => end())
  }, [open, source])
  if (!open)
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{label}</Button>
      </div>
    )
  return (
    <video ref={video} controls className="playback" aria-label={label}>
      <track kind="captions" srcLang="zh" label="中文" src={captions} default={captions !== undefined} />
    </video>
  )
}
