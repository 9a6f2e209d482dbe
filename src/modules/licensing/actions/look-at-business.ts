import { findRetailer } from '#modules/registry'
import type { Tx } from '#platform/database'
import type { BusinessLook, BusinessRegister } from '../ports.ts'
import { businessFactOf } from '../rules/checks/business-match.ts'
import type { BusinessFact } from '../rules/checks/facts.ts'
import type { Known } from '../rules/services/question.ts'

/** What the question to the market regulator needs, read before any lock is held. */
export interface BusinessQuestion {
  readonly creditCode: string | null
  readonly name: string
  readonly operatorName: string
  readonly address: string
}

/** Whether the registers agree, and what the regulator's says. */
export interface BusinessAnswer {
  readonly fact: BusinessFact
  readonly now: Known['business']
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
): Promise<BusinessAnswer> {
  if (question === undefined || question.creditCode === null) return { fact: { kind: 'noCode' }, now: null }
  const look = await lookInTime(register, question.creditCode, milliseconds)
  return { fact: businessFactOf(look, question), now: nowOf(look) }
}

/** 新办: there is no licence to compare with; that the business is live and registered is the whole question. */
export async function lookAtCode(
  register: BusinessRegister,
  creditCode: string,
  milliseconds: number,
): Promise<BusinessAnswer> {
  if (creditCode === '') return { fact: { kind: 'noCode' }, now: null }
  const look = await lookInTime(register, creditCode, milliseconds)
  const same = look.kind === 'found' ? look.licence : { name: '', operatorName: '', address: '' }
  return { fact: businessFactOf(look, same), now: nowOf(look) }
}

/** What the regulator has now, offered as the new value of a change. */
const nowOf = (look: BusinessLook): Known['business'] =>
  look.kind === 'found'
    ? { name: look.licence.name, operatorName: look.licence.operatorName, address: look.licence.address }
    : null

const lookInTime = (register: BusinessRegister, creditCode: string, milliseconds: number): Promise<BusinessLook> =>
  inTime(signal => register.look(creditCode, signal), { kind: 'unavailable' }, milliseconds)

/** Waits so long for a neighbour and no longer; silence and a throw are `away`, and the neighbour is told to stop. */
export async function inTime<T>(look: (signal: AbortSignal) => Promise<T>, away: T, milliseconds: number): Promise<T> {
  const stop = new AbortController()
  const { promise: late, resolve } = Promise.withResolvers<T>()
  const timer = setTimeout(() => {
    resolve(away)
    stop.abort()
  }, milliseconds)
  try {
    return await Promise.race([look(stop.signal).catch(() => away), late])
  } finally {
    clearTimeout(timer)
  }
}
