import { defineModule, type Module } from '#platform/module'
import { jobs, schedules } from './jobs.ts'
import { inspectionRefusals } from './refusals.ts'
import { drawBindings } from './routes/draws.ts'

/** 检查: 双随机 draws from the lists to the published outcomes. */
export const createInspection = (): Module =>
  defineModule({ name: 'inspection', routes: drawBindings, refusals: inspectionRefusals, jobs, schedules })

export { noteCreditClass } from './actions/note-credit-class.ts'
export type { DrawFile, DrawManifest } from './rules/draw/manifest.ts'
export { draw } from './rules/draw/select.ts'
export { verifyDraw } from './rules/draw/verify.ts'
export { inspectionPolicyOf } from './rules/policy.ts'
