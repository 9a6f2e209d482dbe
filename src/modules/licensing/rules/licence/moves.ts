import { type Citation, cite } from '#kernel/citation'
import type { Moves, StateOf } from '#kernel/state-table'

const live = {
  close: 'cancelled',
  endSubject: 'cancelled',
  loseToForceMajeure: 'cancelled',
  rescind: 'rescinded',
  takeBack: 'takenBack',
  revoke: 'revoked',
} as const

/**
 * The decision that took the licence fell (撤销、确认无效、变更: FY 63, 64, 67; SS 70, 75, 77): the licence stands again as it stood before.
 * Only people restore it, on the document that says so (`restore.ts`); what ended by a decision of its own kind came from one state only.
 */
const fallen = { restore: 'valid', restoreSuspended: 'suspended', restoreRectifying: 'rectifying' } as const

const atExpiry = { expirePending: 'expiredPending', expire: 'expired' } as const

/**
 * 许可证状态表 (reference 2.7). 注销 is the closing formality after each other end, so those ends are states of their own.
 * A renewal granted during a suspension leaves the shop suspended: only 恢复营业 ends that.
 * A licence passes into `expiredPending` only while a timely renewal is undecided (XK 50): it is never expired by silence.
 */
export const licenceMoves = {
  none: { issue: 'valid' },
  valid: {
    renew: 'valid',
    change: 'valid',
    reissue: 'valid',
    suspend: 'suspended',
    rectify: 'rectifying',
    ...atExpiry,
    ...live,
  },
  suspended: { renew: 'suspended', resume: 'valid', reclaim: 'reclaimed', ...atExpiry, ...live },
  rectifying: { renew: 'rectifying', acceptRectification: 'valid', disqualify: 'disqualified', ...atExpiry, ...live },
  expiredPending: { renew: 'valid', expire: 'expired', cancelExpired: 'cancelled', ...live },
  expired: { renew: 'valid', cancelExpired: 'cancelled', endSubject: 'cancelled' },
  rescinded: { cancel: 'cancelled', ...fallen },
  takenBack: { cancel: 'cancelled', ...fallen },
  revoked: { cancel: 'cancelled', ...fallen },
  disqualified: { cancel: 'cancelled', restoreRectifying: 'rectifying' },
  reclaimed: { cancel: 'cancelled', restoreSuspended: 'suspended' },
  cancelled: fallen,
} as const satisfies Moves

export type LicenceState = StateOf<typeof licenceMoves>
export type LicenceEvent = { [S in LicenceState]: keyof (typeof licenceMoves)[S] & string }[LicenceState]

export const liveStates = [
  'valid',
  'suspended',
  'rectifying',
  'expiredPending',
] as const satisfies readonly LicenceState[]
/** 终止: taken or ended by a decision; only a decision that fell leads out again. */
export const endedStates = [
  'rescinded',
  'takenBack',
  'revoked',
  'disqualified',
  'reclaimed',
  'cancelled',
] as const satisfies readonly LicenceState[]
export const isLive = (state: string): boolean => (liveStates as readonly string[]).includes(state)

interface StateFacts {
  readonly zh: string
  readonly en: string
  readonly basis: readonly Citation[]
}

export const licenceStateFacts: Readonly<Record<LicenceState, StateFacts>> = {
  none: { zh: '未发证', en: 'Not issued', basis: [cite('ZMF', 16)] },
  valid: { zh: '有效', en: 'Valid', basis: [cite('ZMF', 16)] },
  suspended: { zh: '停业', en: 'Suspended', basis: [cite('S205', 23)] },
  rectifying: { zh: '责令整顿', en: 'Ordered to rectify', basis: [cite('TL', 14)] },
  expiredPending: {
    zh: '已届满，延续申请待决定',
    en: 'Past its term, renewal undecided',
    basis: [cite('XK', 50, { paragraph: 2 })],
  },
  expired: { zh: '已过期', en: 'Expired', basis: [cite('XK', 70, { item: 1 })] },
  rescinded: { zh: '已撤销', en: 'Rescinded', basis: [cite('XK', 69)] },
  takenBack: { zh: '已撤回', en: 'Withdrawn by the bureau', basis: [cite('XK', 8)] },
  revoked: { zh: '已吊销', en: 'Revoked', basis: [cite('XK', 70, { item: 4 })] },
  disqualified: { zh: '已取消资格', en: 'Disqualified', basis: [cite('TL', 14)] },
  reclaimed: { zh: '已收回', en: 'Reclaimed', basis: [cite('S205', 23)] },
  cancelled: { zh: '已注销', en: 'Cancelled', basis: [cite('XK', 70)] },
}

/**
 * Who may make it happen. The machine only ever keeps a licence alive or marks the passing of time;
 * whatever takes a licence away needs a decision signed by people.
 */
export const licenceEventBy: Readonly<Record<LicenceEvent, 'machine' | 'people'>> = {
  issue: 'people',
  renew: 'machine',
  change: 'people',
  reissue: 'people',
  suspend: 'people',
  resume: 'people',
  rectify: 'people',
  acceptRectification: 'people',
  disqualify: 'people',
  reclaim: 'people',
  expirePending: 'machine',
  expire: 'machine',
  cancelExpired: 'people',
  close: 'people',
  endSubject: 'people',
  loseToForceMajeure: 'people',
  rescind: 'people',
  takeBack: 'people',
  revoke: 'people',
  cancel: 'people',
  restore: 'people',
  restoreSuspended: 'people',
  restoreRectifying: 'people',
}

/** Why a licence ended (注销事由), kept beside the state. */
export const endReasons = [
  'close',
  'cancelExpired',
  'endSubject',
  'rescind',
  'takeBack',
  'disqualify',
  'revoke',
  'reclaim',
  'loseToForceMajeure',
] as const

/** The six words other domains know (registry, map): every end reads as cancelled. */
export function publicLicenceState(
  state: LicenceState,
): 'valid' | 'suspended' | 'rectifying' | 'expiredPending' | 'expired' | 'cancelled' {
  if (state === 'valid' || state === 'suspended' || state === 'rectifying') return state
  return state === 'expiredPending' || state === 'expired' ? state : 'cancelled'
}
