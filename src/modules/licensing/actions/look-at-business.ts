import { findRetailer } from '#modules/registry'
import type { Tx } from '#platform/database'
import type { BusinessLook, BusinessRegister } from '../ports.ts'
import { businessFactOf } from '../rules/renewal/business-match.ts'
import type { BusinessFact } from '../rules/renewal/facts.ts'

/** What the question to the market regulator needs, read before any lock is held. */
export interface BusinessQuestion {
  readonly creditCode: string | null
  readonly name: string
  readonly operatorName: string
  readonly address: string
}

export async function readBusinessQuestion(tx: Tx, licenceNo: string): Promise<BusinessQuestion | undefined> {
  const retailer = await findRetailer(tx, licenceNo)
  if (!retailer) return undefined
  const { creditCode, shopName: name, operatorName, address } = retailer
  return { creditCode, name, operatorName, address }
}

/**
 * Asks the market regulator, outside of any transaction: a slow neighbour must not hold a lock of ours.
 * Not answering within `milliseconds` is no answer, and no fault of the retailer.
 */
export async function lookAtBusiness(
  register: BusinessRegister,
  question: BusinessQuestion | undefined,
  milliseconds: number,
): Promise<BusinessFact> {
  if (question === undefined || question.creditCode === null) return { kind: 'noCode' }
  return businessFactOf(await lookInTime(register, question.creditCode, milliseconds), question)
}

async function lookInTime(register: BusinessRegister, creditCode: string, milliseconds: number): Promise<BusinessLook> {
  const stop = new AbortController()
  const { promise: late, resolve } = Promise.withResolvers<BusinessLook>()
  const timer = setTimeout(() => {
    resolve({ kind: 'unavailable' })
    stop.abort()
  }, milliseconds)
  try {
    const asked = register.look(creditCode, stop.signal).catch((): BusinessLook => ({ kind: 'unavailable' }))
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}
