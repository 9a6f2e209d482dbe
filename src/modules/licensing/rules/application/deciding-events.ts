import type { ApplicationEvent } from './moves.ts'

/** 决定: the steps that give or take a right, or end the matter. They stop while the audit ledger goes unsealed (F29). */
export const decidingEvents = [
  'grant',
  'deny',
  'confirmDeemed',
  'rejectAcceptance',
  'notRequired',
  'lapse',
  'uphold',
  'reverse',
] as const satisfies readonly ApplicationEvent[]
