import { defineModule, type Module } from '#platform/module'
import { clueRefusals } from './refusals/clues.ts'
import { intelligenceRefusals } from './refusals.ts'
import { clueBindings } from './routes/clues.ts'
import { informantBindings } from './routes/informants.ts'
import { reportBindings } from './routes/reports.ts'

/** 情报: the one intake of clues, sealed informants, the linking of records of the same person. */
export const createIntelligence = (): Module =>
  defineModule({
    name: 'intelligence',
    routes: [...clueBindings, ...reportBindings, ...informantBindings],
    refusals: { ...intelligenceRefusals, ...clueRefusals },
  })

export { type ClueForCase, describeClue } from './actions/clue/describe-clue.ts'
export {
  takeFromCartons,
  takeFromElsewhere,
  takeFromInspection,
  takeFromVerdict,
} from './actions/clue/from-elsewhere.ts'
export { takeClue } from './actions/clue/take-clue.ts'
export { noteCase } from './actions/clue/take-step.ts'
export { settingOn as intelligenceSettingOn } from './actions/setting.ts'
export { clueConverted, clueFactConfirmed, clueReferred, clueTaken, identityOpened } from './events.ts'
export { type Link, linkRecords, type Records } from './linking/link.ts'
export { type LinkedFiles, linkFiles } from './linking/link-files.ts'
export { intelligenceRefusals } from './refusals.ts'
export { intelligencePolicyOf } from './rules/policy.ts'
export { factIndex, findFact } from './store/facts.ts'
