import { eventsFrom, type Moves, type StateOf } from '#kernel/state-table'

/** However far an undecided file is: the applicant's wish ends it, also on paper at the window; or the law grants. */
const endings = { withdraw: 'withdrawn', withdrawOnPaper: 'withdrawn', deem: 'deemedGranted' } as const

/** While reviewing (审核): the same steps after an extension, except a second extension (XK 42: once). */
const reviewing = {
  orderSiteCheck: 'siteCheck',
  callHearing: 'hearing',
  inviteStatement: 'heardStatement',
  proposeGrant: 'proposed',
  proposeDeny: 'proposed',
  askCosign: 'cosigning',
  ...endings,
} as const

/**
 * 办件状态表: every state of an application and what may happen in it.
 * `deem` is missing in `correctionRequested`: there the bureau has acted and waits for the applicant (XK 50 speaks of a
 * bureau that stays silent), so a person decides. No event that leads to `denied` may be taken by the machine.
 */
export const applicationMoves = {
  draft: { submit: 'submitted' },
  submitted: {
    accept: 'accepted',
    autoAccept: 'accepted',
    askCorrection: 'correctionRequested',
    silenceAccept: 'accepted',
    fixOnTheSpot: 'submitted',
    notRequired: 'notRequired',
    rejectAcceptance: 'rejectedAcceptance',
    ...endings,
  },
  correctionRequested: { resubmit: 'accepted', lapse: 'lapsed', withdraw: 'withdrawn', withdrawOnPaper: 'withdrawn' },
  accepted: { autoPropose: 'proposed', startReview: 'reviewing', ...endings },
  reviewing: {
    ...reviewing,
    extend: 'extended',
    claim: 'reviewing',
    transfer: 'reviewing',
    tellParty: 'reviewing',
    answerParty: 'reviewing',
    noMajorInterest: 'reviewing',
  },
  extended: {
    ...reviewing,
    claim: 'extended',
    transfer: 'extended',
    tellParty: 'extended',
    answerParty: 'extended',
    noMajorInterest: 'extended',
  },
  cosigning: {
    answerCosign: 'cosigning',
    cosigned: 'reviewing',
    endCosign: 'reviewing',
    transfer: 'cosigning',
    ...endings,
  },
  siteCheck: { recordSiteCheck: 'reviewing', transfer: 'siteCheck', ...endings },
  hearing: { scheduleHearing: 'hearing', recordHearing: 'reviewing', transfer: 'hearing', ...endings },
  heardStatement: { recordStatement: 'reviewing', transfer: 'heardStatement', ...endings },
  proposed: {
    autoGrant: 'granted',
    grant: 'granted',
    deny: 'denied',
    returnToReview: 'reviewing',
    transfer: 'proposed',
    ...endings,
  },
  granted: { startServing: 'serving', serve: 'served' },
  denied: { startServing: 'serving', serve: 'served' },
  deemedGranted: { confirmDeemed: 'granted' },
  serving: { serve: 'served' },
  served: { appeal: 'reconsideration', archive: 'archived' },
  reconsideration: { uphold: 'served', reverse: 'reversed' },
  reversed: { archive: 'archived' },
  notRequired: {},
  rejectedAcceptance: {},
  lapsed: {},
  withdrawn: {},
  // The sixty days and six months of the remedies run on after the file is closed.
  archived: { appeal: 'reconsideration' },
} as const satisfies Moves

export type ApplicationState = StateOf<typeof applicationMoves>
export type ApplicationEvent = {
  [S in ApplicationState]: keyof (typeof applicationMoves)[S] & string
}[ApplicationState]

/** Still undecided (在办): a second renewal of the same licence waits for its end. */
export const openStates = [
  'submitted',
  'correctionRequested',
  'accepted',
  'reviewing',
  'extended',
  'siteCheck',
  'hearing',
  'heardStatement',
  'cosigning',
  'proposed',
] as const satisfies readonly ApplicationState[]

/** Undecided because of the bureau, not of the applicant: here silence until expiry grants (XK 50, paragraph 2). */
export const deemableStates: readonly ApplicationState[] = openStates.filter(state =>
  eventsFrom(applicationMoves, state).some(event => event === 'deem'),
)

export const isOpen = (state: string): boolean => (openStates as readonly string[]).includes(state)

interface Label {
  readonly zh: string
  readonly en: string
}

export const applicationStateLabels: Readonly<Record<ApplicationState, Label>> = {
  draft: { zh: '填写中', en: 'Being filled in' },
  submitted: { zh: '已收件，待受理', en: 'Received, waiting for acceptance' },
  correctionRequested: { zh: '待补正', en: 'Correction asked' },
  accepted: { zh: '已受理', en: 'Accepted' },
  notRequired: { zh: '无需许可', en: 'No licence needed' },
  rejectedAcceptance: { zh: '不予受理', en: 'Not accepted' },
  reviewing: { zh: '审核中', en: 'Under review' },
  extended: { zh: '审核中（已延长期限）', en: 'Under review (extended)' },
  siteCheck: { zh: '实地核查中', en: 'Site check' },
  hearing: { zh: '听证中', en: 'Hearing' },
  heardStatement: { zh: '听取陈述申辩', en: 'Statement invited' },
  cosigning: { zh: '会签中', en: 'Being countersigned' },
  proposed: { zh: '待审批', en: 'Waiting for decision' },
  granted: { zh: '准予', en: 'Granted' },
  denied: { zh: '不予许可', en: 'Refused' },
  deemedGranted: { zh: '视为准予', en: 'Deemed granted' },
  serving: { zh: '送达中', en: 'Being served' },
  served: { zh: '已送达', en: 'Served' },
  archived: { zh: '已归档', en: 'Archived' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  lapsed: { zh: '已终止办理', en: 'Lapsed' },
  reconsideration: { zh: '复议或诉讼中', en: 'Under review by another body' },
  reversed: { zh: '决定已撤销', en: 'Decision reversed' },
}
