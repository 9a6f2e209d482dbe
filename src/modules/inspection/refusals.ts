import type { RefusalTable } from '#kernel/refusal'
import { drawRefusals } from './refusals/draw.ts'

export const inspectionRefusals: RefusalTable = { ...drawRefusals }
