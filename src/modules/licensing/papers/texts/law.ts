import { type Citation, cite } from '#kernel/citation'
import type { ServiceCode } from '../../rules/services/service.ts'

const xk32 = (item: number): Citation => cite('XK', 32, { paragraph: 1, item })
/** 不服的, 复议和诉讼. */
const remedy: readonly Citation[] = [cite('FY', 20), cite('SS', 46)]

/** 许可文书引用的条文, by document and by sentence; the words of the document and the index of the law read it. */
export const paperLaw = {
  receipt: { complete: xk32(4) },
  acceptance: { accepted: xk32(5), free: cite('XK', 58) },
  correction: { accepted: xk32(4) },
  notAccepted: { outside: xk32(2), remedy },
  lapse: { remedy },
  withdrawal: { again: cite('XK', 50, { paragraph: 1 }) },
  notRequired: { free: xk32(1) },
  siteCheckOrder: { two: cite('XK', 34, { paragraph: 3 }) },
  siteCheckRecord: { two: cite('XK', 34, { paragraph: 3 }) },
  partyNotice: { statement: cite('XK', 36), hearing: cite('XK', 47) },
  hearingNotice: { hearing: cite('XK', 47) },
  hearingCall: { free: [cite('XK', 47), cite('XK', 48)] },
  hearingRecord: { record: cite('XK', 48) },
  extension: { once: cite('XK', 42, { paragraph: 1 }) },
  statementNotice: { heard: [cite('XK', 7), cite('S37', 4), cite('S205', 5)] },
  deemedRenewal: { silent: cite('XK', 50, { paragraph: 2 }) },
} as const

/** 准予: the articles of each service. */
export const grantLaw: Readonly<Record<ServiceCode, readonly Citation[]>> = {
  issue: [cite('XK', 38, { paragraph: 1 }), cite('ZMF', 16), cite('TL', 9)],
  renewal: [cite('XK', 38, { paragraph: 1 }), cite('XK', 50, { paragraph: 2 }), cite('S37', 33)],
  change: [cite('XK', 49), cite('S205', 21)],
  suspend: [cite('S205', 23)],
  resume: [cite('S205', 23), cite('S37', 10)],
  reissue: [cite('S205', 11)],
  close: [cite('XK', 70), cite('S37', 10)],
}
/** Of every grant: free of charge, handed over in time, the electronic one as good as the paper. */
export const grantSentences = { free: cite('XK', 58), handed: cite('XK', 44), electronic: cite('ZX', 10) }

/** 不予: heard before, reasons given, the way to appeal. */
export const denialLaw = { heard: cite('XK', 7), reasons: cite('XK', 38, { paragraph: 2 }), remedy }
/** 不予延续 names the item of this article. */
export const renewalGround = cite('S205', 43)
