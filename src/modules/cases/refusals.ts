import type { RefusalTable } from '#kernel/refusal'
import { fieldRefusals } from './refusals/field.ts'
import { goodsRefusals } from './refusals/goods.ts'
import { procedureRefusals } from './refusals/procedure.ts'
import { sanctionRefusals } from './refusals/sanctions.ts'

/** 案件: each part of the domain adds its table here. */
export const caseRefusals: RefusalTable = {
  ...procedureRefusals,
  ...fieldRefusals,
  ...sanctionRefusals,
  ...goodsRefusals,
}
