import { Button } from 'antd-mobile'
import { useEffect, useRef, useState } from 'react'
import { texts } from '../texts.ts'

/** What browsers on telephones offer for reading codes; a desktop has none, then one types. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>
}
type DetectorClass = new (options: { formats: readonly string[] }) => Detector

const detectorClass = (): DetectorClass | undefined =>
  (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector

/** 相机识别: opens the camera only when asked, and gives every code it sees once. */
export function CodeReader({ formats, found }: { formats: readonly string[]; found: (text: string) => void }) {
  const t = texts.useTexts()
  const [open, setOpen] = useState(false)
  const [denied, setDenied] = useState(false)
  if (detectorClass() === undefined) return <p className="quiet">{t('camera.none')}</p>
  return (
    <>
      {denied ? <p className="amber">{t('camera.denied')}</p> : null}
      {open ? (
        <Camera
          formats={formats}
          found={found}
          denied={() => {
            setDenied(true)
            setOpen(false)
          }}
        />
      ) : null}
      <Button block className="main-button" onClick={() => setOpen(!open)}>
        {t(open ? 'camera.close' : 'camera.open')}
      </Button>
    </>
  )
}

/** Five looks a second are enough for a steady hand and spare the battery. */
const everyMs = 200

function Camera({
  formats,
  found,
  denied,
}: {
  formats: readonly string[]
  found: (text: string) => void
  denied: () => void
}) {
  const t = texts.useTexts()
  const video = useRef<HTMLVideoElement>(null)
  const last = useRef({ found, denied })
  last.current = { found, denied }
  useEffect(() => {
    const Detect = detectorClass()
    const room = video.current
    if (Detect === undefined || room === null) return
    const detector = new Detect({ formats })
    const seen = new Set<string>()
    let stream: MediaStream | undefined
    let gone = false
    const look = async () => {
      const codes = await detector.detect(room).catch(() => [])
      for (const { rawValue } of codes)
        if (!seen.has(rawValue)) {
          seen.add(rawValue)
          last.current.found(rawValue)
        }
    }
    const timer = setInterval(() => void look(), everyMs)
    navigator.mediaDevices
      .getUserMedia({ video: { facingMode: 'environment' } })
      .then(async given => {
        stream = given
        if (gone) return stop(given)
        room.srcObject = given
        await room.play()
      })
      .catch(() => last.current.denied())
    return () => {
      gone = true
      clearInterval(timer)
      if (stream !== undefined) stop(stream)
    }
  }, [formats])
  return <video ref={video} className="camera" muted playsInline aria-label={t('camera.label')} />
}

const stop = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop()
}
