export { type FactKind, factKinds, isIdentifying } from './rules/clue/facts.ts'
export { type ClueEvent, type ClueState, clueMoves, outcomes, stateWords } from './rules/clue/moves.ts'
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
export { factsOf, type Known, type Offer, recognise } from './rules/recognise.ts'
