import { cite } from '#kernel/citation'
import { ok, refuse } from '#kernel/refusal'
import type { Moves } from '#kernel/state-table'
import { limitAfter } from '../days.ts'
import { choice, day, short, textIn, words } from '../fields.ts'
import type { KindRule, StepFacts, StepOutcome } from '../file.ts'

/** 检查处置: what was found is corrected and looked at again, or handed over to be filed as a case. */
const disposalMoves = {
  rectifying: { pass: 'closed', fail: 'failed', extend: 'rectifying' },
  failed: { again: 'rectifying', handOver: 'handedOver', close: 'closed' },
  handedOver: { file: 'filed', dontFile: 'closed' },
  filed: { conclude: 'closed' },
  closed: {},
} as const satisfies Moves

/** A correction with its last day: a visit is asked for within the days after it. Also where a file begins so. */
function rectifyBy({ file, policy, calendar }: StepFacts, until: string, why: string): StepOutcome {
  const dueBy = limitAfter(calendar, Temporal.PlainDate.from(until), policy.followUpWorkingDays)
  return {
    data: { rectifyBy: until, round: Number(file.data['round'] ?? 0) + 1 },
    dueOn: dueBy,
    effects: [{ do: 'followUp', dueBy, words: `整改期限 ${until}。${why}` }],
  }
}

/** S93 33: from the finding to the decision whether it is filed. */
const filing = ({ today, policy }: StepFacts): StepOutcome => ({
  dueOn: today.add({ days: policy.filingDays }).toString(),
  effects: [{ do: 'askCase' }],
})

export const disposal: KindRule = {
  zh: '检查处置',
  en: 'Disposal of a finding',
  prefix: 'CZ',
  moves: disposalMoves,
  states: {
    rectifying: { zh: '整改中', en: 'Being corrected', due: { zh: '复查期限', en: 'Follow-up by' } },
    failed: { zh: '整改未到位', en: 'Not corrected' },
    handedOver: { zh: '待立案', en: 'Waiting to be filed', due: { zh: '立案审查期限', en: 'Decide on filing by' } },
    filed: { zh: '已立案（案件另办）', en: 'Filed as a case' },
    closed: { zh: '已办结', en: 'Closed' },
  },
  open: null,
  events: {
    pass: { zh: '确认已改正', en: 'Corrected', by: ['head'], asks: [words('依据（照片、材料）', 'On what evidence')] },
    fail: { zh: '未改正', en: 'Not corrected', by: ['head'], asks: [words('情况', 'What was seen')] },
    extend: {
      zh: '延长改正期限',
      en: 'Extend',
      by: ['head'],
      asks: [day('until', '新的改正期限', 'New last day'), words('理由', 'Why')],
      basis: [cite('CF', 28)],
    },
    again: {
      zh: '再次责令改正',
      en: 'Order again',
      by: ['head'],
      asks: [day('until', '改正期限', 'Last day'), words('要求', 'What is ordered')],
      basis: [cite('CF', 28)],
    },
    handOver: { zh: '移交立案', en: 'Hand over', by: ['inspector', 'head'], asks: [words('移交的理由', 'Why')] },
    close: { zh: '办结', en: 'Close', by: ['head'], asks: [words('理由', 'Why')] },
    file: {
      zh: '登记已立案',
      en: 'Note the filing',
      by: ['head', 'legal'],
      asks: [short('caseNo', '立案编号', 'Case number'), words('说明', 'Remarks')],
      basis: [cite('S93', 35)],
    },
    dontFile: { zh: '不予立案', en: 'Not filed', by: ['head'], asks: [words('理由', 'Why')], basis: [cite('S93', 36)] },
    conclude: {
      zh: '登记案件结果',
      en: 'Note the outcome',
      by: ['head', 'legal'],
      asks: [
        choice('result', '结果', 'Outcome', {
          penalised: { zh: '已处罚', en: 'Penalised' },
          none: { zh: '不予处罚、撤案', en: 'No penalty' },
          transferred: { zh: '移送公安机关', en: 'Transferred to the police' },
        }),
        words('决定书编号和内容', 'Number and content of the decision'),
      ],
    },
  },
  begin: facts => {
    const until = facts.file.data['rectifyBy']
    if (facts.file.state === 'handedOver') return ok(filing(facts))
    return ok(rectifyBy(facts, String(until), ''))
  },
  decide: facts => {
    const { event, input, today, file } = facts
    if (event === 'extend' || event === 'again') {
      const until = textIn(input, 'until')
      if (until < today.toString() || (event === 'extend' && until <= String(file.data['rectifyBy'])))
        return refuse('creditDayPast')
      return ok(rectifyBy(facts, until, textIn(input, 'words')))
    }
    if (event === 'handOver') return ok(filing(facts))
    if (event === 'fail') {
      const data = {
        what: 'notRectified',
        happenedOn: today.toString(),
        words: textIn(input, 'words'),
        evidence: file.id,
      }
      return ok({ dueOn: null, effects: [{ do: 'open', kind: 'record', data }] })
    }
    const kept =
      event === 'file'
        ? { caseNo: textIn(input, 'caseNo') }
        : event === 'conclude'
          ? { result: textIn(input, 'result'), decision: textIn(input, 'words') }
          : {}
    return ok({ data: kept, dueOn: null })
  },
}
