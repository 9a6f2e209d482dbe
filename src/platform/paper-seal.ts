import { sm2Sign, sm2Verify, sm3 } from './crypto.ts'
import type { Keyring } from './keyring.ts'

/** 文书签名: the SM3 digest of the words as issued, and the bureau's SM2 signature (DER) over it. */
export interface PaperSeal {
  readonly digest: string
  readonly signature: string
  readonly keyId: string
}

/** Signs with the key that signs licences: both are the bureau's own word. */
export function sealPaper(keyring: Pick<Keyring, 'licence'>, content: string): PaperSeal {
  const { keyId, privateKey, publicKey } = keyring.licence
  const digest = sm3(content)
  return { digest: digest.toString('hex'), signature: sm2Sign(privateKey, publicKey, digest), keyId }
}

/** Whether these are the words that were issued. About 3 ms. */
export function isSealed(content: string, seal: PaperSeal, keys: Readonly<Record<string, string>>): boolean {
  const publicKey = Object.hasOwn(keys, seal.keyId) ? keys[seal.keyId] : undefined
  const digest = sm3(content)
  return (
    publicKey !== undefined && digest.toString('hex') === seal.digest && sm2Verify(publicKey, digest, seal.signature)
  )
}

/** The words of a paper whose content is kept encrypted; undefined where they, their seal or their signature were altered. */
export function openSealed(
  paper: PaperSeal & { readonly content: string },
  keyring: Pick<Keyring, 'openField' | 'licencePublicKeys'>,
): string | undefined {
  try {
    const content = keyring.openField(paper.content)
    return isSealed(content, paper, keyring.licencePublicKeys()) ? content : undefined
  } catch {
    return undefined
  }
}
