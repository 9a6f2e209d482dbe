import type { Moment } from '#kernel/dates'
import { drawable, setPdf } from '#platform/typesetting'
import { metricsPolicy } from '../policy.ts'
import { basisWords } from '../queries/figure-view.ts'
import { formatValue } from '../rules/format-value.ts'
import { changeSentences, guessSentences, type MonthFacts, type Sentence } from '../rules/narrative.ts'
import { sayPolicy } from '../rules/say-policy.ts'
import type { ReportFigure } from './facts.ts'

/** Figures that have a picture in the report. */
const pictured = ['received', 'onTime', 'zeroErrand', 'visits', 'casesFiled', 'alerts']
/** Figures that are compared by town. */
const byTown = ['received', 'onTime', 'zeroErrand', 'workingMetres', 'visits', 'purity', 'nearSchools']

interface Asked {
  readonly month: string
  readonly figures: readonly ReportFigure[]
  readonly calendar: MonthFacts | undefined
  readonly at: Moment
  readonly mode: 'demo' | 'production'
  readonly bureau: string
}

/** 月报: tables, pictures and sentences, each tied to its figures by their numbers in the table. */
export function renderMonthlyReport({ month, figures, calendar, at, mode, bureau }: Asked): Uint8Array {
  const numbers = new Map(figures.map(({ facts }, n) => [facts.code, n + 1]))
  const facts = new Map(figures.map(one => [one.facts.code, one.facts]))
  const tied = ({ text, figures: codes, source }: Sentence) => ({
    text: drawable(text),
    marks: codes.map(code => `〔${numbers.get(code) ?? '?'}〕`).join(''),
    source,
  })
  const whole = month < at.today.toString().slice(0, 7)
  const of = (code: string) => figures.find(one => one.facts.code === code)
  const say = ({ figure, group, facts: known }: ReportFigure, value: number | null) =>
    formatValue(value, known.unit, 'zh', figure.period === 'now' ? null : (group.waitsFor?.say ?? null))
  return setPdf('modules/metrics/report/templates/monthly.typ', {
    ...{ bureau, month, demo: mode === 'demo', made: at.today.toString() },
    whole,
    changes: changeSentences(
      figures.map(one => one.facts),
      whole,
    ).map(tied),
    guesses: calendar === undefined ? [] : guessSentences(facts, calendar).map(tied),
    rows: figures.map((one, n) => ({
      n: n + 1,
      group: one.group.name.zh,
      name: one.facts.name,
      now: say(one, one.facts.now),
      monthBefore: say(one, one.facts.monthBefore),
      yearBefore: say(one, one.facts.yearBefore),
      counted: one.facts.counted,
    })),
    pictures: pictured.flatMap(code => {
      const one = of(code)
      if (!one) return []
      const most = Math.max(...one.months.map(({ value }) => value ?? 0), 0)
      const bars = one.months.map(({ month: m, value }) => ({
        month: m.endsWith('-01') ? m.slice(0, 4) : String(Number(m.slice(5))),
        height: value === null || most === 0 ? null : value / most,
        words: value === null ? '' : shortly(say(one, value)),
      }))
      return [{ n: numbers.get(code), name: `${one.facts.name}${one.facts.unit === 'share' ? '（%）' : ''}`, bars }]
    }),
    townHeads: byTown.flatMap(code => of(code)?.facts.name ?? []),
    towns: (of('received')?.towns ?? []).map(({ name }, n) => ({
      name,
      cells: byTown.flatMap(code => {
        const one = of(code)
        return one ? [say(one, one.towns[n]?.value ?? null)] : []
      }),
    })),
    definitions: figures.map(({ figure, group, facts: { name } }, n) => ({
      n: n + 1,
      name,
      formula: sayPolicy(figure.formula, metricsPolicy(at.today)).zh,
      basis: basisWords(figure.basis).zh,
      owner: group.owner.zh,
    })),
  })
}

/** Over a bar there is room for a number, not for its unit. */
const shortly = (words: string): string => words.replace(/[^\d.,万]+$/u, '')
