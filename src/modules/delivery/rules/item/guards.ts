import { type Result, refuse } from '#kernel/refusal'
import { nextState } from '#kernel/state-table'
import type { DeliveryPolicy } from '../policy.ts'
import { type ItemEvent, type ItemState, itemEventLabels, itemMoves } from './moves.ts'

/** Steps the office takes on one item; the courier's acts and the planning of rounds have routes of their own. */
export const officeEvents = [
  'collect',
  'sendPost',
  'sendElectronic',
  'confirm',
  'notConfirmed',
  'giveBack',
  'unplan',
  'unplanAgain',
  'carrierDelivered',
  'carrierReturned',
] as const satisfies readonly ItemEvent[]
export type OfficeEvent = (typeof officeEvents)[number]

export interface ItemFacts {
  readonly state: ItemState
  readonly attempts: number
  readonly address: string
  readonly hasPosition: boolean
  readonly result: 'grant' | 'deny'
  readonly electronicConsent: boolean
}

interface Words {
  readonly zh: string
  readonly en: string
}

/** Why a step may not be taken now; `undefined` when it may. Buttons show the words, the server refuses with them. */
export function whyNot(event: ItemEvent, facts: ItemFacts, policy: DeliveryPolicy): Words | undefined {
  const move = nextState(itemMoves, facts.state, event)
  if (!move.ok)
    return { zh: `现在不能“${itemEventLabels[event].zh}”`, en: `“${itemEventLabels[event].en}” is not possible now` }
  if ((event === 'plan' || event === 'planAgain') && (facts.address === '' || !facts.hasPosition))
    return {
      zh: '还没有可以送达的地址和位置，请先确认送达地址',
      en: 'No address with a position yet: confirm the address of service first',
    }
  if (event === 'planAgain' && facts.attempts >= policy.maximumAttempts)
    return {
      zh: `已上门 ${facts.attempts} 次，请改为邮寄或者退回窗口`,
      en: `${facts.attempts} visits were made: send by post or give back to the window`,
    }
  if (event === 'sendPost' && facts.address === '') return { zh: '还没有送达地址', en: 'No address of service yet' }
  if (event === 'sendElectronic' && !facts.electronicConsent)
    return {
      zh: '电子送达须受送达人同意，申请时没有选择电子送达',
      en: 'Electronic service needs consent; it was not chosen',
    }
  return undefined
}

/** The state after a step, or why not. */
export function decideMove(event: ItemEvent, facts: ItemFacts, policy: DeliveryPolicy): Result<ItemState> {
  const fault = whyNot(event, facts, policy)
  if (fault) return refuse('stepNotPossible', { why: fault.zh, whyEn: fault.en })
  return nextState(itemMoves, facts.state, event) as Result<ItemState>
}
