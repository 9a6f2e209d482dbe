export { Chain, chainRoutes } from './contract/chains.ts'
export { ClueDetail, ClueFigures, ClueRow, clueRoutes } from './contract/clues.ts'
export { GraphMerge, GraphWays, graphRoutes, OpenedAccess } from './contract/graph.ts'
export { GraphEdge, GraphNode, Picture } from './contract/graph-shapes.ts'
export { GraphHit, hitRoutes } from './contract/hits.ts'
export { InformantPanel, informantRoutes, OpeningAlarms } from './contract/informants.ts'
export { Payout, payoutRoutes } from './contract/payouts.ts'
export { ReportAnswer, reportRoutes } from './contract/reports.ts'
export { type ItemKind, itemKinds, itemMoves } from './rules/chains/report.ts'
export { clockWords } from './rules/clue/clock.ts'
export { factInWords } from './rules/clue/fact-words.ts'
export { type FactKind, factKinds } from './rules/clue/facts.ts'
export { type ClueEvent, type ClueState, stateWords } from './rules/clue/moves.ts'
export { clueSteps, primaryStep, type StepField } from './rules/clue/steps.ts'
export {
  agencies,
  type ClueMatter,
  type ClueSource,
  deskSources,
  matters,
  sources,
} from './rules/clue/words.ts'
export { type LookPurpose, lookPurposes, purposeCodes } from './rules/graph/access.ts'
export {
  type EdgeKind,
  edgeKinds,
  edgeWords,
  type NodeKind,
  nodeWords,
  refInWords,
  sourceWords,
} from './rules/graph/kinds.ts'
export { labelled, wordsWide } from './rules/graph/labels.ts'
export { openingWords } from './rules/informant/opening.ts'
export { inFours } from './rules/informant/receipt.ts'
export { rewardGoods, rewardStateWords } from './rules/informant/reward.ts'
export { factsOf, recognise } from './rules/recognise.ts'
