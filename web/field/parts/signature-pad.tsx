import { type PointerEvent, useEffect, useId, useRef } from 'react'
import { texts } from '../texts.ts'

export type Strokes = readonly (readonly (readonly [number, number])[])[]

/** 手写签名: strokes, not a picture; drawn as they are written. */
export function SignaturePad({
  label,
  strokes,
  set,
  tall = false,
}: {
  label: string
  strokes: Strokes
  set: (strokes: Strokes) => void
  /** 示意图 needs more room than a name. */
  tall?: boolean
}) {
  const t = texts.useTexts()
  const id = useId()
  const canvas = useRef<HTMLCanvasElement>(null)
  const writing = useRef<[number, number][] | undefined>(undefined)
  useEffect(() => draw(canvas.current, strokes), [strokes])
  const pointOf = (event: PointerEvent<HTMLCanvasElement>): [number, number] => {
    const box = event.currentTarget.getBoundingClientRect()
    const scale = event.currentTarget.width / box.width
    return [Math.round((event.clientX - box.left) * scale), Math.round((event.clientY - box.top) * scale)]
  }
  return (
    <section>
      <h2 id={id}>{label}</h2>
      <canvas
        ref={canvas}
        className="signature"
        width={680}
        height={tall ? 680 : 360}
        role="img"
        aria-labelledby={id}
        onPointerDown={event => {
          event.currentTarget.setPointerCapture(event.pointerId)
          writing.current = [pointOf(event)]
        }}
        onPointerMove={event => {
          if (writing.current === undefined || writing.current.length >= 600) return
          writing.current.push(pointOf(event))
          draw(canvas.current, [...strokes, writing.current])
        }}
        onPointerUp={() => {
          if (writing.current !== undefined && writing.current.length > 1) set([...strokes, writing.current])
          writing.current = undefined
        }}
      />
      <button type="button" className="plain-button" onClick={() => set([])}>
        {t(tall ? 'sign.redraw' : 'sign.clear')}
      </button>
    </section>
  )
}

/** Whether a hand wrote it, and not a slip of the finger; the server asks the same. */
export const isWritten = (strokes: Strokes): boolean => strokes.flat().length >= 8

function draw(canvas: HTMLCanvasElement | null, strokes: Strokes): void {
  const context = canvas?.getContext('2d')
  if (!canvas || !context) return
  context.clearRect(0, 0, canvas.width, canvas.height)
  Object.assign(context, { lineWidth: 5, lineCap: 'round', lineJoin: 'round', strokeStyle: '#16202B' })
  for (const stroke of strokes) {
    context.beginPath()
    for (const [index, [x, y]] of stroke.entries()) index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)
    context.stroke()
  }
}
