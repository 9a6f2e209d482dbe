import { eventsFrom, type Moves, type StateOf } from '#kernel/state-table'

/**
 * 送达件状态表: every state of an item and what may happen in it; guard, buttons, diagram and database read the same rows
 * (delivery.move, compared by a test). `refused` is 拒收 without 留置送达: the paper came back with the courier.
 */
export const itemMoves = {
  waiting: { plan: 'planned', collect: 'collected', sendPost: 'posted', sendElectronic: 'sentElectronic' },
  planned: { depart: 'onTheWay', unplan: 'waiting', collect: 'collected' },
  onTheWay: { handOver: 'handedOver', leave: 'left', refuse: 'refused', absent: 'absent', bringBack: 'waiting' },
  absent: { planAgain: 'secondTry', sendPost: 'posted', collect: 'collected', giveBack: 'returned' },
  secondTry: { departAgain: 'onTheWay', unplanAgain: 'absent', collect: 'collected' },
  refused: { planAgain: 'secondTry', sendPost: 'posted', collect: 'collected', giveBack: 'returned' },
  returned: { collect: 'collected', sendPost: 'posted' },
  posted: { carrierDelivered: 'delivered', carrierReturned: 'returned' },
  sentElectronic: { confirm: 'confirmed', notConfirmed: 'waiting' },
  handedOver: {},
  left: {},
  collected: {},
  delivered: {},
  confirmed: {},
} as const satisfies Moves

export type ItemState = StateOf<typeof itemMoves>
export type ItemEvent = { [S in ItemState]: keyof (typeof itemMoves)[S] & string }[ItemState]

export const itemStates = Object.keys(itemMoves) as readonly ItemState[]

/** 已送达: nothing more may happen. */
export const servedStates: readonly ItemState[] = itemStates.filter(state => eventsFrom(itemMoves, state).length === 0)
export const openItemStates: readonly ItemState[] = itemStates.filter(state => !servedStates.includes(state))

/** States in which the courier's acts at the door are taken; a departure is made up for. */
export const carriedStates = ['planned', 'secondTry', 'onTheWay'] as const satisfies readonly ItemState[]

interface Label {
  readonly zh: string
  readonly en: string
}

export const itemStateLabels: Readonly<Record<ItemState, Label>> = {
  waiting: { zh: '待送达', en: 'Waiting' },
  planned: { zh: '已排路线', en: 'Planned' },
  onTheWay: { zh: '送达途中', en: 'On the way' },
  absent: { zh: '无人在场', en: 'Nobody there' },
  secondTry: { zh: '已排再次送达', en: 'Second try planned' },
  refused: { zh: '拒收，已带回', en: 'Refused, brought back' },
  returned: { zh: '退回窗口', en: 'Back at the window' },
  posted: { zh: '已交邮', en: 'With the carrier' },
  sentElectronic: { zh: '已电子送达，待确认', en: 'Sent electronically' },
  handedOver: { zh: '已当面送达', en: 'Handed over' },
  left: { zh: '已留置送达', en: 'Left at the premises' },
  collected: { zh: '已到窗口领取', en: 'Collected' },
  delivered: { zh: '邮寄已签收', en: 'Delivered by post' },
  confirmed: { zh: '电子送达已确认', en: 'Confirmed electronically' },
}

export const itemEventLabels: Readonly<Record<ItemEvent, Label>> = {
  plan: { zh: '排入路线', en: 'Plan' },
  unplan: { zh: '移出路线', en: 'Take off the round' },
  depart: { zh: '出发', en: 'Depart' },
  handOver: { zh: '当面送达', en: 'Hand over' },
  leave: { zh: '留置送达', en: 'Leave at the premises' },
  refuse: { zh: '拒收，带回', en: 'Refused, bring back' },
  absent: { zh: '无人在场', en: 'Nobody there' },
  bringBack: { zh: '没送到，带回', en: 'Not reached, bring back' },
  planAgain: { zh: '排再次送达', en: 'Plan the second try' },
  unplanAgain: { zh: '移出路线', en: 'Take off the round' },
  departAgain: { zh: '再次出发', en: 'Depart again' },
  giveBack: { zh: '退回窗口', en: 'Give back to the window' },
  collect: { zh: '窗口领取', en: 'Collect at the window' },
  sendPost: { zh: '交邮寄', en: 'Send by post' },
  carrierDelivered: { zh: '邮寄签收', en: 'Delivered by the carrier' },
  carrierReturned: { zh: '邮件退回', en: 'Returned by the carrier' },
  sendElectronic: { zh: '电子送达', en: 'Send electronically' },
  confirm: { zh: '确认收到', en: 'Confirm receipt' },
  notConfirmed: { zh: '没有确认，改别的方式', en: 'Not confirmed: choose another way' },
}
