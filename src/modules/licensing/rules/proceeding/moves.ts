import type { StaffRole } from '#kernel/actor'
import type { EventOf, Moves, StateOf } from '#kernel/state-table'

/** 依职权办理状态表. Whatever takes a licence away is noticed, heard, proposed by one person and decided by another. */
export const proceedingMoves = {
  examining: { notify: 'notified', propose: 'proposed', drop: 'dropped' },
  notified: { callHearing: 'hearing', recordStatement: 'examining', drop: 'dropped' },
  hearing: { recordHearing: 'examining', drop: 'dropped' },
  proposed: { decide: 'decided', sendBack: 'examining' },
  decided: {},
  dropped: {},
} as const satisfies Moves

export type ProceedingState = StateOf<typeof proceedingMoves>
export type ProceedingEvent = EventOf<typeof proceedingMoves>

interface Words {
  readonly zh: string
  readonly en: string
}

export const proceedingStateLabels: Readonly<Record<ProceedingState, Words>> = {
  examining: { zh: '审查中', en: 'Being examined' },
  notified: { zh: '已告知，等待陈述申辩', en: 'Noticed, waiting for the statement' },
  hearing: { zh: '听证中', en: 'Hearing' },
  proposed: { zh: '待决定', en: 'Waiting for decision' },
  decided: { zh: '已决定', en: 'Decided' },
  dropped: { zh: '已终止', en: 'Dropped' },
}

interface EventRow extends Words {
  readonly by: readonly StaffRole[]
  /** What the words of the officer are about. */
  readonly asks: string
  readonly asksEn: string
}

const step = (
  [zh, en]: readonly [string, string],
  by: readonly StaffRole[],
  [asks, asksEn]: readonly [string, string],
): EventRow => ({ zh, en, by, asks, asksEn })

export const proceedingEvents: Readonly<Record<ProceedingEvent, EventRow>> = {
  notify: step(['告知（公告）', 'Give notice'], ['reviewer'], ['拟作决定的事实和理由', 'Facts and reasons']),
  recordStatement: step(
    ['记录陈述申辩', 'Record the statement'],
    ['reviewer'],
    ['陈述申辩的内容和复核意见；逾期没有提出的，写明', 'The statement and your view of it'],
  ),
  callHearing: step(
    ['通知听证', 'Call the hearing'],
    ['reviewer', 'legal'],
    ['听证的时间、地点和主持人', 'Time, place and chair of the hearing'],
  ),
  recordHearing: step(['记录听证', 'Record the hearing'], ['legal'], ['听证笔录', 'Record of the hearing']),
  propose: step(['提出处理意见', 'Propose'], ['reviewer'], ['查明的事实和处理意见', 'Facts found and proposal']),
  decide: step(['作出决定', 'Decide'], ['decider', 'head'], ['决定的理由', 'Reasons']),
  sendBack: step(['退回审查', 'Send back'], ['decider', 'head'], ['退回的理由', 'Why']),
  drop: step(['终止', 'Drop'], ['reviewer'], ['终止的理由', 'Why']),
}
