import { cite } from '#kernel/citation'
import { fineFault, likeFault } from '../../discretion/decide.ts'
import { unweighedFault } from '../../discretion/fine-range.ts'
import { startClock } from '../clocks.ts'
import { choice, inRound, lines, listIn, optional, short, textIn, two, words, yes } from '../fields.ts'
import { goodsFault } from '../goods-fault.ts'
import { hearingDue, isHeavier, sanctionFields, sanctionIn, sanctionOf } from '../sanction.ts'
import type { StepTable, TakenFacts } from '../step-rule.ts'
import { tradeFault } from '../trade-fault.ts'
import { uncertified } from './certified.ts'
import { servedBy } from './hearing.ts'
import { remedyClocks } from './remedy-clocks.ts'

/** The proposal may be milder than the notice, never heavier (CF 45¶2). */
function checkProposal({ file, input, policy, around }: TakenFacts) {
  const now = sanctionIn(input)
  if (now.result !== 'penalty') return undefined
  if (!inRound(file, 'notify'))
    return { zh: '没有告知当事人，不能报批处罚。', en: 'No penalty is proposed without notice.' }
  const told = inRound(file, 'report')
  if (told && isHeavier(now, sanctionIn(told.input)))
    return {
      zh: '比告知的更重。当事人陈述申辩以后不得更重；有新事实的，退回补充调查并重新告知。',
      en: 'Heavier than the notice. With new facts, go back and give notice again.',
    }
  const unweighed = fineFault(now.fine, { violation: file.violation, weighed: around.weighed, range: around.range })
  const like = around.weighed?.like
  const wrong =
    unweighed ??
    goodsFault(now, { ...around, violation: file.violation, like }) ??
    tradeFault(now, file.violation, like)
  if (wrong) return wrong
  const offered = file.clocks.some(({ kind }) => kind === 'hearingRequest')
  return hearingDue(now, file.party, policy) && !offered
    ? { zh: '没有告知听证权利。', en: 'No hearing was offered.' }
    : undefined
}

export const decisionSteps: StepTable = {
  propose: {
    zh: '填报案件处理审批表',
    en: 'Propose the decision',
    by: ['inspector'],
    asks: [
      ...sanctionFields,
      words('处理理由（包括对陈述申辩、听证意见的采纳情况）', 'Reasons, and what became of the statement', 'why'),
    ],
    needs: [
      'twoOfficers',
      'byOfficer',
      'ours',
      'noticed',
      'heard',
      'hearingOffered',
      'discussed',
      'holdsSettled',
      'notCriminal',
      'recusalDecided',
    ],
    check: checkProposal,
    proposes: true,
    basis: [cite('CF', 57)],
    papers: ['approval'],
  },
  decide: {
    zh: '批准，作出决定',
    en: 'Decide',
    by: ['head'],
    asks: [optional(words('意见', 'Opinion'))],
    needs: [
      'byOther',
      'ours',
      'noticed',
      'heard',
      'hearingOffered',
      'discussed',
      'holdsSettled',
      'notCriminal',
      'recusalDecided',
    ],
    decides: true,
    basis: [cite('CF', 57), cite('CF', 59), cite('CF', 60)],
    meets: ['decide', 'statement', 'hearingRequest'],
    starts: ['serve'],
    change: ({ at }) => ({ file: { decidedOn: at.today.toString() } }),
    papers: ['decision'],
  },
  returnProposal: {
    zh: '退回补充调查',
    en: 'Send back',
    by: ['head'],
    asks: [words('要查清什么', 'What is to be found')],
    decides: true,
    basis: [cite('CF', 57)],
  },
  serve: {
    zh: '送达决定书',
    en: 'Serve the decision',
    by: ['inspector'],
    asks: [
      servedBy,
      short('receivedBy', '签收人或者见证人', 'Who received it'),
      optional(yes('consent', '电子送达：当事人签了确认书', 'Electronic: signed consent')),
    ],
    needs: ['twoOfficers', 'byOfficer'],
    check: ({ input }) =>
      textIn(input, 'how') === 'electronic' && input['consent'] !== true
        ? { zh: '电子送达要有当事人签的确认书。', en: 'Electronic service needs signed consent.' }
        : undefined,
    basis: [cite('CF', 61)],
    meets: ['serve'],
    change: facts => ({ clocks: clocks => [...clocks, ...remedyClocks(facts, sanctionOf(facts.file))] }),
    papers: ['serviceProof'],
  },
}

