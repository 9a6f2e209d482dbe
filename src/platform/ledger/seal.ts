import { type Sm2KeyPair, sm2Sign, sm2Verify, sm3 } from '../crypto.ts'
import { canonicalText } from './canonical.ts'
import { splitLeaves } from './line.ts'
import { merkleRoot } from './merkle.ts'

/** A seal (封存) as the database writes it out; `previous` is the root before it. */
export interface Seal {
  readonly batch: string
  readonly era: string
  readonly from_txid: string
  readonly to_txid: string
  readonly first_seq: string | null
  readonly last_seq: string | null
  readonly entries: string
  readonly previous: Buffer
  readonly leaves: Buffer
  /** Seconds since 1970, with microseconds. */
  readonly sealed_at: string
}

/** A seal with its root and signature: what is stored. */
export interface SignedSeal extends Seal {
  readonly root: Buffer
  readonly signature: string
}

/** All columns of a seal, written out alike everywhere. */
export const sealColumns = `batch::text, era::text, from_txid::text, to_txid::text, first_seq::text, last_seq::text,
  entries::text, root, previous, leaves, extract(epoch from sealed_at)::text as sealed_at, signature`

/** What stands before the first seal. */
export const genesis = { root: Buffer.alloc(32), signature: '' } as const

/** No line and no node of a tree begins like this. */
const sealMark = 'yzt-ledger-seal-v1'

/**
 * The root of a seal: it covers every column of it, its lines by the Merkle tree, and root and signature of the one
 * before. So the newest root stands for the whole history, and one checked signature for all of them.
 */
export function rootOf(seal: Seal, previousSignature: string): Buffer {
  const place = [seal.batch, seal.era, seal.from_txid, seal.to_txid, seal.first_seq, seal.last_seq, seal.entries]
  const tree = merkleRoot(splitLeaves(seal.leaves)).toString('hex')
  const before = [seal.previous.toString('hex'), previousSignature]
  return sm3(canonicalText([sealMark, ...place, tree, ...before, seal.sealed_at]))
}

/** Signs the root together with the number of its batch; SM2, DER in hex. */
export function signRoot(key: Sm2KeyPair, batch: string, root: Buffer): string {
  return sm2Sign(key.privateKey, key.publicKey, signedText(batch, root.toString('hex')))
}

/** Whether any of the ledger's keys, the present or an earlier one, signed this root. */
export function isSigned(
  publicKeys: readonly string[],
  seal: { batch: string; root: string; signature: string },
): boolean {
  // One writing only: a changed letter case is a changed ledger.
  if (!/^[0-9a-f]+$/u.test(seal.signature)) return false
  return publicKeys.some(key => sm2Verify(key, signedText(seal.batch, seal.root), seal.signature))
}

function signedText(batch: string, rootHex: string): string {
  return `yzt-ledger-root-v1\n${batch}\n${rootHex}`
}
