import { cite } from '#kernel/citation'
import { agencies, competenceOf, othersAct, referable } from '../../competence.ts'
import { running } from '../clocks.ts'
import { choice, lastOf, listIn, optional, short, textIn, two, words, yes } from '../fields.ts'
import type { StepTable } from '../step-rule.ts'
import { uncertified } from './certified.ts'
import { violationField } from './violation.ts'

/** 不予立案、撤销立案 (S93 36, excerpt). */
const noFiling = choice('ground', '理由', 'Ground', {
  barred: { zh: '超过处罚时效', en: 'Time-barred' },
  notOurs: { zh: '不属于本局管辖', en: 'Not ours' },
  noFacts: { zh: '违法事实不成立', en: 'No facts' },
  slight: { zh: '轻微依法不予处罚', en: 'Slight' },
  other: { zh: '其他依法不予立案的情形', en: 'Other' },
})

export const filingSteps: StepTable = {
  extendCheck: {
    zh: '延长核查期限',
    en: 'Extend the check',
    by: ['head'],
    asks: [
      { key: 'until', zh: '延长到', en: 'Until', type: 'day' },
      words('理由', 'Why'),
      yes('told', '已书面告知当事人', 'The party is told in writing'),
    ],
    check: ({ file, input, at }) => {
      const until = textIn(input, 'until')
      const last = at.today.add({ days: 30 }).toString()
      const clock = running(file.clocks, 'check')
      if (lastOf(file, 'extendCheck')) return { zh: '核查期限只能延长一次。', en: 'It can be extended once only.' }
      return clock && until > clock.dueOn && until <= last
        ? undefined
        : { zh: `新的期限要晚于原期限，并且不晚于${last}。`, en: `Later than the old day and not after ${last}.` }
    },
    basis: [cite('S93', 33)],
    change: ({ input }) => ({
      clocks: clocks =>
        clocks.map(c => (c.kind === 'check' && c.state === 'running' ? { ...c, dueOn: textIn(input, 'until') } : c)),
    }),
  },
  askFiling: {
    zh: '填报立案报告表',
    en: 'Ask for filing',
    by: ['inspector'],
    asks: [violationField, words('已经掌握的事实和证据', 'Facts and evidence in hand')],
    needs: ['twoOfficers', 'byOfficer'],
    proposes: true,
    check: ({ input }) => {
      const who = competenceOf(textIn(input, 'violation'))
      return who && who.who !== 'bureau'
        ? {
            zh: `${who.zh}由${agencies[who.who].zh}处罚，请制作移送函。`,
            en: `${who.en} belongs to another agency; refer it.`,
          }
        : undefined
    },
    basis: [cite('S93', 35), cite('CF', 54)],
    change: ({ input }) => ({ file: { violation: textIn(input, 'violation') } }),
  },
  approveFiling: {
    zh: '批准立案',
    en: 'Approve the filing',
    by: ['head'],
    asks: [optional(words('意见', 'Opinion'))],
    needs: ['twoOfficers', 'ours'],
    decides: true,
    basis: [cite('S93', 35), cite('CF', 60)],
    meets: ['check', 'sceneFiling'],
    starts: ['decide'],
    change: ({ at }) => ({ file: { filedOn: at.today.toString() } }),
    papers: ['filing'],
  },
  returnFiling: {
    zh: '退回补充',
    en: 'Send back',
    by: ['head'],
    asks: [words('要补充什么', 'What is missing')],
    decides: true,
  },
  dontFile: {
    zh: '不予立案',
    en: 'Do not file',
    by: ['head'],
    asks: [noFiling, words('说明', 'Why')],
    basis: [cite('S93', 36)],
    meets: ['check', 'sceneFiling'],
    papers: ['notFiled'],
  },
  withdraw: {
    zh: '撤销立案',
    en: 'Withdraw the filing',
    by: ['head'],
    asks: [noFiling, words('说明', 'Why')],
    needs: ['holdsSettled'],
    basis: [cite('S93', 36)],
    meets: ['decide'],
    papers: ['withdrawal'],
  },
  appoint: {
    zh: '指定办案人员',
    en: 'Name the officers',
    by: ['head'],
    asks: [two('officers', '办案人员（两名，执法证有效）', 'Two officers with certificates')],
    check: uncertified,
    basis: [cite('CF', 42)],
    change: ({ input }) => ({ file: { officers: listIn(input, 'officers') } }),
  },
  askRecusal: {
    zh: '提出回避',
    en: 'Ask for recusal',
    by: ['inspector', 'legal', 'head'],
    asks: [
      { key: 'officer', zh: '谁回避', en: 'Who', type: 'staff' },
      choice('asks', '谁提出', 'Who asks', {
        party: { zh: '当事人申请', en: 'The party' },
        self: { zh: '本人提出', en: 'The officer' },
      }),
      words('理由', 'Why'),
    ],
    basis: [cite('CF', 43)],
  },
  decideRecusal: {
    zh: '决定是否回避',
    en: 'Decide on recusal',
    by: ['head'],
    asks: [
      { key: 'officer', zh: '谁', en: 'Who', type: 'staff' },
      choice('granted', '决定', 'Decision', {
        yes: { zh: '应当回避', en: 'Stands back' },
        no: { zh: '驳回申请', en: 'Refused' },
      }),
      words('理由', 'Why'),
    ],
    check: ({ input, file, by }) =>
      by === `staff:${textIn(input, 'officer')}`
        ? { zh: '不能决定自己的回避。', en: 'Nobody decides on his own recusal.' }
        : lastOf(file, 'askRecusal')?.input['officer'] === textIn(input, 'officer')
          ? undefined
          : { zh: '没有针对这个人的回避申请。', en: 'Nobody asked for the recusal of this officer.' },
    basis: [cite('CF', 43)],
    change: ({ input, file }) =>
      input['granted'] === 'yes' ? { file: { officers: file.officers.filter(id => id !== input['officer']) } } : {},
  },
  refer: {
    zh: '移送其他机关',
    en: 'Refer to another agency',
    by: ['head'],
    asks: [
      choice('to', '移送给', 'To', agencies),
      choice('why', '原因', 'Why', {
        act: { zh: '这种行为由该机关处罚', en: 'That agency punishes this act' },
        place: { zh: '违法行为不发生在本辖区', en: 'It did not happen here' },
      }),
      choice('act', '什么行为', 'Which act', referable),
      words('案情和已有材料', 'Facts and papers'),
      short('contact', '对方联系人', 'Their contact'),
    ],
    check: ({ input }) => {
      if (textIn(input, 'why') === 'place') return undefined
      const who = othersAct(textIn(input, 'act'))
      if (who === undefined) return { zh: '这种行为由本局处罚，不能因此移送。', en: 'This bureau punishes this act.' }
      return who.who === textIn(input, 'to')
        ? undefined
        : { zh: `${who.zh}由${agencies[who.who].zh}处罚。`, en: `It belongs to: ${agencies[who.who].en}.` }
    },
    needs: ['holdsSettled'],
    basis: [cite('CF', 22), cite('ZMF', 32), cite('TL', 57)],
    meets: ['check', 'sceneFiling', 'decide'],
    // P11 is the one act of the table of violations that is another agency's; the others have no number there.
    change: ({ input }) => (textIn(input, 'act') === 'unlicensedRetail' ? { file: { violation: 'P11' } } : {}),
    papers: ['referral'],
  },
}
