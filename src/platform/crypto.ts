/**
 * The one crypto provider (密码模块): the commercial algorithms SM2, SM3, SM4 and the randomness of the system.
 * A certified module replaces the files behind this door, and nothing in front of it.
 */
export { hmacSm3, Sm3Stream, sm3, timingSafeEqual } from './crypto/digest.ts'
export { randomBytes, randomId } from './crypto/randomness.ts'
export {
  makeSm2KeyPair,
  type Sm2KeyPair,
  sm2Decrypt,
  sm2Encrypt,
  sm2PairOf,
  sm2Sign,
  sm2SignRaw,
  sm2Verify,
  sm2VerifyRaw,
} from './crypto/sm2.ts'
export { sm4Open, sm4Seal } from './crypto/sm4.ts'
