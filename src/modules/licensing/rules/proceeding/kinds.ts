import { type Citation, cite } from '#kernel/citation'
import type { LicenceEvent } from '../licence/moves.ts'

export const proceedingKinds = [
  'rectify',
  'acceptRectification',
  'disqualify',
  'revoke',
  'reclaim',
  'rescind',
  'rescindFraud',
  'takeBack',
  'endSubject',
  'cancelExpired',
  'loseToForceMajeure',
  'cancel',
  'restore',
] as const
export type ProceedingKind = (typeof proceedingKinds)[number]

/** One kind of officer-initiated proceeding (依职权办理); the row of the licence state table that it carries out. */
export interface ProceedingFacts {
  readonly zh: string
  readonly en: string
  readonly licenceEvent: LicenceEvent
  readonly basis: readonly Citation[]
  /**
   * What the holder is told before it may be proposed: nothing where only a fact is recorded; the right to a statement
   * (XK 7); also that to a hearing where the right to trade is taken (XK 46, TL 14); or a public announcement (S205 23).
   */
  readonly notice: 'none' | 'statement' | 'hearing' | 'announcement'
  /** The decision takes something from the holder: it needs the way to appeal. */
  readonly adverse: boolean
  /** Proposed by the decision of a case only: no officer begins it. */
  readonly ofCase?: true
  /** Proposed only on a document of others, which is named (`ground.ts`). */
  readonly onGround?: true
}

const xk = (article: number, item?: number): Citation => cite('XK', article, item === undefined ? {} : { item })
const row = (
  [zh, en]: readonly [string, string],
  basis: readonly Citation[],
  rest: Omit<ProceedingFacts, 'zh' | 'en' | 'basis'>,
): ProceedingFacts => ({ zh, en, basis, ...rest })

export const proceedingFacts: Readonly<Record<ProceedingKind, ProceedingFacts>> = {
  rectify: row(['责令暂停业务、整顿', 'Order to rectify'], [cite('TL', 14), cite('S37', 43)], {
    licenceEvent: 'rectify',
    notice: 'statement',
    adverse: true,
  }),
  acceptRectification: row(['整顿验收合格，恢复经营', 'Accept the rectification'], [cite('TL', 14)], {
    licenceEvent: 'acceptRectification',
    notice: 'none',
    adverse: false,
  }),
  disqualify: row(['取消从事烟草专卖业务的资格', 'Disqualify'], [cite('TL', 14)], {
    licenceEvent: 'disqualify',
    notice: 'hearing',
    adverse: true,
  }),
  // Told, heard and where asked for with a hearing in the case already (CF 44, 45, 63): what is left is to carry it out.
  revoke: row(
    ['执行处罚决定，取消资格、吊销许可证', 'Carry out a penalty that takes the licence'],
    [cite('TL', 14), xk(70, 4)],
    {
      licenceEvent: 'revoke',
      notice: 'none',
      adverse: true,
      ofCase: true,
    },
  ),
  reclaim: row(['停业逾期，收回许可证', 'Reclaim after overdue suspension'], [cite('S205', 23)], {
    licenceEvent: 'reclaim',
    notice: 'announcement',
    adverse: true,
  }),
  rescind: row(['撤销许可', 'Rescind'], [xk(69)], { licenceEvent: 'rescind', notice: 'hearing', adverse: true }),
  // R13 reads the decision: for some years its holder's new application is looked at by a person first (XK 79; the years are policy).
  rescindFraud: row(
    ['以欺骗、贿赂等不正当手段取得，撤销许可', 'Rescind: obtained by fraud or bribery'],
    [cite('XK', 69, { paragraph: 2 }), xk(79)],
    { licenceEvent: 'rescind', notice: 'hearing', adverse: true },
  ),
  takeBack: row(['撤回许可', 'Withdraw the licence'], [xk(8)], {
    licenceEvent: 'takeBack',
    notice: 'hearing',
    adverse: true,
  }),
  endSubject: row(['主体终止，注销', 'Cancel: the subject has ended'], [xk(70, 2), xk(70, 3)], {
    licenceEvent: 'endSubject',
    notice: 'none',
    adverse: true,
  }),
  cancelExpired: row(['届满未延续，注销', 'Cancel after expiry'], [xk(70, 1)], {
    licenceEvent: 'cancelExpired',
    notice: 'none',
    adverse: true,
  }),
  loseToForceMajeure: row(['因不可抗力无法实施，注销', 'Cancel: force majeure'], [xk(70, 5)], {
    licenceEvent: 'loseToForceMajeure',
    notice: 'none',
    adverse: true,
  }),
  cancel: row(['办理注销手续', 'Closing formality'], [xk(70, 4)], {
    licenceEvent: 'cancel',
    notice: 'none',
    adverse: true,
  }),
  // Which state it goes back to is the licence's own past (`rules/licence/restore.ts`); the articles of the document stand in `ground.ts`.
  restore: row(['原决定被撤销，恢复许可证效力', 'Restore: the decision fell'], [cite('FY', 64), cite('SS', 70)], {
    licenceEvent: 'restore',
    notice: 'none',
    adverse: false,
    onGround: true,
  }),
}

/** What an officer may begin by himself. */
export const openableKinds = proceedingKinds.filter(kind => proceedingFacts[kind].ofCase !== true)
