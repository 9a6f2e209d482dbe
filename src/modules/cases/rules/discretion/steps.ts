import { type Fen, fen, mulRatio } from '#kernel/money'
import type { SanctionRange } from '../violations/sanction.ts'
import { type FactorCode, withEffect } from './factors.ts'

/** 裁量阶次: a part of the statutory range, in percent of its width. The bureau's own values (policy). */
export const steps = {
  light: { zh: '从轻', en: 'lighter' },
  usual: { zh: '一般', en: 'usual' },
  heavy: { zh: '从重', en: 'heavier' },
} as const
type Step = keyof typeof steps
export type StepShares = Readonly<Record<Step, readonly [from: number, to: number]>>

export interface FineProposal {
  /** `none`: 不予处罚 is ordered by law; `mayNone`: the law allows it. */
  readonly outcome: 'none' | 'mayNone' | 'fine' | 'noFine'
  readonly step: Step
  /** The part of the range that needs no further reason. */
  readonly from: Fen
  readonly to: Fen
  /** Its middle: what the page proposes. */
  readonly proposed: Fen
  /** 减轻: whether the law lets the fine go below the range (a factor of 第三十条至第三十二条). */
  readonly mayReduce: boolean
}

/**
 * 裁量建议. Only lighter factors: the light step; only heavier ones: the heavy step; none or both: the usual step, and a person weighs.
 * A factor that exempts by law ends it. The proposal decides nothing: see decideFine.
 */
export function proposeFine(range: SanctionRange, found: readonly FactorCode[], shares: StepShares): FineProposal {
  const lighter = withEffect(found, 'lighter').length > 0
  const heavier = withEffect(found, 'heavier').length > 0
  const step: Step = lighter === heavier ? 'usual' : lighter ? 'light' : 'heavy'
  const { fine } = range
  if (fine === undefined)
    return { outcome: 'noFine', step, from: fen(0), to: fen(0), proposed: fen(0), mayReduce: false }
  const width = fen(fine.to - fine.from)
  const at = (percent: number) => fen(fine.from + mulRatio(width, percent, 100))
  const [low, high] = shares[step]
  return {
    outcome: outcomeOf(found),
    step,
    from: at(low),
    to: at(high),
    proposed: at((low + high) / 2),
    mayReduce: lighter,
  }
}

const mustExempt: readonly FactorCode[] = ['under14', 'incapable', 'trivial', 'noFault']

function outcomeOf(found: readonly FactorCode[]): FineProposal['outcome'] {
  if (found.some(code => mustExempt.includes(code))) return 'none'
  return found.includes('firstSlight') ? 'mayNone' : 'fine'
}
