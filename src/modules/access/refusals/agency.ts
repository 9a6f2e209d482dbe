import type { RefusalTable } from '#kernel/refusal'
import { entry } from './entry.ts'

/** 协作单位的系统: its key and its signed requests. */
export const agencyRefusals = {
  partnerSignatureWrong: entry(
    401,
    ['请求的签名不对，或者密钥没有核准。', '请核对密钥编号、签名的原文和时间；见接口文档。'],
    ['The signature of the request is wrong, or the key is not in force.', 'Check key, signed text and time.'],
  ),
  partnerTimeWrong: entry(
    401,
    ['请求的时间和本系统相差超过 {seconds} 秒。', '请校准时钟以后重新签名。'],
    ['The time of the request is more than {seconds} seconds from ours.', 'Set the clock and sign again.'],
  ),
  partnerReplayed: entry(
    401,
    ['这个请求已经收到过一次。', '请用新的随机数重新签名。'],
    ['This request was received before.', 'Sign again with a new nonce.'],
  ),
  agencyKeyMissing: entry(
    404,
    ['没有这个接口密钥，或者已经办理过。', '请刷新后再看。'],
    ['There is no such key, or it has been dealt with.', 'Reload the page.'],
  ),
  agencyKeyKnown: entry(
    409,
    ['这个公钥已经登记。', '请对方另做一对密钥。'],
    ['This public key is registered already.', 'Let the agency make another pair.'],
  ),
} as const satisfies RefusalTable
