export { type TransportPolicy, transportPolicy } from './policy.ts'
export { reasonZh } from './reasons.ts'
export { type ModelAsk, type Scored, type ScoreRow, topScores, writeScores } from './signals.ts'
export { scoreWaybills } from './waybills.ts'
