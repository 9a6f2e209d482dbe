/** What the answers say of one item. */
export interface ItemMeasure {
  readonly asked: number
  /** Share of right first answers; null before anybody answered. */
  readonly share: number | null
  readonly difficulty: 'untested' | 'easy' | 'medium' | 'hard'
  /** Whoever knows the rest knows this one too: correlation with the rest of the sheet (题目区分度). */
  readonly discrimination: number | null
  /** An item that says nothing about knowledge is looked at again. */
  readonly doubtful: boolean
}

export interface MeasurePolicy {
  /** Answers from which on a share means something. */
  readonly testedFrom: number
  readonly easyFrom: number
  readonly hardBelow: number
  readonly doubtfulBelow: number
}

/** 难度由作答数据算出: nobody declares an item easy. */
export function measureItem(
  {
    asked,
    right,
    correlation,
  }: { readonly asked: number; readonly right: number; readonly correlation: number | null },
  policy: MeasurePolicy,
): ItemMeasure {
  const share = asked === 0 ? null : right / asked
  const tested = share !== null && asked >= policy.testedFrom
  const difficulty = !tested
    ? 'untested'
    : share >= policy.easyFrom
      ? 'easy'
      : share < policy.hardBelow
        ? 'hard'
        : 'medium'
  const discrimination = tested ? correlation : null
  const doubtful = discrimination !== null && discrimination < policy.doubtfulBelow
  return { asked, share, difficulty, discrimination, doubtful }
}

/** Before and after, for those who did both. */
export interface Gain {
  readonly pairs: number
  readonly before: number
  readonly after: number
  /** Mean of the differences with its 95 % interval; null below two pairs. */
  readonly low: number | null
  readonly high: number | null
}

/**
 * 学前学后对比: paired differences of the shares, normal interval (mean ± 1.96 s/√n). Whoever did only one round is not counted:
 * those who stay to the end are not those who left.
 */
export function measureGain(pairs: readonly { readonly before: number; readonly after: number }[]): Gain {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  const differences = pairs.map(({ before, after }) => after - before)
  const middle = mean(differences)
  const squares = differences.reduce((sum, value) => sum + (value - middle) ** 2, 0)
  const margin = pairs.length < 2 ? null : 1.96 * Math.sqrt(squares / (pairs.length - 1) / pairs.length)
  return {
    pairs: pairs.length,
    before: mean(pairs.map(({ before }) => before)),
    after: mean(pairs.map(({ after }) => after)),
    low: margin === null ? null : middle - margin,
    high: margin === null ? null : middle + margin,
  }
}
