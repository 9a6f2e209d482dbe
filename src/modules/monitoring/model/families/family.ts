import { at, type Feature, logit } from '../matrix.ts'
import type { Subject, Visit } from '../records.ts'

/** How things stand in general on a day: what a rate or a mean is compared with. */
export interface Level {
  readonly day: number
  readonly base: number
  readonly severity: Float64Array
}

/**
 * One kind of knowledge: it is told visits in the order of their days and answers for subjects as of a day. It holds nothing
 * but what it was told, so that an answer cannot know the future.
 */
export interface Family {
  readonly features: readonly Feature[]
  tell(visit: Visit, values: readonly number[]): void
  /** One list a subject, as long as `features`; NaN for what is not known. */
  read(subjects: readonly Subject[], level: Level): (readonly number[])[]
}

/** What is summed up of a visit: that it was, the outcome, and each severity on a flattened scale. */
export const valuesOf = (visit: Visit): number[] => [1, visit.outcome, ...visit.severity.map(s => Math.log1p(s))]

export const year = 365

/** The log-odds of a rate beside the level, drawn to it as if `strength` more visits had shown just that. */
export const drawnRate = (sums: { outcomes: number; visits: number }, base: number, strength: number): number =>
  logit(Math.min(0.98, Math.max(0.002, (sums.outcomes + strength * base) / (sums.visits + strength)))) - logit(base)

/** A mean beside the level, drawn to it likewise. */
export const drawnMean = (sum: number, visits: number, level: number, strength: number): number =>
  (sum + strength * level) / (visits + strength) - level

export const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, value) => sum + value, 0) / Math.max(1, numbers.length)

/** Severities of others say more than their outcome alone; the first is the outcome's own count and adds nothing. */
export const otherSeverities = (severity: readonly string[]): number[] => severity.map((_, s) => s).slice(1)

export const levelOf = (read: (index: number) => number, severities: number, day: number): Level => {
  const visits = read(0)
  return {
    day,
    base: (read(1) + 2) / (visits + 20),
    severity: Float64Array.from({ length: severities }, (_, s) => read(2 + s) / Math.max(1, visits)),
  }
}

export const levelAt = (level: Level, severity: number): number => at(level.severity, severity)
