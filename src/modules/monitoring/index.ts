export { type Engine, openEngine } from './lake/engine.ts'
export { importLakeFile, type LakeReport } from './lake/import.ts'
export { monitoringPolicy } from './policy.ts'
export { monitoringRefusals } from './refusals.ts'
export {
  scoreVehicles,
  scoreVessels,
  scoreWaybills,
  topScores,
  transportPolicy,
  writeScores,
} from './transport/index.ts'
export { runWatch } from './watch/run.ts'
