import { canonicalJson, type TextDigest } from './canonical.ts'
import { type DrawManifest, drawFormat } from './manifest.ts'

/** The published fingerprint of lists, rule and sources of chance. */
export const manifestHashOf = (manifest: DrawManifest, digest: TextDigest): string => digest(canonicalJson(manifest))

/** 承诺: what a party publishes first; the secret is 32 random bytes in hexadecimal, so that nobody can guess it back. */
export const commitmentOf = (
  { drawId, party, secret }: { drawId: string; party: string; secret: string },
  digest: TextDigest,
): string => digest(`${drawFormat}|commit|${drawId}|${party}|${secret}`)

export interface Chance {
  readonly manifestHash: string
  readonly secrets: readonly { readonly party: string; readonly secret: string }[]
  readonly publicValue: string | null
}

/** 种子: nobody knows it before the last party has opened its secret, and nobody can then choose another. */
export function seedOf({ manifestHash, secrets, publicValue }: Chance, digest: TextDigest): string {
  const inOrder = secrets.toSorted((a, b) => (a.party < b.party ? -1 : 1))
  const opened = inOrder.map(({ party, secret }) => `${party}:${secret}`)
  return digest([drawFormat, 'seed', manifestHash, ...opened, `public:${publicValue ?? ''}`].join('|'))
}
