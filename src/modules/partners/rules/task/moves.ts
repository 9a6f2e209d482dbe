import type { Moves, StateOf } from '#kernel/state-table'

/**
 * 协作任务状态表 (及时发现、反应迅速、处置有方): given to an agency or to the bureau itself, received, answered as often as there is
 * something to say, finished with a result, and accepted by who gave it. A refusal comes back with its reason.
 */
export const taskMoves = {
  given: { receive: 'received', refuse: 'refused', withdraw: 'withdrawn' },
  received: { answer: 'working', finish: 'finished', refuse: 'refused', withdraw: 'withdrawn' },
  working: { answer: 'working', finish: 'finished', withdraw: 'withdrawn' },
  finished: { accept: 'closed', sendBack: 'working' },
  refused: { giveAgain: 'given', accept: 'closed' },
  closed: {},
  withdrawn: {},
} as const satisfies Moves
export type TaskState = StateOf<typeof taskMoves>
export type TaskEvent = 'receive' | 'refuse' | 'answer' | 'finish' | 'accept' | 'sendBack' | 'giveAgain' | 'withdraw'

/** What the receiver does; the rest is the giver's. */
export const receiverEvents = ['receive', 'refuse', 'answer', 'finish'] as const
export type ReceiverEvent = (typeof receiverEvents)[number]
export const giverEvents = ['accept', 'sendBack', 'giveAgain', 'withdraw'] as const
export type GiverEvent = (typeof giverEvents)[number]

export const taskStateLabels: Readonly<Record<TaskState, { readonly zh: string; readonly en: string }>> = {
  given: { zh: '已交办，未接收', en: 'Given, not received' },
  received: { zh: '已接收', en: 'Received' },
  working: { zh: '办理中', en: 'Being worked on' },
  finished: { zh: '已办，待确认', en: 'Finished, to be accepted' },
  refused: { zh: '已退回', en: 'Sent back' },
  closed: { zh: '已办结', en: 'Closed' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
}

export const taskSources = {
  meeting: { zh: '会议决定', en: 'Decided in a meeting' },
  action: { zh: '联合行动', en: 'Joint action' },
  direct: { zh: '直接交办', en: 'Given directly' },
} as const
export type TaskSource = keyof typeof taskSources
