import { type Citation, cite } from '#kernel/citation'

/** The article behind each rule (reference §3). Empty = our own design, and said so in its text. */
export const basisOfRules = {
  R01: [cite('S37', 9), cite('XK', 29)],
  R02: [cite('SFZ', 5), cite('ZX', 5), cite('WB', 59)],
  R03: [cite('FR', 10)],
  R04: [cite('S205', 43, { paragraph: 1, item: 3 }), cite('S205', 43, { paragraph: 1, item: 10 })],
  R05: [cite('XK', 50), cite('XK', 70)],
  R06: [cite('XK', 50, { paragraph: 1 }), cite('S37', 32)],
  R07: [cite('S205', 23)],
  // XK 8: a licence in force is not touched by a school beside it; the question is put when it ends.
  R08: [cite('WB', 59, { paragraph: 1 }), cite('S205', 43, { paragraph: 1, item: 2 }), cite('XK', 8, { paragraph: 1 })],
  R09: [cite('TL', 9), cite('S205', 18), cite('S205', 43, { paragraph: 1, item: 6 })],
  R10: [cite('XK', 34, { paragraph: 3 })],
  R11: [cite('S205', 52), cite('XK', 80)],
  R12: [cite('TL', 14), cite('S205', 43)],
  R13: [cite('XK', 78), cite('XK', 79), cite('TL', 14)],
  R14: [cite('S205', 43, { paragraph: 1, item: 7 })],
  R15: [cite('S205', 43, { paragraph: 1, item: 1 }), cite('S205', 43, { paragraph: 1, item: 5 })],
  R16: [cite('EC', 18)],
  R17: [cite('XK', 32)],
  R18: [cite('GX', 17), cite('GX', 35)],
  R19: [cite('XK', 29)],
  C01: [cite('XK', 49), cite('S205', 21), cite('S205', 49)],
  C02: [cite('S205', 23), cite('S205', 49)],
  N01: [cite('TL', 9)],
  N03: [cite('XK', 57), cite('TL', 9)],
  N04: [cite('XK', 36), cite('XK', 47)],
  N02: [cite('XK', 34, { paragraph: 3 })],
  A01: [cite('XK', 34, { paragraph: 3 })],
  A02: [cite('GX', 24, { paragraph: 3 })],
} as const satisfies Record<string, readonly Citation[]>

export type RuleCode = keyof typeof basisOfRules

/** Raised with every change of a rule or its words; kept with each run. */
export const ruleVersion = 'services-2026-11-26d'
