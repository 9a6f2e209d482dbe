import { papersToServe } from '#modules/licensing'
import type { ItemRecord } from '../store/items.ts'
import type { NewProof } from '../store/proofs.ts'

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
/** 准予延续决定书及烟草专卖零售许可证（证号 …） */
export const serviceWords = ({
  service,
  result,
  licenceNo,
  applicationNo,
}: Pick<ItemRecord, 'service' | 'result' | 'licenceNo' | 'applicationNo'>): string =>
  `${papersToServe(service, result)}（证号 ${licenceNo}，办件编号 ${applicationNo}）`
