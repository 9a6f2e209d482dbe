import { cite } from '#kernel/citation'
import { endClocks, running } from '../clocks.ts'
import { choice, day, lastOf, money, optional, short, textIn, words, yes } from '../fields.ts'
import { sanctionOf } from '../sanction.ts'
import type { StepTable, TakenFacts } from '../step-rule.ts'
import { servedBy } from './hearing.ts'
import { courtClock } from './remedy-clocks.ts'

const notFuture =
  (key: string) =>
  ({ input, at }: TakenFacts) =>
    textIn(input, key) > at.today.toString() ? { zh: '日期在今天以后。', en: 'The day is in the future.' } : undefined
const isUnderRemedy = ({ file }: Pick<TakenFacts, 'file'>): boolean =>
  (lastOf(file, 'beginRemedy')?.n ?? 0) > (lastOf(file, 'endRemedy')?.n ?? 0)

export const executionSteps: StepTable = {
  pay: {
    zh: '登记缴款',
    en: 'Note a payment',
    by: ['inspector', 'head'],
    asks: [
      money('amount', '金额（元）', 'Amount (yuan)'),
      day('paidOn', '缴款日期', 'Paid on'),
      choice('way', '怎么缴的（不能由办案人员收取）', 'How; never to the officer', {
        bank: { zh: '指定银行', en: 'Bank' },
        electronic: { zh: '电子支付系统', en: 'Electronic payment' },
        court: { zh: '法院执行', en: 'Court' },
      }),
      short('receipt', '票据号', 'Number of the receipt'),
    ],
    check: notFuture('paidOn'),
    basis: [cite('CF', 67)],
    change: ({ input, file, at }) => ({
      clocks: clocks => {
        const clock = running(clocks, 'pay')
        const { fine, gains } = due(file)
        const paid = paidSoFar(file) + Number(textIn(input, 'amount'))
        return clock && paid >= fine + gains
          ? endClocks(clocks, ['pay'], { how: 'met', on: at.today.toString(), by: 'pay' })
          : clocks
      },
    }),
  },
  defer: {
    zh: '批准延期、分期缴纳',
    en: 'Allow to pay later or in parts',
    by: ['head'],
    asks: [day('until', '最后一期到', 'Until'), words('当事人的申请和困难情况', 'Application and hardship')],
    check: ({ input, at }) =>
      textIn(input, 'until') > at.today.toString() ? undefined : { zh: '期限太早。', en: 'Too early.' },
    basis: [cite('CF', 66, { paragraph: 2 }), cite('CF', 72, { paragraph: 2 })],
    change: ({ input, at }) => ({
      clocks: clocks => {
        const until = textIn(input, 'until')
        const on = at.today.toString()
        const ended = endClocks(clocks, ['pay', 'court'], { how: 'ended', on, by: 'defer' })
        const pay = { kind: 'pay', startedOn: on, dueOn: until, state: 'running' } as const
        const remedies = clocks.filter(({ kind }) => kind === 'reconsider' || kind === 'sue').map(c => c.dueOn)
        return [...ended, pay, courtClock([until, ...remedies])]
      },
    }),
    papers: ['deferral'],
  },
  beginRemedy: {
    zh: '当事人已申请复议或者起诉',
    en: 'A remedy has begun',
    by: ['legal', 'head'],
    asks: [
      choice('what', '种类', 'Which', {
        fy: { zh: '行政复议', en: 'Reconsideration' },
        ss: { zh: '行政诉讼', en: 'Suit' },
      }),
      short('ref', '案号', 'Number'),
    ],
    check: facts => (isUnderRemedy(facts) ? { zh: '已经登记过，还没有结束。', en: 'One is under way.' } : undefined),
    basis: [cite('CF', 73)],
    change: ({ at, input }) => ({
      clocks: clocks => {
        const on = at.today.toString()
        const used = endClocks(clocks, textIn(input, 'what') === 'fy' ? ['reconsider'] : ['sue', 'reconsider'], {
          how: 'met',
          on,
          by: 'beginRemedy',
        })
        // QZ 53 speaks of a party who brings no remedy: while one runs, the three months do not.
        return used.map(c =>
          c.kind === 'court' && c.state === 'running' ? { ...c, state: 'paused', pausedOn: on } : c,
        )
      },
    }),
  },
  endRemedy: {
    zh: '复议、诉讼结束',
    en: 'The remedy has ended',
    by: ['legal', 'head'],
    asks: [
      choice('result', '结果', 'Outcome', {
        upheld: { zh: '维持、驳回', en: 'Upheld' },
        changed: { zh: '变更、撤销、确认违法', en: 'Changed or set aside' },
        withdrawn: { zh: '撤回', en: 'Withdrawn' },
      }),
      short('ref', '文书号', 'Number'),
    ],
    check: facts =>
      isUnderRemedy(facts) ? undefined : { zh: '没有正在进行的复议、诉讼。', en: 'No remedy is under way.' },
    basis: [cite('CF', 73), cite('QZ', 53)],
    change: ({ at }) => ({
      clocks: clocks => {
        const on = at.today.toString()
        return [...endClocks(clocks, ['court'], { how: 'ended', on, by: 'endRemedy' }), courtClock([on])]
      },
    }),
  },
  demand: {
    zh: '催告履行',
    en: 'Demand',
    by: ['inspector'],
    asks: [servedBy, short('receivedBy', '签收人或者见证人', 'Who received it')],
    needs: ['payOver'],
    basis: [cite('QZ', 54)],
    starts: ['demand'],
    papers: ['demand'],
  },
  applyCourt: {
    zh: '申请法院强制执行',
    en: 'Apply to the court',
    by: ['head'],
    asks: [words('申请执行的标的和当事人意见', 'What is asked, and what the party said')],
    needs: ['demandOver', 'remedyOver'],
    check: ({ file, at }) => {
      const clock = file.clocks.findLast(({ kind }) => kind === 'court')
      return clock && clock.dueOn < at.today.toString()
        ? {
            zh: `申请期限已在${clock.dueOn}届满，法院将不予受理；请报法制部门研究。`,
            en: `The time ended on ${clock.dueOn}.`,
          }
        : undefined
    },
    basis: [cite('QZ', 53), cite('QZ', 54), cite('QZ', 55), cite('ZMF', 41)],
    meets: ['court', 'demand', 'reconsider', 'sue'],
    papers: ['courtApplication'],
  },
  noteCourt: {
    zh: '登记法院的裁定和执行',
    en: 'Note the court',
    by: ['legal', 'head'],
    asks: [
      choice('outcome', '结果', 'Outcome', {
        accepted: { zh: '受理、准予执行', en: 'Accepted' },
        refused: { zh: '不予受理、不予执行', en: 'Refused' },
        done: { zh: '执行完毕', en: 'Executed' },
        ended: { zh: '终结执行', en: 'Execution ended' },
      }),
      short('ref', '裁定书号', 'Number'),
    ],
    basis: [cite('QZ', 56), cite('QZ', 57)],
  },
  publish: {
    zh: '决定是否公开处罚决定',
    en: 'Publish or not',
    by: ['head'],
    asks: [
      choice('how', '决定', 'Decision', {
        published: { zh: '在公示网页公开（隐去个人信息）', en: 'Published on the public page, without personal data' },
        not: { zh: '不公开', en: 'Not published' },
      }),
      words('理由', 'Why'),
    ],
    check: ({ file, input }) => {
      if (textIn(input, 'how') !== 'published') return undefined
      if (sanctionOf(file)?.result !== 'penalty')
        return { zh: '这不是处罚决定，不公示。', en: 'This is no penalty; it is not published.' }
      return isPublished(file) ? { zh: '已经公示，不能重复。', en: 'It is published already.' } : undefined
    },
    basis: [cite('CF', 48)],
  },
  changeDecision: {
    zh: '决定被变更、撤销、确认违法',
    en: 'The decision was changed or set aside',
    by: ['legal', 'head'],
    asks: [words('哪个机关、文书号、内容', 'By whom and how')],
    needs: ['published'],
    check: ({ file }) => (isPublished(file) ? undefined : { zh: '公示已经撤回。', en: 'It was withdrawn already.' }),
    basis: [cite('CF', 48, { paragraph: 2 })],
    starts: ['unpublish'],
  },
  withdrawPublication: {
    zh: '撤回公开的决定信息并说明理由',
    en: 'Withdraw what was published',
    by: ['head'],
    asks: [words('公开说明的理由', 'The public reason')],
    check: ({ file }) =>
      running(file.clocks, 'unpublish')
        ? undefined
        : { zh: '没有要撤回的公开信息。', en: 'Nothing is to be withdrawn.' },
    basis: [cite('CF', 48, { paragraph: 2 })],
    meets: ['unpublish'],
  },
  askClosing: {
    zh: '填报结案报告表',
    en: 'Ask to close',
    by: ['inspector'],
    asks: [words('执行情况', 'How it was executed')],
    needs: ['settled', 'goodsBalanced', 'holdsSettled'],
    proposes: true,
    basis: [cite('CF', 66)],
    papers: ['closing'],
  },
  close: {
    zh: '批准结案',
    en: 'Close',
    by: ['head'],
    asks: [optional(words('意见', 'Opinion'))],
    needs: ['settled', 'goodsBalanced'],
    decides: true,
    meets: ['pay', 'court', 'demand', 'reconsider', 'sue', 'cash'],
  },
  returnClosing: { zh: '退回', en: 'Send back', by: ['head'], asks: [words('原因', 'Why')], decides: true },
  archive: {
    zh: '立卷归档',
    en: 'Archive',
    by: ['inspector', 'legal'],
    asks: [
      yes('main', '正卷齐全，已编号', 'Main volume complete and numbered'),
      yes('side', '副卷（审核、讨论等内部材料）另装', 'Internal papers in a second volume'),
      short('box', '卷宗号', 'Volume number'),
    ],
    needs: ['goodsBalanced'],
    basis: [cite('CF', 47), cite('DA', 13)],
    papers: ['archive'],
  },
}

const isPublished = (file: TakenFacts['file']): boolean =>
  (file.steps.findLast(s => s.event === 'publish' && s.input['how'] === 'published')?.n ?? 0) >
  (lastOf(file, 'withdrawPublication')?.n ?? 0)

const due = (file: TakenFacts['file']) => {
  const said = file.steps.findLast(s => s.event === 'propose' || s.event === 'decideOnSpot')?.input ?? {}
  return { fine: Number(textIn(said, 'fine') || 0), gains: Number(textIn(said, 'gains') || 0) }
}
const paidSoFar = (file: TakenFacts['file']): number =>
  file.steps
    .filter(({ event }) => event === 'pay' || event === 'collectOnSpot')
    .reduce((sum, { input }) => sum + Number(textIn(input, 'amount') || 0), 0)
