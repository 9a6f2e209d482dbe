import { Value } from 'typebox/value'
import { ok, type Result, refuse } from '#kernel/refusal'
import { sm2Decrypt, sm2Verify, sm3, sm4Open } from '#platform/crypto'
import { Inside, manifestOf, SignedPackage } from './format.ts'
import { aadOf, isPlainName, type PackedFile } from './make.ts'

type NotVerified = 'packageUnreadable' | 'packageOtherSender' | 'packageSignature' | 'packagePart'
type NotOpened = NotVerified | 'packageOtherReceiver' | 'packageInside'

/** Reads the text of a package; what is no package is refused, never thrown. */
export function readPackage(text: string): Result<SignedPackage, 'packageUnreadable'> {
  try {
    const value: unknown = JSON.parse(text)
    return Value.Check(SignedPackage, value) ? ok(value) : refuse('packageUnreadable')
  } catch {
    return refuse('packageUnreadable')
  }
}

/**
 * 独立核验, without any secret: every sealed part is the one that was signed, by the key that is known for the sender. Who carries it can check it
 * and read nothing.
 */
export function verifyPackage(text: string, senderKey: string): Result<SignedPackage, NotVerified> {
  const read = readPackage(text)
  if (!read.ok) return read
  const { header, parts, signature } = read.value
  // The key inside the package proves nothing: it must be the one the receiver knows.
  if (header.senderKey !== senderKey) return refuse('packageOtherSender')
  if (!sm2Verify(senderKey, manifestOf(read.value), signature)) return refuse('packageSignature')
  const bad = parts.findIndex(part => {
    const data = Buffer.from(part.data, 'base64')
    // Base64 has more than one spelling of the same bytes: only the one that was written counts.
    return data.toString('base64') !== part.data || data.length !== part.bytes || sm3(data).toString('hex') !== part.sm3
  })
  return bad === -1 ? read : refuse('packagePart', { part: bad })
}

/** Opens a verified package with the receiver's key; each file must be what the inner list says. */
export function openPackage(
  text: string,
  keys: { readonly senderKey: string; readonly privateKey: string },
): Result<readonly PackedFile[], NotOpened> {
  const verified = verifyPackage(text, keys.senderKey)
  if (!verified.ok) return verified
  const { header, key: sealedKey, parts } = verified.value
  let plain: Buffer[]
  try {
    const key = sm2Decrypt(keys.privateKey, sealedKey)
    plain = parts.map((part, place) =>
      sm4Open(
        key,
        {
          iv: Buffer.from(part.iv, 'hex'),
          ciphertext: Buffer.from(part.data, 'base64'),
          tag: Buffer.from(part.tag, 'hex'),
        },
        aadOf(header.id, place),
      ),
    )
  } catch {
    return refuse('packageOtherReceiver')
  }
  const [list, ...contents] = plain
  const inside = readInside(list)
  if (inside === undefined || inside.files.length !== contents.length) return refuse('packageInside')
  const files = inside.files.map(({ name, sm3: digest }, place) => ({
    name,
    digest,
    bytes: contents[place] ?? Buffer.alloc(0),
  }))
  if (!files.every(({ name, digest, bytes }) => isPlainName(name) && sm3(bytes).toString('hex') === digest))
    return refuse('packageInside')
  return ok(files.map(({ name, bytes }) => ({ name, bytes })))
}

function readInside(bytes: Buffer | undefined): Inside | undefined {
  try {
    const value: unknown = JSON.parse(bytes?.toString('utf8') ?? '')
    return Value.Check(Inside, value) ? value : undefined
  } catch {
    return undefined
  }
}
