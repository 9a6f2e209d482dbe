import { formatCitation } from '#kernel/citation'
import { CHINA, type Moment } from '#kernel/dates'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { sealPaper } from '#platform/paper-seal'
import type { Served } from '../actions/serve.ts'
import type { Setting } from '../actions/setting.ts'
import { type AddressWay, addressWays } from '../rules/address-ways.ts'
import { addressBasis, electronicBasis, servingBasis } from '../rules/serving.ts'
import { howLabels } from '../rules/ways.ts'
import type { ItemRecord } from '../store/items.ts'
import { insertReceipt, takeReceiptSerial } from '../store/proofs.ts'
import { proofWords, receiverWords, serviceWords } from './words.ts'

/** 送达回证 as issued: the words themselves, so that a later template never changes what was recorded. */
export interface ReceiptContent {
  readonly title: string
  readonly number: string
  readonly bureau: string
  readonly rows: readonly { readonly label: string; readonly words: string }[]
  readonly strokes: readonly (readonly (readonly number[])[])[]
  readonly date: string
  readonly applicationNo: string
  readonly itemNo: string
}

/** Composes the words, takes the next number of the year, signs (SM3, SM2). One an item. */
export async function issueReceipt(tx: Tx, item: ItemRecord, it: Served, setting: Setting): Promise<string> {
  const strokes = (it.strokes as ReceiptContent['strokes'] | undefined) ?? []
  return issuePaper(tx, item, { kind: 'service', at: it.at, rows: rowsOf(item, it), strokes }, setting)
}

export interface ConfirmedAddress {
  readonly address: string
  readonly phoneMasked: string
  readonly way: AddressWay
  readonly byName: string
  readonly at: Moment
}

/** 送达地址确认书: what the retailer said, to whom and how. A later one of the same item stands beside it. */
export const issueAddressPaper = (
  tx: Tx,
  item: ItemRecord,
  { address, phoneMasked, way, byName, at }: ConfirmedAddress,
  setting: Setting,
): Promise<string> => {
  const rows = [
    { label: '受送达人', words: receiverOf(item) },
    { label: '许可证号', words: item.licenceNo },
    { label: '送达地址', words: address },
    ...(phoneMasked === '' ? [] : [{ label: '联系电话', words: phoneMasked }]),
    { label: '确认方式', words: addressWays[way].zh },
    { label: '记录人', words: byName },
    {
      label: '告知',
      words: '以上地址为接收本局许可文书的地址。地址有变更的，请及时告知；没有告知的，按本确认书的地址送达。',
    },
    { label: '依据', words: formatCitation(addressBasis) },
  ]
  return issuePaper(tx, item, { kind: 'address', at, rows, strokes: [] }, setting)
}

const kinds = { service: { title: '送达回证', mark: '' }, address: { title: '送达地址确认书', mark: '确' } } as const

interface Words {
  readonly kind: keyof typeof kinds
  readonly at: Moment
  readonly rows: ReceiptContent['rows']
  readonly strokes: ReceiptContent['strokes']
}

async function issuePaper(
  tx: Tx,
  item: ItemRecord,
  { kind, at, rows, strokes }: Words,
  { policy, keyring }: Setting,
): Promise<string> {
  const { year } = at.today
  const { title, mark } = kinds[kind]
  const serial = await takeReceiptSerial(tx, kind, year)
  const number = `${policy.bureau.receiptMark}${mark}〔${year}〕第${serial}号`
  const { applicationNo, itemNo } = item
  const date = at.today.toString()
  const paper: ReceiptContent = {
    title,
    number,
    bureau: policy.bureau.name,
    rows,
    strokes,
    date,
    applicationNo,
    itemNo,
  }
  const content = JSON.stringify(paper)
  await insertReceipt(tx, {
    id: randomId(),
    kind,
    itemNo,
    year,
    serial,
    number,
    content: keyring.sealField(content),
    ...sealPaper(keyring, content),
    issuedAt: at.instant.toString(),
  })
  return number
}

const receiverOf = ({ shopName, operatorName }: ItemRecord): string => `${shopName}（负责人：${operatorName}）`

function rowsOf(item: ItemRecord, it: Served): ReceiptContent['rows'] {
  const when = it.capturedAt.toZonedDateTimeISO(CHINA)
  const time = `${when.year}年${when.month}月${when.day}日 ${String(when.hour).padStart(2, '0')}时${String(when.minute).padStart(2, '0')}分`
  const basis = it.how === 'electronic' ? [...servingBasis, electronicBasis] : servingBasis
  const receiver = it.receiver.kind === 'self' || it.receiver.name === '' ? item.operatorName : it.receiver.name
  return [
    { label: '受送达人', words: receiverOf(item) },
    { label: '送达文书', words: serviceWords(item) },
    { label: '送达地点', words: it.how === 'collected' ? '本局窗口' : item.address },
    { label: '送达方式', words: howLabels[it.how].paper },
    { label: '送达时间', words: time },
    {
      label: '收件人',
      words:
        it.receiver.kind === 'none'
          ? '——'
          : `${receiver}（${receiverWords[it.receiver.kind]}${it.receiver.relation ? `，${it.receiver.relation}` : ''}）`,
    },
    { label: '证明方式', words: proofWords[it.kind] },
    ...(it.why ? [{ label: '拒收事由', words: it.why }] : []),
    ...(it.witnesses && it.witnesses.length > 0 ? [{ label: '见证人', words: it.witnesses.join('、') }] : []),
    ...(it.photoDigests && it.photoDigests.length > 0
      ? [{ label: '现场照片', words: it.photoDigests.map(digest => `SM3 ${digest.slice(0, 16)}`).join('；') }]
      : []),
    { label: '送达人', words: it.byName },
    {
      label: '依据',
      words: `${basis.map(citation => formatCitation(citation)).join('、')}；送达方式参照《中华人民共和国民事诉讼法》关于送达的规定`,
    },
  ]
}
