import type { RefusalTable } from '#kernel/refusal'
import { drawRefusals } from './refusals/draw.ts'
import { taskRefusals } from './refusals/task.ts'
import { visitRefusals } from './refusals/visit.ts'

export const inspectionRefusals: RefusalTable = { ...drawRefusals, ...taskRefusals, ...visitRefusals }
