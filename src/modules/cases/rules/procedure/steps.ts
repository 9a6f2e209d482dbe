import type { CaseEvent } from './moves.ts'
import type { StepRule } from './step-rule.ts'
import { courtSteps } from './steps/court.ts'
import { decisionSteps, simpleSteps } from './steps/decision.ts'
import { executionSteps } from './steps/execution.ts'
import { filingSteps } from './steps/filing.ts'
import { hearingSteps } from './steps/hearing.ts'
import { investigationSteps } from './steps/investigation.ts'
import { publicitySteps } from './steps/publicity.ts'
import { remedySteps } from './steps/remedy.ts'
import { transferSteps } from './steps/transfer.ts'

/** 办案步骤, all of them. */
export const stepTable: Readonly<Partial<Record<CaseEvent, StepRule>>> = {
  ...filingSteps,
  ...investigationSteps,
  ...hearingSteps,
  ...decisionSteps,
  ...simpleSteps,
  ...executionSteps,
  ...courtSteps,
  ...remedySteps,
  ...publicitySteps,
  ...transferSteps,
}

/** Every step of the state table has its row; a test compares both. */
export const stepRule = (event: string): StepRule | undefined =>
  Object.hasOwn(stepTable, event) ? stepTable[event as CaseEvent] : undefined
export const stepEvents = Object.keys(stepTable) as readonly CaseEvent[]
