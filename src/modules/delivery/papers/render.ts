import { clock } from '#kernel/minute-of-day'
import { drawable, setPdf, strokesSvg } from '#platform/typesetting'
import type { RoundView } from '../contract.ts'
import type { ReceiptContent } from './issue-receipt.ts'

/** 送达回证 as PDF from the words as issued. */
export function renderReceipt(content: string, digest: string, mode: 'demo' | 'production'): Uint8Array {
  const paper = drawable(JSON.parse(content) as ReceiptContent)
  return setPdf('modules/delivery/papers/templates/receipt.typ', {
    ...paper,
    digest,
    demo: mode === 'demo',
    sealWords: mode === 'demo' ? '模拟印章' : '',
    signature: strokesSvg(paper.strokes),
  })
}

/** 送证路线单: what the courier carries on paper where a telephone is no use. */
export function renderSheet(view: RoundView, bureau: string, mode: 'demo' | 'production'): Uint8Array {
  const plain = drawable(view)
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
