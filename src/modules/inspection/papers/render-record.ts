import { type Coverage, setPdf, shippedCoverage } from '#platform/typesetting'
import type { RecordContent } from './issue-record.ts'
import type { SignedLine } from './record-signatures.ts'

/** 现场检查笔录 as PDF; a character no font has leaves an open place that a person fills in, as on every paper of the bureau. */
export function renderRecord(content: string, digest: string, mode: 'demo' | 'production'): Uint8Array {
  const coverage = shippedCoverage()
  const paper = JSON.parse(content, (_, value: unknown) =>
    typeof value === 'string' ? drawn(value, coverage) : value,
  ) as RecordContent
  return setPdf('modules/inspection/papers/templates/record.typ', {
    ...paper,
    digest,
    demo: mode === 'demo',
    sealWords: mode === 'demo' ? '模拟印章' : '',
    signatures: paper.signatures.map(line => ({ ...line, svg: strokesSvg(line.strokes) })),
  })
}

const drawn = (words: string, coverage: Coverage): string =>
  [...words]
    .map(character => (character === '\n' || coverage.has(character.codePointAt(0) ?? 0) ? character : '□'))
    .join('')

/** 手写签名: strokes as lines; an empty picture where nobody signed. */
function strokesSvg(strokes: SignedLine['strokes']): string {
  const points = strokes.flat()
  if (points.length === 0) return ''
  const [xs, ys] = [points.map(point => point[0] ?? 0), points.map(point => point[1] ?? 0)]
  const [left, top] = [Math.min(...xs) - 6, Math.min(...ys) - 6]
  const size = `${Math.max(...xs) - left + 6} ${Math.max(...ys) - top + 6}`
  const lines = strokes
    .filter(stroke => stroke.length > 1)
    .map(stroke => `<polyline points="${stroke.map(point => `${point[0] ?? 0},${point[1] ?? 0}`).join(' ')}"/>`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${size}"><g fill="none" stroke="#16202B" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">${lines.join('')}</g></svg>`
}
