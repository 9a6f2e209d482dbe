import Type from 'typebox'
import { defineJob } from '#platform/jobs'
import { defineModule, type Module } from '#platform/module'
import { judgeFact } from './actions/clue/judge-fact.ts'
import { callReporter, callReporterJob } from './actions/informant/call-reporter.ts'
import { addItem, addTask, answerTask, moveItem, openChain } from './chains/store.ts'
import { openAccess } from './graph/access.ts'
import { graphJobs, graphSchedules } from './graph/jobs.ts'
import { findPath, visitedBy } from './graph/paths.ts'
import { expand } from './graph/picture.ts'
import { intelligenceLaw } from './law.ts'
import type { IntelligencePorts } from './ports.ts'
import { chainRefusals } from './refusals/chains.ts'
import { clueRefusals } from './refusals/clues.ts'
import { graphRefusals } from './refusals/graph.ts'
import { intelligenceRefusals } from './refusals.ts'
import { chainBindings } from './routes/chains.ts'
import { clueBindings } from './routes/clues.ts'
import { graphBindings } from './routes/graph.ts'
import { hitBindings } from './routes/hits.ts'
import { informantBindings } from './routes/informants.ts'
import { payoutBindings } from './routes/payouts.ts'
import { reportBindings } from './routes/reports.ts'

/** 情报: the one intake of clues, sealed informants, the linking of records of the same person, the graph of who met whom. */
export const createIntelligence = ({ reporterLine, tellEarlier }: IntelligencePorts): Module =>
  defineModule({
    name: 'intelligence',
    routes: [
      ...clueBindings,
      ...reportBindings,
      ...payoutBindings,
      ...informantBindings,
      ...graphBindings,
      ...hitBindings,
      ...chainBindings,
    ],
    refusals: { ...intelligenceRefusals, ...clueRefusals, ...graphRefusals, ...chainRefusals },
    law: intelligenceLaw,
    jobs: [
      ...graphJobs(tellEarlier),
      defineJob({
        name: callReporterJob,
        schema: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        handle: ({ id }, { services: { database, keyring } }) =>
          callReporter(database, id, { line: reporterLine, keyring }),
      }),
    ],
    schedules: graphSchedules,
  })

export { type ClueForCase, describeClue, findAnswer } from './actions/clue/describe-clue.ts'
export {
  takeFromCartons,
  takeFromInspection,
  takeFromPartner,
  takeFromVerdict,
} from './actions/clue/from-elsewhere.ts'
export { lendFacts } from './actions/clue/lend-facts.ts'
export { notePartner } from './actions/clue/note-partner.ts'
export { takeClue } from './actions/clue/take-clue.ts'
export { noteCase, takeStep as takeClueStep } from './actions/clue/take-step.ts'
export { newReporter } from './actions/informant/codes.ts'
export { leaveUnnamed, withoutReporterOf } from './actions/informant/unnamed.ts'
export { settingOn as intelligenceSettingOn } from './actions/setting.ts'
export { clueAnswered, clueConverted, clueFactConfirmed, clueTaken, identityOpened } from './events.ts'
export { caseGroup } from './graph/case-group.ts'
export { learnEarlier } from './graph/earlier.ts'
export { learnCase, learnClue, learnShop } from './graph/feed.ts'
export { learnEvidence } from './graph/feed-evidence.ts'
export { learnAlert, learnCartons } from './graph/feed-found.ts'
export type { Entity } from './graph/identity.ts'
export { type Fact, type Learned, learnFacts } from './graph/learn.ts'
export { tellHandlers } from './graph/notices.ts'
export { proposePersons } from './graph/propose.ts'
export { graphCollided } from './graph-events.ts'
export { type Link, linkRecords } from './linking/link.ts'
export { linkFiles } from './linking/link-files.ts'
export type { TellEarlier } from './ports.ts'
export { intelligenceRefusals } from './refusals.ts'
export type { ClueEvent } from './rules/clue/moves.ts'
export type { ClueMatter, ClueSource } from './rules/clue/words.ts'
export { aboutReporting } from './rules/informant/reporting.ts'
export { intelligencePolicyOf } from './rules/policy.ts'
/** For the demonstration: a chain by the very actions of the routes. */
export const chaining = { judgeFact, openAccess, openChain, addItem, moveItem, addTask, answerTask }
/** For `npm run bench -- graph`: the questions without a server around them. */
export const graphBench = { expand, findPath, visitedBy }
