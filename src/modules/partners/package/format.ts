import Type, { type Static } from 'typebox'

const strict = { additionalProperties: false } as const
const Hex = (length: number) => Type.String({ pattern: `^[0-9a-f]{${length}}$` })
const Base64 = Type.String({ pattern: '^[A-Za-z0-9+/]*={0,2}$' })
const PublicKey = Type.String({ pattern: '^04[0-9a-f]{128}$' })

export const packageKinds = {
  transfer: '移送',
  assist: '协查',
  notice: '通报',
} as const
export type PackageKind = keyof typeof packageKinds

/** What anybody may read who carries the package: who, to whom, what kind, when; no name of a file or person. */
export const Header = Type.Object(
  {
    format: Type.Literal('yzt-package/1'),
    id: Hex(32),
    kind: Type.Enum(Object.keys(packageKinds) as [PackageKind, ...PackageKind[]]),
    number: Type.String({ maxLength: 60 }),
    from: Type.String({ maxLength: 80 }),
    to: Type.String({ maxLength: 80 }),
    senderKey: PublicKey,
    receiverKey: PublicKey,
    madeAt: Type.String({ maxLength: 40 }),
  },
  strict,
)
export type Header = Static<typeof Header>

/** 清单: every sealed part with its size and SM3; the first part is the inner list of names. */
const Part = Type.Object(
  { sm3: Hex(64), bytes: Type.Integer({ minimum: 0 }), iv: Hex(24), tag: Hex(32), data: Base64 },
  strict,
)

/** One text file, for networks that do not meet: it travels by API or on a disk alike. */
export const SignedPackage = Type.Object(
  {
    header: Header,
    /** SM4 key of the parts, sealed to the receiver (SM2, C1‖C3‖C2). */
    key: Type.String({ pattern: '^([0-9a-f]{2}){97,}$' }),
    parts: Type.Array(Part, { minItems: 1, maxItems: 500 }),
    /** SM2 over the manifest (SM3, DER). */
    signature: Type.String({ pattern: '^([0-9a-f]{2}){60,80}$' }),
  },
  strict,
)
export type SignedPackage = Static<typeof SignedPackage>

/** The names and digests of what lies inside; sealed as part 0. */
export const Inside = Type.Object(
  { files: Type.Array(Type.Object({ name: Type.String({ minLength: 1, maxLength: 200 }), sm3: Hex(64) }, strict)) },
  strict,
)
export type Inside = Static<typeof Inside>

/** What is signed: header, sealed key and each part's digest, in one fixed order of keys. */
export function manifestOf({ header, key, parts }: Omit<SignedPackage, 'signature'>): string {
  const { format, id, kind, number, from, to, senderKey, receiverKey, madeAt } = header
  return JSON.stringify([
    [format, id, kind, number, from, to, senderKey, receiverKey, madeAt],
    key,
    parts.map(part => [part.sm3, part.bytes, part.iv, part.tag]),
  ])
}
