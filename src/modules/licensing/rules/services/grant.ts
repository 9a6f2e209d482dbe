import { addIsoDays } from '#kernel/iso-day'
import type { LicenceState } from '../licence/moves.ts'
import type { Term } from '../renewal/term.ts'
import { type Answers, chosen, said } from './question.ts'
import type { ServiceCode } from './service.ts'
import { services } from './table.ts'

/** The parts of a licence that a grant may change. */
export interface LicenceParts {
  readonly state: LicenceState
  readonly shopName: string
  readonly operatorName: string
  readonly operatorIndex: string
  readonly address: string
  readonly scope: readonly string[]
  readonly validFrom: string
  readonly validTo: string
  readonly suspendedFrom: string | null
  readonly suspendedTo: string | null
  readonly endedBy: string | null
}

/** What a grant does to the licence (准予后的许可证), and whether it needs a new face. */
export interface Granted {
  readonly licence: LicenceParts
  readonly newFace: boolean
}

interface Given {
  readonly licence: LicenceParts
  readonly answers: Answers
  /** Of a renewal. */
  readonly term?: Term
  /** Keyed index of the new operator, where the operator changes. */
  readonly newOperator?: string
  readonly today: string
}

/**
 * The state after the event is the table's business (`licenceMoves`); here stands what else changes. A suspension that
 * begins later leaves the licence valid until that day: the clock job suspends it then.
 */
export function licenceAfter(service: ServiceCode, next: LicenceState, given: Given): Granted {
  const { licence, answers, today } = given
  const moved = { ...licence, state: next }
  switch (service) {
    case 'renewal': {
      const { term } = given
      if (!term) throw new Error('a renewal without a term')
      return { licence: { ...moved, validFrom: `${term.validFrom}`, validTo: `${term.validTo}` }, newFace: true }
    }
    case 'suspend': {
      const from = said(answers, 'from') ?? today
      const state = from > today ? licence.state : next
      return {
        licence: { ...moved, state, suspendedFrom: from, suspendedTo: said(answers, 'to') ?? null },
        newFace: false,
      }
    }
    case 'resume':
      return { licence: { ...moved, suspendedTo: addIsoDays(today, -1) }, newFace: false }
    case 'close':
      return { licence: { ...moved, endedBy: 'close' }, newFace: false }
    case 'reissue':
      return { licence: moved, newFace: true }
    case 'change':
      return { licence: { ...moved, ...changed(given) }, newFace: changesFace(answers) }
    case 'issue':
      return { licence: moved, newFace: true }
  }
}

function changed({ licence, answers, newOperator }: Given): Partial<LicenceParts> {
  const scope = chosen(answers, 'scope')
  return {
    shopName: said(answers, 'shopName') ?? licence.shopName,
    operatorName: said(answers, 'operator') ?? licence.operatorName,
    operatorIndex: newOperator ?? licence.operatorIndex,
    address: said(answers, 'addressText') ?? licence.address,
    scope: scope.length > 0 ? scope : licence.scope,
  }
}

/** Whether a grant of what was asked prints a new face: the retailer is asked how the paper shall come only then. */
export const givesNewFace = (service: ServiceCode, answers: Answers): boolean =>
  service === 'change' ? changesFace(answers) : services[service].newFace

/** A telephone number stands on no face. */
const changesFace = (answers: Answers): boolean => chosen(answers, 'items').some(item => item !== 'phone')

/** New values that a grant needs and that were left open at a terminal without a keyboard: an officer completes them. */
export function openValues(service: ServiceCode, answers: Answers): readonly string[] {
  if (service !== 'change') return []
  const items = chosen(answers, 'items')
  const needed = [
    ...['shopName', 'addressText'].filter(item => items.includes(item)),
    ...(items.includes('operator') ? ['operator', 'operatorIdNo'] : []),
  ]
  return needed.filter(key => said(answers, key) === undefined)
}
