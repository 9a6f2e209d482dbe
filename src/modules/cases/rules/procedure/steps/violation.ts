import { type Violation, type ViolationCode, violations } from '../../violations/table.ts'
import { bodies } from '../../violations/words.ts'
import type { Words } from '../case-file.ts'
import { choice } from '../fields.ts'

/** 违法行为 as the table of violations names them; where another agency punishes, whoever chooses reads it beside the name. */
export const violationNames = Object.fromEntries(
  Object.entries<Violation>(violations).map(([code, { zh, en, body }]) => [
    code,
    body === 'tobacco' ? { zh, en } : { zh: `${zh}（由${bodies[body].zh}处罚）`, en: `${en} (${bodies[body].en})` },
  ]),
) as Readonly<Record<ViolationCode, Words>>

export const violationField = choice('violation', '违法行为', 'Violation', violationNames)
