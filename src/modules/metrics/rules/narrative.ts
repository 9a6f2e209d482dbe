import { type Change, figureChange } from './change.ts'
import type { FigureUnit } from './figure.ts'
import { formatValue } from './format-value.ts'

/** What a month says of one figure. */
export interface FigureFacts {
  readonly code: string
  readonly name: string
  readonly unit: FigureUnit
  readonly better: 'up' | 'down' | undefined
  readonly now: number | null
  readonly counted: number
  readonly monthBefore: number | null
  readonly yearBefore: number | null
}

/** What the calendar says of the month: working days by the State Council's notice, holidays by name. */
export interface MonthFacts {
  readonly workingDays: number
  readonly workingDaysBefore: number
  readonly holidays: readonly string[]
}

export interface Sentence {
  readonly kind: 'change' | 'maybe'
  readonly text: string
  /** Codes of the figures that it rests on: no sentence without one. */
  readonly figures: readonly string[]
  /** For a guess: which rule makes it, and from where. */
  readonly source: string
}

/** Below these a change is not told as one. */
const least = { points: 2, ratio: 0.1, counted: 5 } as const

type Facts = ReadonlyMap<string, FigureFacts>

function isNotable(facts: FigureFacts): Change | undefined {
  const change = figureChange(facts, facts.now, facts.monthBefore)
  if (change === undefined || facts.counted < least.counted) return undefined
  return Math.abs(change.amount) >= (change.unit === 'points' ? least.points : least.ratio) ? change : undefined
}

const size = ({ amount, unit }: Change): string =>
  unit === 'points'
    ? `${amount > 0 ? '上升' : '下降'}${Math.abs(amount).toFixed(1)}个百分点`
    : `${amount > 0 ? '增加' : '减少'}${(Math.abs(amount) * 100).toFixed(1)}%`

/** 变了什么: one sentence a figure that moved, with the numbers of both sides; an unfinished month beside the same days. */
export function changeSentences(figures: readonly FigureFacts[], whole: boolean): readonly Sentence[] {
  const [month, lastYearOf] = whole ? ['上月', '上年同月'] : ['上月同期', '上年同期']
  return figures.flatMap(facts => {
    const change = isNotable(facts)
    if (change === undefined) return []
    const say = (value: number | null) => formatValue(value, facts.unit, 'zh')
    const year = figureChange(facts, facts.now, facts.yearBefore)
    const lastYear =
      year === undefined ? `${lastYearOf}没有可比的数据` : `比${lastYearOf}（${say(facts.yearBefore)}）${size(year)}`
    const text = `${facts.name}${say(facts.now)}，比${month}（${say(facts.monthBefore)}）${size(change)}；${lastYear}。`
    return [{ kind: 'change', text, figures: [facts.code], source: '' }]
  })
}

type Way = 'up' | 'down'

interface Guess {
  readonly rule: string
  readonly needs: Readonly<Record<string, Way>>
  readonly when?: (month: MonthFacts) => boolean
  readonly say: (month: MonthFacts) => string
}

/**
 * 为什么可能这样: guesses from figures that moved together. A figure that moves with another is no proof: every sentence says 可能. Rules of
 * our own (设计); the calendar is the State Council's holiday notice.
 */
const guesses: readonly Guess[] = [
  {
    rule: '规则1：收件量与审批时长同月上升',
    needs: { received: 'up', approvalDays: 'up' },
    say: () => '收件量同期增加，审批时长变长可能与此有关。',
  },
  {
    rule: '规则2：一次办成率与准时率同月下降',
    needs: { firstTime: 'down', onTime: 'down' },
    say: () => '需要补正的办件增多，可能拖长了办理时间。可以看补正最多的是哪几个事项。',
  },
  {
    rule: '规则3：终端办件量与零跑动率同月上升',
    needs: { atTerminal: 'up', zeroErrand: 'up' },
    say: () => '在村级终端办的增多，零跑动率上升可能与此有关。',
  },
  {
    rule: '规则4：帮办率上升、申请时长下降',
    needs: { assisted: 'up', applyMinutes: 'down' },
    say: () => '有帮办员在旁的办件增多，申请变快可能与此有关。',
  },
  {
    rule: '规则5：工作日减少（国务院办公厅节假日安排）',
    needs: { received: 'down' },
    when: ({ workingDays, workingDaysBefore }) => workingDays < workingDaysBefore,
    say: ({ workingDays, workingDaysBefore }) =>
      `本月${workingDays}个工作日，上月${workingDaysBefore}个，收件量减少可能与工作日少有关。`,
  },
  {
    rule: '规则6：工作日增加（国务院办公厅节假日安排）',
    needs: { received: 'up' },
    when: ({ workingDays, workingDaysBefore }) => workingDays > workingDaysBefore,
    say: ({ workingDays, workingDaysBefore }) =>
      `本月${workingDays}个工作日，上月${workingDaysBefore}个，收件量增加可能与工作日多有关。`,
  },
  {
    rule: '规则7：节假日当月错时检查占比上升（国务院办公厅节假日安排）',
    needs: { offHoursShare: 'up' },
    when: ({ holidays }) => holidays.length > 0,
    say: ({ holidays }) => `本月有${holidays.join('、')}，错时检查增多可能与节日期间的检查安排有关。`,
  },
  {
    rule: '规则8：错时检查占比上升、市场净化率下降',
    needs: { offHoursShare: 'up', purity: 'down' },
    say: () => '错时检查更容易遇到问题，净化率下降可能是因为查得更准，不一定说明市场变差。',
  },
  {
    rule: '规则9：预警增多、误报率上升',
    needs: { alerts: 'up', falseAlarmRate: 'up' },
    say: () => '预警条数增加而误报率上升，可能是阈值偏松，可以看误报最多的是哪几项指标。',
  },
  {
    rule: '规则10：线索增多、成案率下降',
    needs: { clues: 'up', clueToCase: 'down' },
    say: () => '受理的线索增多，成案率下降可能是因为较多线索没有核实到违法事实，不一定说明核查变差。',
  },
  {
    rule: '规则11：收件量增加、送达准时率下降',
    needs: { received: 'up', servedOnTime: 'down' },
    say: () => '办件增多，送达变慢可能与此有关。',
  },
]

export function guessSentences(facts: Facts, month: MonthFacts): readonly Sentence[] {
  const moved = (code: string, way: Way) => {
    const figure = facts.get(code)
    const change = figure && isNotable(figure)
    return change !== undefined && change.amount > 0 === (way === 'up')
  }
  return guesses.flatMap(({ rule, needs, when, say }) =>
    Object.entries(needs).every(([code, way]) => moved(code, way)) && (when?.(month) ?? true)
      ? [{ kind: 'maybe', text: say(month), figures: Object.keys(needs), source: `${rule}（设计）` }]
      : [],
  )
}
