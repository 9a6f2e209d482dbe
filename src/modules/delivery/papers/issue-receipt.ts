import { formatCitation } from '#kernel/citation'
import { CHINA } from '#kernel/dates'
import { randomId, sm2Sign, sm2Verify, sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Served } from '../actions/serve.ts'
import type { Setting } from '../actions/setting.ts'
import { servingBasis } from '../rules/serving.ts'
import type { ItemRecord } from '../store/items.ts'
import { insertReceipt, takeReceiptSerial } from '../store/proofs.ts'
import { howWords, proofWords, receiverWords, serviceWords } from './words.ts'

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
export async function issueReceipt(
  tx: Tx,
  item: ItemRecord,
  it: Served,
  { policy, keyring }: Setting,
): Promise<string> {
  const { year } = it.at.today
  const serial = await takeReceiptSerial(tx, year)
  const number = `${policy.bureau.receiptMark}〔${year}〕第${serial}号`
  const paper: ReceiptContent = {
    title: '送达回证',
    number,
    bureau: policy.bureau.name,
    rows: rowsOf(item, it),
    strokes: (it.strokes as ReceiptContent['strokes'] | undefined) ?? [],
    date: it.at.today.toString(),
    applicationNo: item.applicationNo,
    itemNo: item.itemNo,
  }
  const content = JSON.stringify(paper)
  const digest = sm3(content)
  const { keyId, privateKey, publicKey } = keyring.licence
  await insertReceipt(tx, {
    id: randomId(),
    itemNo: item.itemNo,
    year,
    serial,
    number,
    content: keyring.sealField(content),
    digest: digest.toString('hex'),
    signature: sm2Sign(privateKey, publicKey, digest),
    keyId,
    issuedAt: it.at.instant.toString(),
  })
  return number
}

function rowsOf(item: ItemRecord, it: Served): ReceiptContent['rows'] {
  const when = it.capturedAt.toZonedDateTimeISO(CHINA)
  const time = `${when.year}年${when.month}月${when.day}日 ${String(when.hour).padStart(2, '0')}时${String(when.minute).padStart(2, '0')}分`
  const receiver = it.receiver.kind === 'self' || it.receiver.name === '' ? item.operatorName : it.receiver.name
  return [
    { label: '受送达人', words: `${item.shopName}（负责人：${item.operatorName}）` },
    { label: '送达文书', words: serviceWords(item) },
    { label: '送达地点', words: it.how === 'collected' ? '本局窗口' : item.address },
    { label: '送达方式', words: howWords[it.how] },
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
      words: `${servingBasis.map(citation => formatCitation(citation)).join('、')}；送达方式参照民事诉讼法关于送达的规定（条号待核对）`,
    },
  ]
}

/** Whether these are the words that were issued. */
export function isSealedReceipt(
  content: string,
  seal: { readonly digest: string; readonly signature: string; readonly keyId: string },
  keys: Readonly<Record<string, string>>,
): boolean {
  const key = Object.hasOwn(keys, seal.keyId) ? keys[seal.keyId] : undefined
  const digest = sm3(content)
  return key !== undefined && digest.toString('hex') === seal.digest && sm2Verify(key, digest, seal.signature)
}