/** 当场处罚 (CF 51, 52): small fines and warnings, on the spot, by two officers who showed their certificates. */
export const simpleSteps: StepTable = {
  tellOnSpot: {
    zh: '当场告知并听取意见',
    en: 'Tell and hear on the spot',
    by: ['inspector'],
    asks: [
      two('officers', '两名执法人员', 'Two officers'),
      yes('shown', '已出示执法证件', 'Certificates shown'),
      words('违法事实', 'Facts', 'facts'),
      words('当事人怎么说', 'What the party says', 'said'),
      lines('proof', '证据（一行一项）', 'Evidence, one a line'),
    ],
    needs: ['violationNamed', 'ours'],
    check: facts =>
      uncertified(facts) ??
      (listIn(facts.input, 'officers').includes(facts.by.replace(/^staff:/, ''))
        ? undefined
        : { zh: '您自己要是两名执法人员之一。', en: 'You have to be one of the two.' }),
    basis: [cite('CF', 42), cite('CF', 44), cite('CF', 45), cite('CF', 55)],
    change: ({ input }) => ({ file: { officers: listIn(input, 'officers') } }),
  },
  decideOnSpot: {
    zh: '当场作出处罚决定',
    en: 'Decide on the spot',
    by: ['inspector'],
    asks: [
      choice('result', '处罚', 'Penalty', { penalty: { zh: '警告或者罚款', en: 'Warning or fine' } }),
      optional({
        key: 'fine',
        zh: '罚款（元，公民不超过 200，单位不超过 3000）',
        en: 'Fine: up to 200 or 3,000 yuan',
        type: 'money',
      }),
      short('place', '地点', 'Place'),
      choice('signed', '签收', 'Receipt', {
        yes: { zh: '当场交付并签收', en: 'Handed over and signed' },
        refused: { zh: '拒绝签收，已注明', en: 'Refused, noted' },
      }),
    ],
    needs: ['twoOfficers', 'byOfficer', 'ours'],
    check: ({ file, input, around }) => {
      const { fine } = sanctionIn(input)
      const most = file.party.kind === 'person' ? 200_00 : 3000_00
      if (fine > most)
        return {
          zh: `当场处罚的罚款不能超过${most / 100}元，请转普通程序。`,
          en: `On the spot at most ${most / 100} yuan; use the ordinary procedure.`,
        }
      return likeFault(file.violation, around.weighed) ?? (fine > 0 ? unweighedFault(fine, around.range) : undefined)
    },
    basis: [cite('CF', 51), cite('CF', 52), cite('FY', 23)],
    change: facts => ({
      file: { decidedOn: facts.at.today.toString() },
      clocks: clocks => [...clocks, ...remedyClocks(facts, sanctionIn(facts.input), true)],
    }),
    papers: ['simpleDecision'],
  },
  reportBack: {
    zh: '报局备案',
    en: 'Report to the bureau',
    by: ['head'],
    asks: [optional(words('意见', 'Opinion'))],
    needs: ['byOther'],
    basis: [cite('CF', 52, { paragraph: 3 })],
  },
  toOrdinary: {
    zh: '转普通程序',
    en: 'Use the ordinary procedure',
    by: ['inspector', 'head'],
    asks: [words('原因', 'Why')],
    basis: [cite('CF', 54)],
    change: ({ at, calendar }) => ({
      file: { path: 'ordinary' },
      clocks: clocks => [...clocks, startClock('check', at, calendar)],
    }),
  },
  collectOnSpot: {
    zh: '当场收缴罚款',
    en: 'Take the fine on the spot',
    by: ['inspector'],
    asks: [
      { key: 'amount', zh: '金额（元）', en: 'Amount (yuan)', type: 'money' },
      choice('ground', '依据', 'Ground', {
        small: { zh: '一百元以下', en: 'Up to 100 yuan' },
        hard: { zh: '不当场收缴事后难以执行', en: 'Hard to collect later' },
        remote: { zh: '边远、水上、交通不便，当事人提出', en: 'Remote place, at the party’s wish' },
      }),
      short('receipt', '财政专用票据号', 'Number of the official receipt'),
    ],
    needs: ['byOfficer'],
    check: ({ file, input }) => {
      const amount = Number(textIn(input, 'amount'))
      if (file.path !== 'simple' && textIn(input, 'ground') !== 'remote')
        return {
          zh: '普通程序的罚款只有边远、水上、交通不便并由当事人提出的才能当场收缴。',
          en: 'Only in remote places at the party’s wish.',
        }
      return textIn(input, 'ground') === 'small' && amount > 100_00
        ? { zh: '超过一百元，不能以此当场收缴。', en: 'More than 100 yuan.' }
        : undefined
    },
    basis: [cite('CF', 68), cite('CF', 69), cite('CF', 70), cite('CF', 71)],
    starts: ['cash'],
  },
  handInCash: {
    zh: '当场收缴的罚款已交至本局',
    en: 'Cash handed in',
    by: ['inspector', 'head'],
    asks: [short('receipt', '交款凭证号', 'Number of the voucher')],
    needs: ['cashTaken'],
    basis: [cite('CF', 71)],
    meets: ['cash'],
  },
}
