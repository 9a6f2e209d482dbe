import type { FactKind } from '../clue/facts.ts'
import type { NodeKind } from './kinds.ts'

/** What a confirmed fact of a clue is in the graph; amounts are no things. */
export const nodeOfFact: Readonly<Record<FactKind, NodeKind | undefined>> = {
  phone: 'phone',
  plate: 'plate',
  waybill: 'waybill',
  account: 'account',
  licence: 'licence',
  person: 'person',
  carton: 'code',
  place: 'address',
  sticks: undefined,
  money: undefined,
  weight: undefined,
}
