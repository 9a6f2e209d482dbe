import { PolicyError, type PolicySet } from '#platform/policy'

/** All numbers of intelligence (本局参数) that hold on one day. */
export interface IntelligencePolicy {
  readonly checkDays: number
  readonly extendDays: number
  readonly tellWorkingDays: number
  readonly watchDays: number
  readonly sameDays: number
  readonly sameText: number
  readonly openingHours: number
  readonly reward: RewardTable
  /** Which values these are: kept with every reward. */
  readonly version: string
}

/** 举报奖励标准, in yuan; local, and not ours by law (烟草专卖法实施条例 §50 orders a reward and names no sum). */
export interface RewardTable {
  readonly finishedPerCase: number
  readonly loosePerCase: number
  readonly genuinePercent: number
  readonly shredPerTonne: number
  readonly leafPerTonne: number
  readonly capYuan: number
  readonly notAboveFine: boolean
}

/** @throws PolicyError when a value is missing, of another type, or beyond what the rules allow. */
export function intelligencePolicyOf(set: PolicySet): IntelligencePolicy {
  const number = (key: string) => set.number(`intelligence.${key}`)
  const reward = (key: string) => notNegative(`reward.${key}`, set.number(`reward.${key}`))
  if (number('checkDays') > 7) throw new PolicyError('intelligence.checkDays is beyond 7 (S93 33)')
  if (number('openingHours') > 24) throw new PolicyError('intelligence.openingHours is beyond 24')
  if (!(number('sameText') > 0 && number('sameText') <= 1)) throw new PolicyError('intelligence.sameText is no share')
  return {
    checkDays: number('checkDays'),
    extendDays: number('extendDays'),
    tellWorkingDays: number('tellWorkingDays'),
    watchDays: number('watchDays'),
    sameDays: number('sameDays'),
    sameText: number('sameText'),
    openingHours: number('openingHours'),
    reward: {
      finishedPerCase: reward('finishedPerCase'),
      loosePerCase: reward('loosePerCase'),
      genuinePercent: reward('genuinePercent'),
      shredPerTonne: reward('shredPerTonne'),
      leafPerTonne: reward('leafPerTonne'),
      capYuan: reward('capYuan'),
      notAboveFine: set.flag('reward.notAboveFine'),
    },
    version: set.version,
  }
}

function notNegative(key: string, value: number): number {
  if (value < 0) throw new PolicyError(`${key} is below nothing`)
  return value
}
