import type { ItemRecord } from '../store/items.ts'
import type { NewProof } from '../store/proofs.ts'

export const howWords: Readonly<Record<NewProof['how'], string>> = {
  handed: '直接送达（上门）',
  left: '留置送达',
  post: '邮寄送达',
  collected: '直接送达（到窗口领取）',
  electronic: '电子送达（经受送达人同意）',
}
export const receiverWords: Readonly<Record<NewProof['receiverKind'], string>> = {
  self: '本人',
  family: '同住成年家属',
  mandate: '代收人',
  none: '',
}
export const proofWords: Readonly<Record<NewProof['kind'], string>> = {
  code: '收件人出示六位送达码',
  card: '核对居民身份证后四位',
  signature: '收件人签名并现场拍照',
  witnesses: '见证人在场签名',
  photos: '现场拍照记录',
  carrier: '邮政企业签收记录',
  confirmation: '本人在线确认',
}
const services: Readonly<Record<string, string>> = {
  renewal: '延续',
  change: '变更',
  suspend: '停业',
  resume: '恢复营业',
  close: '歇业',
  reissue: '补办',
  issue: '新办',
}

/** What the bureau began itself (依职权办理): its decision is named by what it does. */
const proceedings: Readonly<Record<string, string>> = {
  rectify: '责令暂停业务整顿通知书',
  acceptRectification: '恢复经营通知书',
  disqualify: '取消从事烟草专卖业务资格决定书',
  reclaim: '收回烟草专卖零售许可证决定书',
  rescind: '撤销行政许可决定书',
  rescindFraud: '撤销行政许可决定书',
  takeBack: '撤回行政许可决定书',
  endSubject: '注销行政许可决定书',
  cancelExpired: '注销行政许可决定书',
  loseToForceMajeure: '注销行政许可决定书',
  cancel: '注销行政许可决定书',
}

/** 准予延续决定及烟草专卖零售许可证 … */
export function serviceWords(item: Pick<ItemRecord, 'service' | 'result' | 'licenceNo' | 'applicationNo'>): string {
  const what = services[item.service] ?? ''
  const papers =
    proceedings[item.service] ?? (item.result === 'grant' ? `准予${what}决定及烟草专卖零售许可证` : `不予${what}决定书`)
  return `${papers}（证号 ${item.licenceNo}，办件编号 ${item.applicationNo}）`
}
