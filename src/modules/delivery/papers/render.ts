import { type Coverage, setPdf, shippedCoverage } from '#platform/typesetting'
import type { RoundView } from '../contract.ts'
import type { ReceiptContent } from './issue-receipt.ts'

/** 送达回证 as PDF; a character no font has leaves an open place that a person fills in, as on every paper of the bureau. */
export function renderReceipt(content: string, digest: string, mode: 'demo' | 'production'): Uint8Array {
  const paper = JSON.parse(content, drawable()) as ReceiptContent
  return setPdf('modules/delivery/papers/templates/receipt.typ', {
    ...paper,
    digest,
    demo: mode === 'demo',
    sealWords: mode === 'demo' ? '模拟印章' : '',
    signature: signatureSvg(paper.strokes),
  })
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** 送证路线单: what the courier carries on paper where a telephone is no use. */
export function renderSheet(view: RoundView, bureau: string, mode: 'demo' | 'production'): Uint8Array {
  const plain = JSON.parse(JSON.stringify(view), drawable()) as RoundView
  return setPdf('modules/delivery/papers/templates/sheet.typ', {
    bureau,
    demo: mode === 'demo',
    day: plain.round.day,
    courier: plain.round.courierName,
    depot: plain.depot.name,
    start: clock(plain.startMinute),
    end: clock(plain.endMinute),
    km: (plain.metres / 1000).toFixed(1),
    stops: plain.stops.map(stop => ({
      seq: String(stop.seq),
      time: clock(stop.arriveMinute),
      shop: stop.shopName,
      address: stop.address,
      itemNo: stop.itemNo,
      late: stop.late,
    })),
  })
}

function drawable(): (key: string, value: unknown) => unknown {
  const coverage = shippedCoverage()
  return (_, value) => (typeof value === 'string' ? drawn(value, coverage) : value)
}

const drawn = (words: string, coverage: Coverage): string =>
  [...words]
    .map(character => (character === '\n' || coverage.has(character.codePointAt(0) ?? 0) ? character : '□'))
    .join('')

/** 手写签名: strokes as lines; an empty picture where nobody signed. */
function signatureSvg(strokes: readonly (readonly (readonly number[])[])[]): string {
  const points = strokes.flat()
  if (points.length === 0) return ''
  const xs = points.map(point => point[0] ?? 0)
  const ys = points.map(point => point[1] ?? 0)
  const [left, top] = [Math.min(...xs) - 6, Math.min(...ys) - 6]
  const size = `${Math.max(...xs) - left + 6} ${Math.max(...ys) - top + 6}`
  const lines = strokes
    .filter(stroke => stroke.length > 1)
    .map(stroke => `<polyline points="${stroke.map(point => `${point[0] ?? 0},${point[1] ?? 0}`).join(' ')}"/>`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${size}"><g fill="none" stroke="#16202B" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">${lines.join('')}</g></svg>`
}
