import { type Citation, cite } from './citation.ts'

export type LimitKind = 'working' | 'calendar'

interface LimitRule {
  /** Which numbers of days are working days under this law; all other numbers are calendar days. */
  readonly working: (n: number) => boolean
  readonly basis: readonly Citation[]
}

const always = () => true
const never = () => false

/**
 * 期限: working days differ per law and per number. The rules speak of limits on the authority; the applicant's
 * thirty days of XK 50 are policy (`renewalLeadKind`), because XK 82 does not mention the applicant.
 * YS, ZMF, SS and S93 say plain 日 or have no counting rule of their own: calendar days, the stricter reading for us.
 */
export const limitRules = {
  XK: { working: always, basis: [cite('XK', 82)] },
  S37: { working: always, basis: [cite('S37', 64)] },
  S205: { working: always, basis: [cite('S37', 64)] },
  CF: { working: n => [2, 3, 5, 7].includes(n), basis: [cite('CF', 85)] },
  FY: { working: n => [3, 5, 7, 10].includes(n), basis: [cite('FY', 88, { paragraph: 2 })] },
  QZ: { working: n => n <= 10, basis: [cite('QZ', 69)] },
  YS: { working: never, basis: [] },
  ZMF: { working: never, basis: [] },
  SS: { working: never, basis: [] },
  S93: { working: never, basis: [] },
} as const satisfies Record<string, LimitRule>

export type LimitLaw = keyof typeof limitRules

/** Whether "n 日" in this law means working days: CF 7 → working, CF 15 → calendar. */
export function limitUnder(law: LimitLaw, n: number): LimitKind {
  return limitRules[law].working(n) ? 'working' : 'calendar'
}

/** The article that says how this law counts; empty where the law is silent. */
export function limitBasis(law: LimitLaw): readonly Citation[] {
  return limitRules[law].basis
}
