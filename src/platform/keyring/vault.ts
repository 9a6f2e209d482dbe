import { hmacSm3, randomBytes, sm4Open, sm4Seal } from '../crypto.ts'

/** 举报人保险箱: seals under a key of its own, apart from the key of ordinary fields. */
export interface Vault {
  /** `w1.` with a fresh key for this text, wrapped by the vault key. Bound to its context: moved to another row it does not open. */
  seal(text: string, context: string): string
  /** Opens what `seal` made for the same context; throws when either was altered. */
  open(sealed: string, context: string): string
}

export function vaultOf(master: Uint8Array): Vault {
  const key = hmacSm3(master, 'yzt informant vault v1').subarray(0, 16)
  return {
    seal: (text, context) => {
      const own = randomBytes(16)
      return `w1.${packed(sm4Seal(key, own.toString('hex'), `key ${context}`))}.${packed(sm4Seal(own, text, context))}`
    },
    open: (sealed, context) => {
      const [mark, wrapped = '', body = ''] = sealed.split('.')
      if (mark !== 'w1') throw new Error('what lies in the vault must begin with w1.')
      const own = Buffer.from(sm4Open(key, parts(wrapped), `key ${context}`).toString('utf8'), 'hex')
      return sm4Open(own, parts(body), context).toString('utf8')
    },
  }
}

type Parts = ReturnType<typeof sm4Seal>

const packed = ({ iv, tag, ciphertext }: Parts): string => Buffer.concat([iv, tag, ciphertext]).toString('base64url')

function parts(text: string) {
  const bytes = Buffer.from(text, 'base64url')
  // Spare bits and foreign characters are ignored by the decoder: only one text may open.
  if (bytes.toString('base64url') !== text) throw new Error('what lies in the vault must be base64url')
  return { iv: bytes.subarray(0, 12), tag: bytes.subarray(12, 28), ciphertext: bytes.subarray(28) }
}
