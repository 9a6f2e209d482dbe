import { Button } from 'antd-mobile'
import { useEffect, useId, useRef, useState } from 'react'
import { loadReader } from '../../../shared/codes/load-reader.ts'
import { frameOf, pictureOf } from '../../../shared/codes/picture.ts'
import type { CodeKind } from '../../../shared/codes/reader.ts'
import { texts } from '../texts.ts'

interface Props {
  readonly kinds: readonly CodeKind[]
  readonly found: (text: string) => void
}

/** 相机识别: opens the camera only when asked, and gives every code it sees once; a photograph does where a camera may not be opened. */
export function CodeReader({ kinds, found }: Props) {
  const t = texts.useTexts()
  const [open, setOpen] = useState(false)
  const [trouble, setTrouble] = useState<'denied' | 'unread' | 'failed'>()
  const start = () => {
    setTrouble(undefined)
    setOpen(!open)
  }
  return (
    <>
      {trouble === undefined ? null : (
        <p className="amber" role="status">
          {t(`camera.${trouble}`)}
        </p>
      )}
      {open ? (
        <Camera
          kinds={kinds}
          found={found}
          ended={why => {
            setTrouble(why)
            setOpen(false)
          }}
        />
      ) : null}
      {navigator.mediaDevices === undefined ? null : (
        <Button block className="main-button" onClick={start}>
          {t(open ? 'camera.close' : 'camera.open')}
        </Button>
      )}
      <FromPhotograph kinds={kinds} found={found} tell={setTrouble} />
    </>
  )
}

/** 拍照认码: the telephone's own camera program focuses better on small print than a moving picture does. */
function FromPhotograph({ kinds, found, tell }: Props & { tell: (trouble: 'unread' | 'failed' | undefined) => void }) {
  const t = texts.useTexts()
  const id = useId()
  const look = async (file: File | undefined) => {
    if (file === undefined) return
    try {
      const read = await loadReader()
      const codes = await read(await pictureOf(file), kinds)
      tell(codes.length === 0 ? 'unread' : undefined)
      codes.forEach(found)
    } catch {
      tell('failed')
    }
  }
  return (
    <label htmlFor={id} className="photo-button">
      {t('camera.photo')}
      <input
        id={id}
        type="file"
        accept="image/*"
        capture="environment"
        onChange={event => {
          void look(event.target.files?.[0])
          event.target.value = ''
        }}
      />
    </label>
  )
}

/** Five looks a second are enough for a steady hand and spare the battery. */
const everyMs = 200

function Camera({ kinds, found, ended }: Props & { ended: (why: 'denied' | 'failed') => void }) {
  const t = texts.useTexts()
  const video = useRef<HTMLVideoElement>(null)
  const last = useRef({ found, ended })
  last.current = { found, ended }
  useEffect(() => {
    const room = video.current
    if (room === null) return
    const seen = new Set<string>()
    let stream: MediaStream | undefined
    let gone = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      const picture = frameOf(room)
      const codes = picture === undefined ? [] : await (await loadReader())(picture, kinds)
      for (const text of gone ? [] : codes)
        if (!seen.has(text)) {
          seen.add(text)
          last.current.found(text)
        }
      if (!gone) timer = setTimeout(() => void look().catch(() => last.current.ended('failed')), everyMs)
    }
    navigator.mediaDevices
      .getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1_280 }, height: { ideal: 720 } } })
      .then(async given => {
        stream = given
        if (gone) return stop(given)
        room.srcObject = given
        await room.play()
        return look().catch(() => last.current.ended('failed'))
      })
      .catch(() => gone || last.current.ended('denied'))
    return () => {
      gone = true
      clearTimeout(timer)
      if (stream !== undefined) stop(stream)
    }
  }, [kinds])
  return <video ref={video} className="camera" muted playsInline aria-label={t('camera.label')} />
}

const stop = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop()
}
