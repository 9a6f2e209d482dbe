import { cite } from '#kernel/citation'
import { endClocks, startClock } from '../clocks.ts'
import { lines, listIn, short, words, yes } from '../fields.ts'
import type { StepTable } from '../step-rule.ts'

/** 涉嫌犯罪移送 (reference §8.5, YS 5–13): hours and days of its own; the ninety days go on until the police have filed. */
export const transferSteps: StepTable = {
  askTransfer: {
    zh: '提出移送公安的书面报告',
    en: 'Ask for transfer to the police',
    by: ['inspector'],
    asks: [
      words('涉嫌的罪名、数额和事实', 'Which crime, amounts and facts'),
      yes('team', '已指定两名以上执法人员组成专案组', 'A team of two or more officers'),
    ],
    needs: ['twoOfficers', 'byOfficer', 'evidence'],
    proposes: true,
    basis: [cite('YS', 3), cite('YS', 5)],
    starts: ['transferDecide'],
  },
  approveTransfer: {
    zh: '批准移送',
    en: 'Approve the transfer',
    by: ['head'],
    asks: [yes('principal', '我是本局正职负责人或者主持工作的负责人', 'I am the principal head or act as such')],
    decides: true,
    basis: [cite('YS', 5)],
    meets: ['transferDecide'],
    starts: ['transferSend'],
  },
  refuseTransfer: {
    zh: '不批准移送',
    en: 'Refuse the transfer',
    by: ['head'],
    asks: [
      yes('principal', '我是本局正职负责人或者主持工作的负责人', 'I am the principal head or act as such'),
      words('不批准的理由（记录在案）', 'Why, for the record'),
    ],
    decides: true,
    basis: [cite('YS', 5)],
    meets: ['transferDecide'],
  },
  sendTransfer: {
    zh: '移送公安机关',
    en: 'Hand over to the police',
    by: ['inspector'],
    asks: [
      short('to', '公安机关', 'Police station'),
      short('receivedBy', '回执签收人', 'Who signed the receipt'),
      lines('attached', '附件（调查报告、物品清单、检验报告等，一行一件）', 'Attached papers, one a line'),
      yes('copied', '已抄送同级人民检察院', 'A copy went to the procuratorate'),
    ],
    needs: ['byOfficer'],
    check: ({ input }) => {
      const missing = ['调查报告', '物品清单'].filter(
        paper => !listIn(input, 'attached').some(line => line.includes(paper)),
      )
      return missing.length === 0
        ? undefined
        : { zh: `移送要附${missing.join('、')}。`, en: 'The report and the list of goods go with it.' }
    },
    basis: [cite('YS', 5), cite('YS', 6), cite('YS', 7)],
    meets: ['transferSend'],
    starts: ['policeAnswer'],
    papers: ['transfer'],
  },
  policeFiled: {
    zh: '公安机关已立案',
    en: 'The police filed',
    by: ['inspector', 'legal', 'head'],
    asks: [short('ref', '立案通知书号', 'Number')],
    basis: [cite('YS', 8), cite('YS', 12)],
    meets: ['policeAnswer', 'decide'],
    starts: ['handOver'],
  },
  policeRefused: {
    zh: '公安机关不予立案',
    en: 'The police refused',
    by: ['inspector', 'legal', 'head'],
    asks: [short('ref', '不予立案通知书号', 'Number'), words('理由', 'Why')],
    basis: [cite('YS', 8), cite('YS', 9)],
    meets: ['policeAnswer'],
    starts: ['policeAgain'],
  },
  askPoliceAgain: {
    zh: '提请公安机关复议',
    en: 'Ask the police again',
    by: ['head'],
    asks: [words('理由', 'Why')],
    basis: [cite('YS', 9)],
    meets: ['policeAgain'],
    starts: ['policeAnswer'],
  },
  askProcuratorate: {
    zh: '建议检察院立案监督',
    en: 'Ask the procuratorate',
    by: ['head'],
    asks: [words('理由', 'Why')],
    basis: [cite('YS', 9)],
    meets: ['policeAgain'],
  },
  policeUpheld: {
    zh: '复议、监督后仍不立案',
    en: 'Still not filed',
    by: ['inspector', 'legal', 'head'],
    asks: [short('ref', '通知书号', 'Number')],
    basis: [cite('YS', 9)],
    meets: ['policeAnswer'],
    starts: ['policeAgain'],
  },
  takeBack: {
    zh: '收回，依法处理',
    en: 'Take it back',
    by: ['head'],
    asks: [words('说明', 'Remarks')],
    basis: [cite('YS', 10)],
    meets: ['policeAgain'],
  },
  handOver: {
    zh: '移交物品和材料，办结交接',
    en: 'Hand over goods and papers',
    by: ['inspector'],
    asks: [lines('items', '移交清单（一行一项）', 'List, one a line'), short('receivedBy', '接收人', 'Who received')],
    needs: ['byOfficer', 'holdsSettled'],
    check: ({ around }) => {
      const left = around.lots.find(({ stored }) => stored > 0)
      return left
        ? {
            zh: `物品 ${left.lotNo} 还在库，请先在台账办移交（或者退还）。`,
            en: `Goods ${left.lotNo} are still in store: hand them over in the ledger first.`,
          }
        : undefined
    },
    basis: [cite('YS', 12)],
    meets: ['handOver'],
    papers: ['handOver'],
  },
  policeReturned: {
    zh: '公安机关退回，依法处理',
    en: 'The police returned it',
    by: ['head'],
    asks: [short('ref', '文书号', 'Number'), words('情况', 'Remarks')],
    basis: [cite('YS', 13), cite('YS', 10)],
    // The days that were left when the police filed: no law gives ninety new ones.
    change: ({ file, at, calendar }) => {
      const old = file.clocks.findLast(({ kind }) => kind === 'decide')
      const left = old?.endedOn
        ? Math.max(1, Temporal.PlainDate.from(old.endedOn).until(Temporal.PlainDate.from(old.dueOn)).days)
        : 90
      const fresh = startClock('decide', at, calendar)
      return {
        clocks: clocks => [
          ...endClocks(clocks, ['handOver'], { how: 'met', on: at.today.toString(), by: 'policeReturned' }),
          { ...fresh, dueOn: at.today.add({ days: left }).toString() },
        ],
      }
    },
  },
}
