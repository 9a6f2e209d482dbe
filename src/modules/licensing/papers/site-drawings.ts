import type { SiteCheckRecord } from '../contract.ts'
import type { Drawings } from './render-paper.ts'

type Strokes = SiteCheckRecord['sketch']

/** 签名和示意图 of a site record as SVG. */
export function siteDrawings({ signatures, sketch }: Pick<SiteCheckRecord, 'signatures' | 'sketch'>): Drawings {
  const { first, second, applicant } = signatures
  return {
    first: svgOf(first),
    second: svgOf(second),
    ...(applicant.kind === 'signed' ? { applicant: svgOf(applicant.strokes) } : {}),
    sketch: svgOf(sketch),
  }
}

const margin = 6

function svgOf(strokes: Strokes): string {
  const points = strokes.flat()
  if (points.length === 0) return ''
  const xs = points.map(([x = 0]) => x)
  const ys = points.map(([, y = 0]) => y)
  const [left, top] = [Math.min(...xs) - margin, Math.min(...ys) - margin]
  const size = `${Math.max(...xs) - left + margin} ${Math.max(...ys) - top + margin}`
  const lines = strokes.map(stroke => `<polyline points="${stroke.map(([x = 0, y = 0]) => `${x},${y}`).join(' ')}"/>`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${size}"><g fill="none" stroke="#16202B" stroke-width="4" stroke-linecap="round" stroke-linejoin="round">${lines.join('')}</g></svg>`
}
