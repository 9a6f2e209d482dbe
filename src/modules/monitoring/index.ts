export { type Engine, openEngine } from './lake/engine.ts'
export { importLakeFile, type LakeReport } from './lake/import.ts'
export { monitoringRefusals } from './refusals.ts'
