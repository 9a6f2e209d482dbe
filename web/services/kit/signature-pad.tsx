import { type PointerEvent, useCallback, useEffect, useRef } from 'react'
import { type Drawing, type Stroke, withPoint } from '../apply/signature.ts'
import { Button } from './button.tsx'
import { kitTexts } from './texts.ts'
import './signature-pad.css'

interface Props {
  drawing: Drawing
  onChange: (drawing: Drawing) => void
}

const pointOf = (event: PointerEvent<HTMLCanvasElement>): readonly [number, number] => {
  const box = event.currentTarget.getBoundingClientRect()
  return [event.clientX - box.left, event.clientY - box.top]
}

/** 手写签名: one finger or pen draws; the strokes stay with the host, the canvas only shows them. */
export function SignaturePad({ drawing, onChange }: Props) {
  const t = kitTexts.useTexts()
  const canvas = useRef<HTMLCanvasElement>(null)
  const current = useRef<{ pointer: number; stroke: Stroke } | undefined>(undefined)

  const redraw = useCallback(() => {
    if (canvas.current)
      paint(canvas.current, current.current ? [...drawing.strokes, current.current.stroke] : drawing.strokes)
  }, [drawing.strokes])
  useEffect(redraw, [redraw])

  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    if (current.current) return
    event.currentTarget.setPointerCapture(event.pointerId)
    current.current = { pointer: event.pointerId, stroke: [pointOf(event)] }
    redraw()
  }
  const extend = (event: PointerEvent<HTMLCanvasElement>) => {
    if (current.current?.pointer !== event.pointerId) return
    current.current.stroke = withPoint(current.current.stroke, pointOf(event))
    redraw()
  }
  const finish = (event: PointerEvent<HTMLCanvasElement>) => {
    if (current.current?.pointer !== event.pointerId) return
    const { clientWidth: width, clientHeight: height } = event.currentTarget
    const strokes = [...drawing.strokes, current.current.stroke]
    current.current = undefined
    onChange({ width, height, strokes })
  }
  const empty = drawing.strokes.length === 0
  return (
    <div className="signature-pad">
      <div className="signature-area">
        <canvas
          ref={canvas}
          role="img"
          aria-label={empty ? t('signatureArea') : t('signed', { strokes: drawing.strokes.length })}
          onPointerDown={begin}
          onPointerMove={extend}
          onPointerUp={finish}
          onPointerCancel={finish}
        />
        {empty ? (
          <span className="signature-hint" aria-hidden="true">
            {t('signHere')}
          </span>
        ) : null}
      </div>
      <Button kind="quiet" disabled={empty} onPress={() => onChange({ ...drawing, strokes: [] })}>
        {t('signAgain')}
      </Button>
    </div>
  )
}

function paint(canvas: HTMLCanvasElement, strokes: readonly Stroke[]): void {
  // Setting the size wipes the canvas, so the picture always equals the strokes.
  canvas.width = canvas.clientWidth
  canvas.height = canvas.clientHeight
  const pen = canvas.getContext('2d')
  if (!pen) return
  pen.strokeStyle = getComputedStyle(canvas).color
  pen.lineWidth = 5
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  for (const stroke of strokes) {
    pen.beginPath()
    for (const [x, y] of stroke) pen.lineTo(x, y)
    pen.stroke()
  }
}
