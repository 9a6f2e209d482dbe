import { cite } from '#kernel/citation'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Moves } from '#kernel/state-table'
import { modelConditions, unmet } from '../criteria.ts'
import { limitAfter } from '../days.ts'
import { short, textIn, words } from '../fields.ts'
import type { KindRule, StepFacts, StepOutcome } from '../file.ts'

/** 诚信经营示范店: anybody nominates, the rule checks, the public may object, another person decides, every year again. */
const modelMoves = {
  nominated: { publicise: 'public', reject: 'rejected' },
  public: { object: 'public', name: 'named', reject: 'rejected' },
  named: { review: 'named', remove: 'removed' },
  rejected: {},
  removed: {},
} as const satisfies Moves

export const model: KindRule = {
  zh: '诚信经营示范店',
  en: 'Model shop',
  prefix: 'SF',
  moves: modelMoves,
  states: {
    nominated: { zh: '已推荐，待审查', en: 'Nominated' },
    public: { zh: '公示中', en: 'In public notice', due: { zh: '公示期满', en: 'Notice ends' } },
    named: { zh: '示范店', en: 'Model shop', due: { zh: '年度复核', en: 'Yearly review' } },
    rejected: { zh: '未入选', en: 'Not chosen' },
    removed: { zh: '已取消', en: 'Removed' },
  },
  open: { by: ['window', 'inspector', 'helper', 'head'], asks: [words('推荐理由', 'Why')] },
  events: {
    publicise: {
      zh: '条件审查通过，开始公示',
      en: 'Conditions met, put on notice',
      by: ['inspector', 'legal'],
      asks: [words('审查意见', 'Opinion')],
      proposes: true,
    },
    object: {
      zh: '登记公示期意见',
      en: 'Note an objection',
      by: ['window', 'inspector', 'legal', 'head'],
      asks: [short('from', '谁提出（可以写“匿名”）', 'From whom'), words('意见和核实情况', 'What was said and found')],
    },
    name: {
      zh: '评为示范店',
      en: 'Name as model shop',
      by: ['head'],
      asks: [words('意见（对公示期意见的处理）', 'Opinion')],
      decides: true,
    },
    reject: { zh: '不评', en: 'Do not name', by: ['head'], asks: [words('理由', 'Why')] },
    review: { zh: '年度复核合格', en: 'Passes the yearly review', by: ['head'], asks: [words('复核情况', 'Findings')] },
    remove: { zh: '取消示范店', en: 'Remove', by: ['head'], asks: [words('理由', 'Why')], basis: [cite('YSJ', 50)] },
  },
  begin: ({ input }) => ok({ data: { words: textIn(input, 'words') } }),
  decide: facts => {
    const { event, today, policy, calendar, file, input } = facts
    if (event === 'publicise')
      return whenMet(facts, { dueOn: limitAfter(calendar, today, policy.publicityWorkingDays) })
    if (event === 'object') {
      const said = Array.isArray(file.data['objections']) ? file.data['objections'] : []
      return ok({
        data: {
          objections: [...said, { on: today.toString(), from: textIn(input, 'from'), words: textIn(input, 'words') }],
        },
      })
    }
    const again = today.add({ months: policy.modelReviewMonths }).toString()
    if (event === 'name') {
      if (file.dueOn !== null && today.toString() <= file.dueOn)
        return refuse('creditStillPublic', { until: file.dueOn })
      return whenMet(facts, {
        dueOn: again,
        data: { namedOn: today.toString() },
        effects: [tell(facts, '被评为诚信经营示范店')],
      })
    }
    if (event === 'review') return whenMet(facts, { dueOn: again, data: { reviewedOn: today.toString() } })
    return ok({ dueOn: null, ...(event === 'remove' ? { effects: [tell(facts, '不再是诚信经营示范店')] } : {}) })
  },
}

const tell = ({ file }: StepFacts, what: string) =>
  ({ do: 'tell', text: `您的店（许可证尾号${file.licenceNo.slice(-4)}）${what}。` }) as const

function whenMet({ standing, today, policy }: StepFacts, outcome: StepOutcome): Result<StepOutcome> {
  const missing = unmet(modelConditions(standing, today, policy))
  if (missing.length === 0) return ok(outcome)
  return refuse('creditModelUnmet', {
    why: missing.map(({ zh }) => zh).join('；'),
    whyEn: missing.map(({ en }) => en).join('; '),
  })
}
