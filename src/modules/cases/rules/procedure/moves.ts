import type { Moves } from '#kernel/state-table'

/**
 * 案件状态表 (reference §8.4, §8.5): the whole procedure, ordinary and 当场处罚. Guard, buttons, diagram, database and test read it.
 * There is no 查封、扣押、冻结 in it: no law gives them to the tobacco bureau (行政强制法第九条、第十条).
 */
const course = {
  checking: { askFiling: 'filingAsked', dontFile: 'notFiled', refer: 'referred' },
  filingAsked: { approveFiling: 'investigating', returnFiling: 'checking', dontFile: 'notFiled', refer: 'referred' },
  investigating: {
    report: 'reported',
    suspend: 'suspended',
    terminate: 'terminated',
    withdraw: 'withdrawn',
    refer: 'referred',
    askTransfer: 'transferAsked',
  },
  suspended: { resume: 'investigating', terminate: 'terminated' },
  reported: { passReview: 'reviewed', returnReview: 'investigating' },
  reviewed: { notify: 'noticed', propose: 'proposed', reopen: 'investigating' },
  noticed: { askHearing: 'hearingAsked', deliberate: 'deliberated', propose: 'proposed', reopen: 'investigating' },
  hearingAsked: { callHearing: 'hearingCalled', dropHearing: 'noticed' },
  hearingCalled: { holdHearing: 'hearingHeld', dropHearing: 'noticed', callAgain: 'hearingCalled' },
  hearingHeld: { reviewHearing: 'heard', reopen: 'investigating' },
  heard: { deliberate: 'deliberated', propose: 'proposed', reopen: 'investigating' },
  deliberated: { propose: 'proposed', reopen: 'investigating' },
  proposed: { decide: 'decided', returnProposal: 'investigating' },
  decided: { serve: 'served' },
  served: { demand: 'demanded', askClosing: 'closingAsked' },
  demanded: { applyCourt: 'courtAsked', askClosing: 'closingAsked' },
  courtAsked: { askClosing: 'closingAsked' },
  closingAsked: { close: 'closed', returnClosing: 'served' },
  closed: { archive: 'archived' },
  transferAsked: { approveTransfer: 'transferApproved', refuseTransfer: 'investigating' },
  transferApproved: { sendTransfer: 'transferSent' },
  transferSent: { policeFiled: 'policeFiled', policeRefused: 'policeRefused' },
  policeRefused: { askPoliceAgain: 'policeAsked', askProcuratorate: 'policeAsked', takeBack: 'investigating' },
  policeAsked: { policeFiled: 'policeFiled', policeUpheld: 'policeRefused' },
  policeFiled: { handOver: 'transferred' },
  transferred: { policeReturned: 'investigating', archive: 'archived' },
  simpleOpen: { tellOnSpot: 'simpleTold', toOrdinary: 'checking' },
  simpleTold: { decideOnSpot: 'simpleDecided', toOrdinary: 'checking' },
  simpleDecided: { reportBack: 'served' },
  notFiled: { archive: 'archived' },
  referred: { archive: 'archived' },
  withdrawn: { archive: 'archived' },
  terminated: { archive: 'archived' },
  archived: {},
} as const satisfies Moves

export type CaseState = keyof typeof course
export const caseStates = Object.keys(course) as readonly CaseState[]

/** Filed and not yet decided: the ninety days run (CF 60). */
export const undecided = [
  'investigating',
  'suspended',
  'reported',
  'reviewed',
  'noticed',
  'hearingAsked',
  'hearingCalled',
  'hearingHeld',
  'heard',
  'deliberated',
  'proposed',
  'transferAsked',
  'transferApproved',
  'transferSent',
  'policeRefused',
  'policeAsked',
] as const satisfies readonly CaseState[]
const early = ['checking', 'filingAsked'] as const
const execution = ['served', 'demanded', 'courtAsked', 'closingAsked'] as const

/** 期间行为: acts that leave the state as it is, and the states in which they are possible. */
export const sideActs = {
  extendCheck: ['checking'],
  appoint: [...early, ...undecided],
  askRecusal: [...early, ...undecided],
  decideRecusal: [...early, ...undecided],
  holdEvidence: [...early, 'investigating'],
  settleHold: [...early, ...undecided, 'policeFiled'],
  sample: ['investigating'],
  hearStatement: ['noticed', 'heard'],
  waiveStatement: ['noticed'],
  pay: [...execution],
  collectOnSpot: ['simpleDecided', 'served'],
  handInCash: ['simpleDecided', ...execution],
  defer: ['served', 'demanded'],
  beginRemedy: [...execution],
  endRemedy: [...execution],
  publish: [...execution, 'closed'],
  changeDecision: [...execution, 'closed'],
  withdrawPublication: [...execution, 'closed'],
  noteCourt: ['courtAsked'],
  askCourtReview: ['courtAsked'],
} as const satisfies Readonly<Record<string, readonly CaseState[]>>

export const caseMoves: Moves = Object.fromEntries(
  caseStates.map(state => [state, { ...course[state], ...sidesOf(state) }]),
)

function sidesOf(state: CaseState): Record<string, CaseState> {
  const open = Object.entries(sideActs).filter(([, states]) => (states as readonly CaseState[]).includes(state))
  return Object.fromEntries(open.map(([event]) => [event, state]))
}

type CourseEvent = { [S in CaseState]: keyof (typeof course)[S] & string }[CaseState]
export type CaseEvent = CourseEvent | keyof typeof sideActs

/** Nothing follows but the archive. */
export const isOver = (state: CaseState): boolean =>
  ['closed', 'archived', 'notFiled', 'referred', 'withdrawn', 'terminated', 'transferred'].includes(state)

export const startOf = (path: 'ordinary' | 'simple'): CaseState => (path === 'simple' ? 'simpleOpen' : 'checking')
