export type { DrawFile, DrawManifest } from './rules/draw/manifest.ts'
export { draw } from './rules/draw/select.ts'
export { type DrawVerdict, verifyDraw } from './rules/draw/verify.ts'
