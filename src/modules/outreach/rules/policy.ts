import { PolicyError, type PolicySet } from '#platform/policy'
import type { MeasurePolicy } from './quiz/measure.ts'
import type { SurveyPolicy } from './survey/estimate.ts'

/** 普法的本局参数 that hold on one day. */
export interface OutreachPolicy {
  readonly quizPoints: number
  readonly items: MeasurePolicy
  readonly survey: SurveyPolicy
  /** An event reaches the shops within this many metres. */
  readonly reachMetres: number
  /** For this many months. */
  readonly reachMonths: number
  /** What may be sent of a short film, and how long it may be. */
  readonly filmMegabytes: number
  readonly filmMinutes: number
  /** 撤下 films and recordings lie on the disk for so many days more. */
  readonly withdrawnMediaDays: number
  /** Hosts besides our own that a code in a picture may lead to. */
  readonly linkHosts: readonly string[]
}

/** @throws PolicyError when a value is missing, of another type, or no share between 0 and 1. */
export function outreachPolicyOf(set: PolicySet): OutreachPolicy {
  const number = (name: string) => set.number(`outreach.${name}`)
  const share = (name: string) => {
    const value = number(name)
    if (value < 0 || value > 1) throw new PolicyError(`outreach.${name} is no share: ${value}`)
    return value
  }
  return {
    quizPoints: number('quizPoints'),
    items: {
      testedFrom: number('testedFrom'),
      easyFrom: share('easyFrom'),
      hardBelow: share('hardBelow'),
      doubtfulBelow: number('doubtfulBelow'),
    },
    reachMetres: number('reachMetres'),
    reachMonths: number('reachMonths'),
    filmMegabytes: number('filmMegabytes'),
    filmMinutes: number('filmMinutes'),
    withdrawnMediaDays: number('withdrawnMediaDays'),
    linkHosts: set
      .text('outreach.linkHosts')
      .split(/[,，、\s]+/u)
      .filter(Boolean),
    survey: { leastAnswers: number('leastAnswers'), leastResponse: share('leastResponse') },
  }
}
