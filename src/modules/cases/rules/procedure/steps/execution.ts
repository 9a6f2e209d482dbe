import { cite } from '#kernel/citation'
import { endClocks, running } from '../clocks.ts'
import { choice, day, money, optional, short, textIn, words, yes } from '../fields.ts'
import { standingOf } from '../standing.ts'
import type { StepTable, TakenFacts } from '../step-rule.ts'
import { servedBy } from './hearing.ts'
import { courtClock } from './remedy-clocks.ts'

const notFuture =
  (key: string) =>
  ({ input, at }: TakenFacts) =>
    textIn(input, key) > at.today.toString() ? { zh: '日期在今天以后。', en: 'The day is in the future.' } : undefined

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
        const owed = standingOf(file)
        const paid = paidSoFar(file) + Number(textIn(input, 'amount'))
        return clock && paid >= (owed?.fine ?? 0) + (owed?.gains ?? 0)
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
  askClosing: {
    zh: '填报结案报告表',
    en: 'Ask to close',
    by: ['inspector'],
    asks: [words('执行情况', 'How it was executed')],
    needs: ['settled', 'destroyed', 'goodsBalanced', 'holdsSettled'],
    proposes: true,
    basis: [cite('CF', 66)],
    papers: ['closing'],
  },
  close: {
    zh: '批准结案',
    en: 'Close',
    by: ['head'],
    asks: [optional(words('意见', 'Opinion'))],
    needs: ['settled', 'destroyed', 'goodsBalanced'],
    decides: true,
    meets: ['pay', 'court', 'courtReview', 'demand', 'reconsider', 'sue', 'cash'],
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

const paidSoFar = (file: TakenFacts['file']): number =>
  file.steps
    .filter(({ event }) => event === 'pay' || event === 'collectOnSpot')
    .reduce((sum, { input }) => sum + Number(textIn(input, 'amount') || 0), 0)
