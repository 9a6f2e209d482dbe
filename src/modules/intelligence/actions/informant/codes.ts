import { randomBytes } from '#platform/crypto'
import type { Keyring } from '#platform/keyring'
import { slowHash } from '#platform/slow-hash'
import { receiptOf } from '../../rules/informant/receipt.ts'

/** Letters and digits nobody mixes up. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** 代号: chance alone; it says nothing of who, when or where. */
export const newInformantCode = (): string =>
  `XR-${[...randomBytes(6)].map(byte => letters.charAt(byte % letters.length)).join('')}`

/**
 * The receipt of one report: the same for the same request sent again, so that a lost answer loses nothing, and from nothing
 * that is kept: the nonce of the body is stored nowhere.
 */
export const receiptFrom = (keyring: Pick<Keyring, 'blindIndex'>, requestKey: string, nonce: string): string =>
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
