import { type Fen, fen } from '#kernel/money'
import { PolicyError, type PolicySet } from '#platform/policy'
import type { StepShares } from './discretion/steps.ts'
import { type NetworkClass, parseNetworkClasses } from './thresholds/network-case.ts'
import type { CarryLimits } from './violations/transport.ts'

/** The bureau's numbers for 裁量, 追诉标准提示, 网络案件 and 涉案物品 that hold on one day. */
export interface SanctionPolicy {
  readonly steps: StepShares
  readonly amountBands: readonly Fen[]
  readonly similarCases: number
  readonly warnPercent: number
  readonly networkClasses: readonly NetworkClass[]
  readonly limits: CarryLimits
  readonly keepingSoonDays: number
  readonly bureau: string
  /** 发文字号 of the papers of goods begins with it. */
  readonly goodsMark: string
  readonly version: string
}

/** @throws PolicyError when a value is missing, unreadable, or the steps do not cover the range from end to end. */
export function sanctionPolicyOf(set: PolicySet): SanctionPolicy {
  const steps: StepShares = {
    light: shareOf(set, 'cases.stepLight'),
    usual: shareOf(set, 'cases.stepUsual'),
    heavy: shareOf(set, 'cases.stepHeavy'),
  }
  const { light, usual, heavy } = steps
  if (light[0] !== 0 || light[1] !== usual[0] || usual[1] !== heavy[0] || heavy[1] !== 100)
    throw new PolicyError('cases.step…: the three steps must follow on one another from 0 to 100')
  const warnPercent = set.number('cases.thresholdWarnPercent')
  if (warnPercent < 50 || warnPercent > 100) throw new PolicyError('cases.thresholdWarnPercent is not within 50 to 100')
  const networkClasses = parseNetworkClasses(set.text('cases.networkClasses'))
  if (!networkClasses.ok) throw new PolicyError('cases.networkClasses cannot be read')
  return {
    steps,
    amountBands: set.text('cases.amountBands').split(',').map(bandOf),
    similarCases: set.number('cases.similarCases'),
    warnPercent,
    networkClasses: networkClasses.value,
    limits: {
      carrySticks: set.number('cases.carrySticks'),
      postSticks: set.number('cases.postSticks'),
      leafGrams: set.number('cases.leafGrams'),
      factor: set.number('cases.overLimitFactor'),
    },
    keepingSoonDays: set.number('cases.keepingSoonDays'),
    bureau: set.text('bureau.name'),
    goodsMark: set.text('cases.goodsMark'),
    version: set.version,
  }
}

function shareOf(set: PolicySet, key: string): readonly [number, number] {
  const [, from, to] = /^(\d{1,3})-(\d{1,3})$/u.exec(set.text(key)) ?? []
  if (from === undefined || to === undefined || Number(from) >= Number(to) || Number(to) > 100)
    throw new PolicyError(`${key} is no share like 30-70`)
  return [Number(from), Number(to)]
}

function bandOf(text: string): Fen {
  if (!/^\s*\d{1,9}\s*$/u.test(text)) throw new PolicyError(`cases.amountBands: no yuan: ${text}`)
  return fen(Number(text) * 100)
}
