import { eventsFrom, type Moves, nextState } from '#kernel/state-table'

/** 协作事项: what may become of an item. Guard, buttons of both sides, database and test read this one table. */
export const itemMoves = {
  proposed: { approve: 'given', drop: 'dropped' },
  given: { receive: 'received', refuse: 'refused', ask: 'asked', withdraw: 'withdrawn' },
  received: { answer: 'answered', refuse: 'refused', ask: 'asked', withdraw: 'withdrawn' },
  asked: { explain: 'given', refuse: 'refused', withdraw: 'withdrawn' },
  answered: { reopen: 'received', close: 'closed' },
  refused: { close: 'closed' },
} as const satisfies Moves

export type ItemState =
  | 'proposed'
  | 'given'
  | 'received'
  | 'asked'
  | 'answered'
  | 'refused'
  | 'closed'
  | 'withdrawn'
  | 'dropped'
export type ItemEvent =
  | 'approve'
  | 'drop'
  | 'receive'
  | 'answer'
  | 'refuse'
  | 'ask'
  | 'explain'
  | 'reopen'
  | 'close'
  | 'withdraw'

export const itemStates = {
  proposed: { zh: '待复核', en: 'waiting for the second person' },
  given: { zh: '已发出', en: 'given' },
  received: { zh: '已接收', en: 'received' },
  asked: { zh: '已提出疑问', en: 'asked back' },
  answered: { zh: '已答复', en: 'answered' },
  refused: { zh: '不予受理', en: 'refused' },
  closed: { zh: '已办结', en: 'closed' },
  withdrawn: { zh: '已收回', en: 'withdrawn' },
  dropped: { zh: '未批准', en: 'not approved' },
} as const satisfies Readonly<Record<ItemState, { readonly zh: string; readonly en: string }>>

interface Step {
  readonly zh: string
  readonly en: string
  readonly side: 'ours' | 'theirs'
  /** Says what or why. */
  readonly words: boolean
}

/** Whose step it is, and whether it needs words. */
export const itemSteps = {
  approve: { zh: '复核同意', en: 'Approve', side: 'ours', words: false },
  drop: { zh: '不批准', en: 'Do not approve', side: 'ours', words: true },
  explain: { zh: '回复疑问', en: 'Explain', side: 'ours', words: true },
  reopen: { zh: '请对方补充', en: 'Ask for more', side: 'ours', words: true },
  close: { zh: '办结', en: 'Close', side: 'ours', words: false },
  withdraw: { zh: '收回', en: 'Withdraw', side: 'ours', words: true },
  receive: { zh: '接收', en: 'Receive', side: 'theirs', words: false },
  answer: { zh: '答复', en: 'Answer', side: 'theirs', words: true },
  ask: { zh: '提出疑问', en: 'Ask back', side: 'theirs', words: true },
  refuse: { zh: '不予受理', en: 'Refuse', side: 'theirs', words: true },
} as const satisfies Readonly<Record<ItemEvent, Step>>

export const itemStateCodes = Object.keys(itemStates) as [ItemState, ...ItemState[]]
export const itemEventCodes = Object.keys(itemSteps) as [ItemEvent, ...ItemEvent[]]
export const theirEventCodes = itemEventCodes.filter(event => itemSteps[event].side === 'theirs') as [
  ItemEvent,
  ...ItemEvent[],
]

export const isItemOver = (state: ItemState): boolean => eventsFrom(itemMoves, state).length === 0

/** What one side may do in a state. */
export const stepsOf = (state: ItemState, side: 'ours' | 'theirs'): readonly ItemEvent[] =>
  eventsFrom(itemMoves, state).filter(event => itemSteps[event].side === side)

export const afterStep = (state: ItemState, event: ItemEvent): ItemState | undefined => {
  const next = nextState(itemMoves, state, event)
  return next.ok ? next.value : undefined
}
