import { letterCode } from '#kernel/spoken-code'
import { randomBytes } from '#platform/crypto'
import type { Keyring } from '#platform/keyring'
import { slowHash } from '#platform/slow-hash'
import { receiptOf } from '../../rules/informant/receipt.ts'
import type { Identity } from '../../rules/informant/redact.ts'

export interface Reporter {
  /** All of it may be missing: an anonymous report has a receipt all the same. */
  readonly identity: Identity
  /** The slow hash of the receipt the reporter keeps. */
  readonly receiptHash: string
  /** 有新消息时发短信: only where he asked for it. */
  readonly smsWanted: boolean
}

/** 代号: chance alone; it says nothing of who, when or where. */
export const newInformantCode = (): string => `XR-${letterCode(randomBytes(16).toString('hex'), 6)}`

/**
 * The receipt of one report: the same for the same request sent again, so that a lost answer loses nothing, and from nothing
 * that is kept: the nonce of the body is stored nowhere.
 */
const receiptFrom = (keyring: Pick<Keyring, 'blindIndex'>, requestKey: string, nonce: string): string =>
  receiptOf(keyring.blindIndex('report receipt', `${requestKey}\n${nonce}`).slice(0, 40))

const cost = { iterations: 60_000, bytes: 32 } as const

/** What is kept of a receipt or a pay-out code: slow to compute, and salted by a key that is not in the database. */
export const hashOf = (
  keyring: Pick<Keyring, 'blindIndex'>,
  kind: 'receipt' | 'payout',
  text: string,
): Promise<string> => slowHash(text, keyring.blindIndex('informant salt', kind), cost)

/** 领取码 of a reward, from the receipt its holder shows: nobody else can make it. */
export const payoutFrom = (keyring: Pick<Keyring, 'blindIndex'>, rewardId: string, receipt: string): string =>
  receiptOf(keyring.blindIndex('payout code', `${rewardId}\n${receipt}`).slice(0, 40))

interface Asked {
  readonly identity: Identity
  readonly smsWanted?: boolean | undefined
  /** The key and the nonce of the request: the same request sent again has the same receipt. */
  readonly requestKey: string
  readonly nonce: string
}

/** Somebody who reports, with the receipt he keeps: the number leaves here once, its slow hash goes on. */
export async function newReporter(
  keyring: Pick<Keyring, 'blindIndex'>,
  { identity, smsWanted = false, requestKey, nonce }: Asked,
): Promise<{ readonly receipt: string; readonly reporter: Reporter }> {
  const receipt = receiptFrom(keyring, requestKey, nonce)
  return { receipt, reporter: { identity, smsWanted, receiptHash: await hashOf(keyring, 'receipt', receipt) } }
}
