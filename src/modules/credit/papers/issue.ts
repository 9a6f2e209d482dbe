import type { Moment } from '#kernel/dates'
import { findRetailer } from '#modules/registry'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { sealPaper } from '#platform/paper-seal'
import type { Setting } from '../actions/setting.ts'
import type { FileRecord } from '../store/files.ts'
import { insertPaper, listStaffNames, takePaperSerial } from '../store/papers.ts'
import { noticeBlocks, recordBlocks, type TalkPaper } from './compose.ts'

/** 制发约谈通知书 or 约谈记录, numbered by year, signed (SM3, SM2) and kept sealed. */
export async function issueTalkPaper(
  tx: Tx,
  file: FileRecord,
  at: Moment,
  { policy, keyring }: Setting,
): Promise<void> {
  const shop = await findRetailer(tx, file.licenceNo)
  if (!shop) return
  const ids = Array.isArray(file.data['staff']) ? file.data['staff'].map(String) : []
  const staff = await listStaffNames(tx, ids)
  const names = { shopName: shop.shopName, operatorName: shop.operatorName, staff }
  const held = file.state === 'held'
  const { year } = at.today
  const number = `${policy.talkMark}〔${year}〕第${await takePaperSerial(tx, year)}号`
  const paper: TalkPaper = {
    title: held ? '约谈记录' : '约谈通知书',
    number,
    bureau: policy.bureau,
    addressee: `${shop.shopName}（负责人：${shop.operatorName}）：`,
    blocks: held ? recordBlocks(file, names) : noticeBlocks(file, names),
    date: at.today.toString(),
    fileId: file.id,
    signers: held ? ['零售户签名', ...staff] : [],
  }
  const content = JSON.stringify(paper)
  await insertPaper(tx, {
    id: randomId(),
    fileId: file.id,
    title: paper.title,
    number,
    content: keyring.sealField(content),
    ...sealPaper(keyring, content),
    issuedAt: at.instant.toString(),
  })
}
