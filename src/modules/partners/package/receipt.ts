import Type, { type Static } from 'typebox'
import { Value } from 'typebox/value'
import { ok, type Result, refuse } from '#kernel/refusal'
import { sm2Sign, sm2Verify, sm3 } from '#platform/crypto'
import type { Signer } from './make.ts'
import { readPackage } from './open.ts'

/** 回执: the receiver says that this very package reached him, signed by the key it was sealed to. */
export const Receipt = Type.Object(
  {
    format: Type.Literal('yzt-receipt/1'),
    packageId: Type.String({ pattern: '^[0-9a-f]{32}$' }),
    digest: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    receivedAt: Type.String({ maxLength: 40 }),
    by: Type.String({ minLength: 1, maxLength: 60 }),
    signature: Type.String({ pattern: '^[0-9a-f]{16,200}$' }),
  },
  { additionalProperties: false },
)
export type Receipt = Static<typeof Receipt>

/** 移交包摘要: SM3 of its text as it was carried. */
export const packageDigest = (text: string): string => sm3(text).toString('hex')

const signedText = ({ format, packageId, digest, receivedAt, by }: Omit<Receipt, 'signature'>): string =>
  [format, packageId, digest, receivedAt, by].join('\n')

/** Made by the receiver, who has the key. */
export function makeReceipt(
  text: string,
  said: { readonly by: string; readonly receivedAt: string },
  key: Signer,
): Result<Receipt, 'packageUnreadable'> {
  const read = readPackage(text)
  if (!read.ok) return read
  const unsigned = {
    format: 'yzt-receipt/1',
    packageId: read.value.header.id,
    digest: packageDigest(text),
    ...said,
  } as const
  return ok({ ...unsigned, signature: sm2Sign(key.privateKey, key.publicKey, signedText(unsigned)) })
}

/** Whether a text is the receipt of this package by this receiver. */
export function readReceipt(
  text: string,
  sent: { readonly id: string; readonly digest: string; readonly receiverKey: string },
): Result<Receipt, 'packageReceiptWrong'> {
  try {
    const value: unknown = JSON.parse(text)
    if (!Value.Check(Receipt, value)) return refuse('packageReceiptWrong')
    const right =
      value.packageId === sent.id &&
      value.digest === sent.digest &&
      sm2Verify(sent.receiverKey, signedText(value), value.signature)
    return right ? ok(value) : refuse('packageReceiptWrong')
  } catch {
    return refuse('packageReceiptWrong')
  }
}
