import type { TellEarlier } from '#modules/intelligence'
import { alertIntoGraph } from './alert-into-graph.ts'
import { caseIntoGraph } from './case-into-graph.ts'

/** 补记: what the graph was not told enters it by the very ways of today's reactions. */
export const earlierIntoGraph: TellEarlier = (tx, { kind, ref }, around) =>
  kind === 'alert' ? alertIntoGraph(tx, { alertId: ref, verdict: 'true' }, around) : caseIntoGraph(tx, ref, around)
