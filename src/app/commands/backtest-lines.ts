import type { BacktestReport, ModelPolicy } from '#modules/monitoring'

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`
const signed = (value: number): string => `${value >= 0 ? '+' : ''}${(value * 100).toFixed(0)}%`

/** The report of a back-test, and what it could not measure. */
export function backtestLines(
  { lift, rates, marked, grouped }: BacktestReport,
  plan: { readonly windows: number; readonly windowDays: number; readonly fairness: ModelPolicy['fairness'] },
): string[] {
  const { fairness } = plan
  return [
    marked
      ? `对照组：最近 ${plan.windows} 期（每期 ${plan.windowDays} 天）的随机抽查 ${lift.visits} 次。`
      : `对照组：历史里没有标出随机抽查，以最近 ${plan.windows} 期（每期 ${plan.windowDays} 天）的全部 ${lift.visits} 次检查代替，提升只供参考。`,
    `模型先检查 ${percent(fairness.share)}（${lift.first} 次）：发现率 ${percent(lift.firstRate)}；随机：${percent(lift.armRate)}；${lift.ratio.toFixed(2)} 倍。`,
    `提升 ${signed(lift.lift)}，95% 区间 ${signed(lift.low)} 至 ${signed(lift.high)}（自助法 1,000 次）。${lift.low <= 0 ? '区间含 0，还不能排除是偶然。' : ''}`,
    ...(grouped
      ? rates.map(
          ({ dimension, group, shops, visited, ratio, exceeds }) =>
            `${exceeds ? '✗' : '✓'} ${dimension}“${group || '空白'}”：${shops} 户次，先检查 ${visited}，是全体的 ${ratio.toFixed(2)} 倍（上限 ${fairness.mostRatio} 倍）`,
        )
      : ['没有测量均衡：说明文件（spec）没有写 groups（乡镇、档位、市场类型）。']),
  ]
}
