import type { StateLook } from './state-looks.ts'

const SIZE = 40

type Shape = StateLook['shape'] | 'gate' | 'service'

const corners: Partial<Record<Shape, readonly (readonly [number, number])[]>> = {
  square: [
    [0.2, 0.2],
    [0.8, 0.2],
    [0.8, 0.8],
    [0.2, 0.8],
  ],
  diamond: [
    [0.5, 0.08],
    [0.92, 0.5],
    [0.5, 0.92],
    [0.08, 0.5],
  ],
  triangle: [
    [0.5, 0.1],
    [0.92, 0.85],
    [0.08, 0.85],
  ],
  down: [
    [0.5, 0.9],
    [0.08, 0.15],
    [0.92, 0.15],
  ],
  gate: [
    [0.1, 0.9],
    [0.1, 0.1],
    [0.9, 0.1],
    [0.9, 0.9],
    [0.65, 0.9],
    [0.65, 0.45],
    [0.35, 0.45],
    [0.35, 0.9],
  ],
  service: [
    [0.4, 0.1],
    [0.6, 0.1],
    [0.6, 0.4],
    [0.9, 0.4],
    [0.9, 0.6],
    [0.6, 0.6],
    [0.6, 0.9],
    [0.4, 0.9],
    [0.4, 0.6],
    [0.1, 0.6],
    [0.1, 0.4],
    [0.4, 0.4],
  ],
}

/** A marker as pixels, drawn at twice its size for sharp screens; white edge, so that it stands on any ground. */
export function drawMarker(shape: Shape, colour: string): ImageData {
  const canvas = new OffscreenCanvas(SIZE, SIZE)
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('this browser draws no canvas')
  pen.lineJoin = 'round'
  const path = pathOf(shape)
  pen.strokeStyle = '#ffffff'
  pen.lineWidth = shape === 'cross' ? 12 : 5
  pen.stroke(path)
  if (shape === 'cross') {
    pen.strokeStyle = colour
    pen.lineWidth = 7
    pen.stroke(path)
  } else {
    pen.fillStyle = colour
    pen.fill(path)
  }
  return pen.getImageData(0, 0, SIZE, SIZE)
}

function pathOf(shape: Shape): Path2D {
  const path = new Path2D()
  if (shape === 'circle') {
    path.arc(SIZE / 2, SIZE / 2, SIZE * 0.36, 0, 2 * Math.PI)
  } else if (shape === 'cross') {
    path.moveTo(8, 8)
    path.lineTo(32, 32)
    path.moveTo(32, 8)
    path.lineTo(8, 32)
  } else {
    for (const [x, y] of corners[shape] ?? []) path.lineTo(x * SIZE, y * SIZE)
    path.closePath()
  }
  return path
}
