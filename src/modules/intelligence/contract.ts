export { ClueDetail, ClueFigures, ClueList, ClueRow, clueRoutes, ReportAnswer, reportRoutes } from './contract/clues.ts'
export { InformantPanel, informantRoutes, OpeningAlarms } from './contract/informants.ts'
export { clockWords } from './rules/clue/clock.ts'
export { type FactKind, factKinds, isIdentifying } from './rules/clue/facts.ts'
export { type ClueEvent, type ClueState, clueMoves, outcomes, stateWords } from './rules/clue/moves.ts'
export { clueSteps, primaryStep, type StepField } from './rules/clue/steps.ts'
export {
  type Agency,
  agencies,
  type ClueGrade,
  type ClueMatter,
  type ClueSource,
  clueReaders,
  deskSources,
  grades,
  matters,
  sources,
} from './rules/clue/words.ts'
export { openingWords } from './rules/informant/opening.ts'
export { inFours, readReceipt } from './rules/informant/receipt.ts'
export { rewardGoods, rewardStateWords } from './rules/informant/reward.ts'
export { factsOf, type Known, type Offer, recognise } from './rules/recognise.ts'
