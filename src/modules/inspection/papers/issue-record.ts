import { formatCitation } from '#kernel/citation'
import type { Moment } from '#kernel/dates'
import { findRetailer } from '#modules/registry'
import type { Tx } from '#platform/database'
import { sealPaper } from '#platform/paper-seal'
import type { Finishing } from '../actions/finish-visit.ts'
import type { VisitSetting } from '../actions/visit-taken.ts'
import { listCodes, listPhotos, listScans, listSealedSignatures } from '../queries/visits.ts'
import { taskKinds } from '../rules/task/moves.ts'
import { reasons } from '../rules/task/reasons.ts'
import { foldContent } from '../rules/visit/content.ts'
import { insertRecord, takeRecordSerial } from '../store/visits.ts'
import { type SignedLine, signedLines } from './record-signatures.ts'
import { changedWords, checkRows, codeRows, outcomeWords, type Row, timeWords } from './record-words.ts'

/** 现场检查笔录 as issued: the words themselves, so that a later template never changes what was recorded. */
export interface RecordContent {
  readonly title: string
  readonly number: string
  readonly bureau: string
  readonly taskId: string
  readonly rows: readonly Row[]
  readonly checks: readonly { readonly what: string; readonly result: string; readonly note: string }[]
  readonly codes: readonly Row[]
  readonly signatures: readonly SignedLine[]
  /** What was changed or added after the retailer had signed; empty where he signed this very content. */
  readonly changed: string
  /** 附件清单: SM3, size and time of each picture. */
  readonly manifest: readonly Row[]
  /** SM3 of the content under which the officers signed. */
  readonly contentDigest: string
  readonly date: string
}

/** Composes the words from the one content that was signed, takes the next number of the year, signs (SM3, SM2). One a visit. */
export async function issueRecord(tx: Tx, visit: Finishing, at: Moment, setting: VisitSetting): Promise<string> {
  const { policy, keyring } = setting
  const { year } = at.today
  const serial = await takeRecordSerial(tx, year)
  const number = `${policy.recordMark}〔${year}〕第${serial}号`
  const content = JSON.stringify(await contentOf(tx, visit, { number, date: at.today.toString() }, setting))
  await insertRecord(tx, {
    taskId: visit.task.id,
    year,
    serial,
    number,
    content: keyring.sealField(content),
    ...sealPaper(keyring, content),
    at: at.instant.toString(),
  })
  return number
}

async function contentOf(
  tx: Tx,
  { task, officers, facts }: Finishing,
  head: { readonly number: string; readonly date: string },
  { policy, keyring }: VisitSetting,
): Promise<RecordContent> {
  const shop = await findRetailer(tx, task.licenceNo)
  const scans = await listScans(tx, task.id)
  const photos = await listPhotos(tx, task.id)
  const content = foldContent(facts.lines)
  const sealed = await listSealedSignatures(tx, task.id)
  const { lines, read, contentDigest } = signedLines(sealed, { officers, shop, keyring, photos: photos.length })
  const [first, last] = [scans.find(({ way }) => way === 'in'), scans.findLast(({ way }) => way === 'out')]
  const rows: readonly Row[] = [
    { label: '被检查人', words: `${shop?.shopName ?? ''}（负责人：${shop?.operatorName ?? ''}）` },
    { label: '许可证号', words: task.licenceNo },
    { label: '检查地点', words: shop?.address ?? '' },
    { label: '检查时间', words: `${timeWords(first?.capturedAt)} 至 ${timeWords(last?.capturedAt)}` },
    {
      label: '检查人员',
      words: officers.map(({ name, certificateNo }) => `${name}（执法证号 ${certificateNo ?? ''}）`).join('；'),
    },
    {
      label: '检查种类',
      words: `${taskKinds[task.kind].zh}；理由：${task.reasons.map(code => reasons[code].zh).join('、')}`,
    },
    { label: '事先通知', words: task.noNoticeReason ? `没有事先通知。理由：${task.noNoticeReason}` : '按检查任务安排' },
    { label: '表明身份', words: '检查人员已出示执法证件，并告知当事人有申请回避、陈述和申辩的权利。' },
    {
      label: '入企方式',
      words:
        first?.how === 'token'
          ? '扫描许可证二维码入企，二维码验签无误'
          : `输入许可证号入企。原因：${first?.reason ?? ''}`,
    },
    { label: '情况说明', words: String(content.fields['notes']?.['text'] ?? '') || '无' },
    { label: '检查结果', words: outcomeWords(content.fields['outcome']) },
    { label: '依据', words: task.basis.map(formatCitation).join('、') },
  ]
  return {
    title: '现场检查笔录',
    bureau: policy.bureau,
    taskId: task.id,
    ...head,
    rows,
    checks: checkRows(task.checklist, content),
    codes: codeRows(await listCodes(tx, task.id), content),
    signatures: lines,
    changed: read === undefined ? '' : changedWords(read, content),
    manifest: photos.map(({ digest, bytes, capturedAt }, n) => ({
      label: `照片 ${n + 1}`,
      words: `${timeWords(capturedAt)}　${bytes} 字节　SM3 ${digest}`,
    })),
    contentDigest,
  }
}
