import type { RefusalTable } from '#kernel/refusal'
import { procedureRefusals } from './refusals/procedure.ts'

/** 案件: each part of the domain adds its table here. */
export const caseRefusals: RefusalTable = { ...procedureRefusals }
