import { hmacSm3, type Sm2KeyPair, sm4Open, sm4Seal } from './crypto.ts'
import {
  addPair,
  type KeyFiles,
  KeyringError,
  listKeyFiles,
  makeKeyFiles,
  type NamedKeyPair,
  numbered,
  type PairKind,
  readKeyFiles,
} from './keyring/key-files.ts'
import { type Vault, vaultOf } from './keyring/vault.ts'

export { KeyringError } from './keyring/key-files.ts'

/** The server's keys (密钥). They live in files outside the database, so that its copy alone opens nothing. */
export interface Keyring {
  /** Encrypts one field for storage: `v1.` and base64url of iv, tag and text. Two sealings of one text differ. */
  sealField(text: string): string
  /** Opens what `sealField` made; throws when it was altered. */
  openField(sealed: string): string
  /**
   * A keyed fingerprint (盲索引) by which a sealed field is found again without opening any: hex HMAC-SM3, 64 digits.
   * Another key for each kind, so that equal texts of two kinds do not show as equal. Normalise the text before.
   */
  blindIndex(kind: string, text: string): string
  /** 举报人保险箱: another key than that of the fields. */
  readonly vault: Vault
  /** Terminals seal the citizen's acts to it. */
  readonly sealing: Sm2KeyPair
  /** Signs licences; its `keyId` goes into the QR code. */
  readonly licence: NamedKeyPair
  /** Signs the heads of the audit ledger. */
  readonly ledger: NamedKeyPair
  /** Every licence key there ever was, by key id: an old licence stays verifiable. */
  licencePublicKeys(): Readonly<Record<string, string>>
  /** Every ledger key there ever was, by key id. */
  ledgerPublicKeys(): Readonly<Record<string, string>>
}

/**
 * Reads the keys of a folder (0700, files 0600). Makes them only with `create`, and only where there are none at all:
 * a new master key beside old data would make that data unreadable for ever. Throws `KeyringError`.
 */
export async function openKeyring(folder: string, options: { create?: boolean } = {}): Promise<Keyring> {
  const names = await listKeyFiles(folder)
  if (names.length === 0) {
    if (options.create !== true) throw new KeyringError(`${folder} holds no keys: restore them from the key backup`)
    await makeKeyFiles(folder)
  }
  return keyringOf(await readKeyFiles(folder))
}

/** Starts a new key of the kind; the old ones stay for verification. Takes effect when the keyring is opened again. */
export async function rotateKey(folder: string, kind: Exclude<PairKind, 'sealing'>): Promise<void> {
  const last = numbered(await listKeyFiles(folder), kind).at(-1)
  if (last === undefined) throw new KeyringError(`${folder} holds no ${kind} key that could be followed by a new one`)
  await addPair(folder, kind, Number(/\d+/u.exec(last)?.[0]) + 1)
}

function keyringOf({ master, pairs }: KeyFiles): Keyring {
  const fieldKey = hmacSm3(master, 'yzt field v1').subarray(0, 16)
  return {
    sealField: text => sealField(fieldKey, text),
    openField: sealed => openField(fieldKey, sealed),
    blindIndex: (kind, text) => hmacSm3(hmacSm3(master, `yzt blind index ${kind}`), text).toString('hex'),
    vault: vaultOf(master),
    sealing: current(pairs.sealing, 'sealing'),
    licence: current(pairs.licence, 'licence'),
    ledger: current(pairs.ledger, 'ledger'),
    licencePublicKeys: () => publicKeys(pairs.licence),
    ledgerPublicKeys: () => publicKeys(pairs.ledger),
  }
}

function sealField(key: Uint8Array, text: string): string {
  const { iv, tag, ciphertext } = sm4Seal(key, text, 'v1')
  return `v1.${Buffer.concat([iv, tag, ciphertext]).toString('base64url')}`
}

function openField(key: Uint8Array, sealed: string): string {
  if (!sealed.startsWith('v1.')) throw new Error('a sealed field must begin with v1.')
  const bytes = Buffer.from(sealed.slice(3), 'base64url')
  // Spare bits of the last digit and foreign characters are ignored by the decoder: only one text may open.
  if (bytes.toString('base64url') !== sealed.slice(3)) throw new Error('a sealed field must be base64url')
  const parts = { iv: bytes.subarray(0, 12), tag: bytes.subarray(12, 28), ciphertext: bytes.subarray(28) }
  return sm4Open(key, parts, 'v1').toString('utf8')
}

function current(pairs: readonly NamedKeyPair[], kind: PairKind): NamedKeyPair {
  const last = pairs.at(-1)
  if (last === undefined) throw new KeyringError(`the ${kind} key is missing: restore it from the key backup`)
  return last
}

function publicKeys(pairs: readonly NamedKeyPair[]): Record<string, string> {
  return Object.fromEntries(pairs.map(pair => [pair.keyId, pair.publicKey]))
}
