import type { Finding } from '#contract/licensing'

export type FindingOutcome = Finding['outcome']

/** Shape beside the word: what stops first, what passed last. */
export const outcomeShapes: Readonly<Record<FindingOutcome, string>> = {
  stop: '■',
  person: '◆',
  notChecked: '?',
  pass: '✓',
}

const order: readonly FindingOutcome[] = ['stop', 'person', 'notChecked', 'pass']

/** What needs a person comes first; within one outcome the order of the rules. */
export const inReadingOrder = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome) || (a.rule < b.rule ? -1 : 1))
