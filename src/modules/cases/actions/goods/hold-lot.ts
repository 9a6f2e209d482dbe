import { parseCartonCode } from '#kernel/carton-code'
import { cleanText } from '#kernel/chinese-text'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { findCaseAbout } from '../../queries/goods.ts'
import { countsAsSticks, type GoodsKind } from '../../rules/amounts/goods.ts'
import { keepingDue } from '../../rules/goods/keeping.ts'
import type { Custody } from '../../rules/goods/moves.ts'
import { type CaseState, isOver } from '../../rules/procedure/moves.ts'
import { findHeldCode, insertCodes, insertEntry, insertLot, takeGoodsSerial } from '../../store/goods.ts'
import { type Handler, twoPeople } from './handler.ts'
import { keepPhotos } from './keep-photos.ts'

export interface HeldGoods {
  readonly caseNo: string
  readonly custody: Custody
  readonly kind: GoodsKind
  readonly brand: string
  readonly barcode: string
  readonly amount: number
  readonly codes: readonly string[]
  readonly seizedAt: string
  readonly place: string
  readonly heldOn: string
  readonly second: string
  readonly photos: readonly string[]
  readonly note: string
}

/**
 * 物品登记入账: goods of a case come on the books, whole, by two people, with a picture and the codes of their cartons.
 * 先行登记保存 starts its seven working days (行政处罚法第五十六条). Refusals: `caseUnknown`, `goodsCaseOver`, `goodsDayLater`, `goodsTwoPeople`, `goodsPhotoMissing`, `goodsCode…`.
 */
export async function holdLot(tx: Tx, asked: HeldGoods, by: Handler): Promise<Result<string>> {
  const known = await findCaseAbout(tx, asked.caseNo)
  if (known === undefined) return refuse('caseUnknown')
  if (isOver(known.state as CaseState)) return refuse('goodsCaseOver')
  const heldOn = Temporal.PlainDate.from(asked.heldOn)
  if (Temporal.PlainDate.compare(heldOn, by.at.today) > 0) return refuse('goodsDayLater')
  if (asked.photos.length === 0) return refuse('goodsPhotoMissing')
  const officers = await twoPeople(tx, by, asked.second)
  if (!officers.ok) return officers
  const words = wordsOf(asked)
  if (!words.ok) return words
  const codes = await readCodes(tx, asked, by.at.today)
  if (!codes.ok) return codes
  const due = asked.custody === 'registered' ? keepingDue(heldOn, by.calendar) : undefined
  if (due !== undefined && !due.ok) return due

  const { year } = by.at.today
  const lotNo = `WP-${year}-${String(await takeGoodsSerial(tx, 'lot', year)).padStart(6, '0')}`
  const { caseNo, custody, kind, barcode, amount } = asked
  const { brand, seizedAt, place, note } = words.value
  const at = by.at.instant.toString()
  const dueOn = due?.value.toString() ?? null
  await insertLot(tx, {
    ...{ lotNo, caseNo, custody, kind, brand, barcode, seizedAt, place, amount, dueOn },
    ...{ areaCode: known.areaCode, heldOn: asked.heldOn },
  })
  const id = randomId()
  await insertEntry(tx, {
    ...{ id, lotNo, n: 1, event: 'hold', amount, target: place, note, officers: officers.value, at },
    ...{ photos: asked.photos.length, onDay: asked.heldOn, by: `staff:${by.staffId}` },
  })
  await insertCodes(tx, lotNo, codes.value)
  const kept = await keepPhotos(tx, { lotNo, entryId: id, photos: asked.photos, at }, by.keyring)
  return kept.ok ? ok(lotNo) : kept
}

function wordsOf(asked: HeldGoods) {
  const read = { brand: '', seizedAt: '', place: '', note: '' }
  for (const key of ['brand', 'seizedAt', 'place', 'note'] as const) {
    if (asked[key].trim() === '' && (key === 'brand' || key === 'note')) continue
    const text = cleanText(asked[key], { max: 300 })
    if (!text.ok) return text
    read[key] = text.value
  }
  return ok(read)
}

/** 条包码: each readable, of one lot only, and no more cartons than the amount holds. */
async function readCodes(
  tx: Tx,
  asked: HeldGoods,
  today: Temporal.PlainDate,
): Promise<Result<readonly { readonly code: string; readonly licenceNo: string }[]>> {
  const read: { code: string; licenceNo: string }[] = []
  for (const text of asked.codes) {
    const code = parseCartonCode(text, today)
    if (!code.ok) return refuse('goodsCodeUnreadable', { code: text.slice(0, 40) })
    if (read.some(one => one.code === code.value.text)) return refuse('goodsCodeTwice', { code: code.value.text })
    read.push({ code: code.value.text, licenceNo: code.value.licenceNo })
  }
  if (!countsAsSticks(asked.kind) ? read.length > 0 : read.length * 200 > asked.amount)
    return refuse('goodsCodesTooMany')
  const held = await findHeldCode(
    tx,
    read.map(({ code }) => code),
  )
  return held === undefined ? ok(read) : refuse('goodsCodeTwice', { code: held })
}
