import { cite } from '#kernel/citation'
import { fineFault } from '../../discretion/decide.ts'
import { running } from '../clocks.ts'
import { choice, day, lines, optional, short, textIn, words, yes } from '../fields.ts'
import { goodsFault } from '../goods-fault.ts'
import { sanctionFields, sanctionIn } from '../sanction.ts'
import type { StepTable } from '../step-rule.ts'
import { tradeFault } from '../trade-fault.ts'

/** 先行登记保存 is the only way to keep goods (CF 56); 查封、扣押、冻结 do not exist here. */
const holdOutcomes = {
  return: { zh: '解除，退还当事人', en: 'Returned' },
  test: { zh: '需要鉴定，送检', en: 'Sent for testing' },
  evidence: { zh: '作为证据保留，随案处理', en: 'Kept as evidence' },
  confiscate: { zh: '依法应当没收，等处罚决定', en: 'To be confiscated by the decision' },
  transfer: { zh: '移送有关机关', en: 'Handed to another agency' },
}

export const investigationSteps: StepTable = {
  holdEvidence: {
    zh: '批准先行登记保存',
    en: 'Keep evidence in place',
    by: ['head'],
    asks: [
      lines('items', '物品（一行一项，写明品名和数量）', 'Items, one a line'),
      short('place', '保存地点', 'Where it is kept'),
      yes('risk', '证据可能灭失或者以后难以取得', 'It may be lost or hard to obtain later'),
      words('情况', 'Why'),
    ],
    needs: ['twoOfficers'],
    check: ({ file }) =>
      running(file.clocks, 'hold')
        ? { zh: '已有一批先行登记保存，先对它作出处理。', en: 'Settle what is already kept first.' }
        : undefined,
    basis: [cite('CF', 56), cite('CF', 85)],
    starts: ['hold'],
    papers: ['hold'],
  },
  settleHold: {
    zh: '处理先行登记保存的物品',
    en: 'Settle kept evidence',
    by: ['head'],
    asks: [choice('outcome', '处理', 'Outcome', holdOutcomes), words('说明', 'Remarks')],
    check: ({ file }) =>
      running(file.clocks, 'hold') ? undefined : { zh: '没有先行登记保存的物品。', en: 'Nothing is kept.' },
    basis: [cite('CF', 56)],
    meets: ['hold'],
    papers: ['holdOutcome'],
  },
  sample: {
    zh: '抽样取证、委托鉴定',
    en: 'Sample and test',
    by: ['inspector'],
    asks: [
      lines('items', '样品（一行一项）', 'Samples, one a line'),
      short('station', '检验机构（质量监督部门指定的）', 'The designated station'),
      yes('signed', '当事人在场并签名，或者两名人员注明', 'The party signed, or both officers noted why not'),
    ],
    needs: ['twoOfficers', 'byOfficer'],
    basis: [cite('CF', 56), cite('TL', 31), cite('JS', 7)],
    papers: ['sampling'],
  },
  report: {
    zh: '提交案件调查终结报告',
    en: 'Report',
    by: ['inspector'],
    asks: [
      words('查明的事实', 'Facts found', 'facts'),
      words('证据', 'Evidence', 'proof'),
      day('happenedOn', '违法行为发生日', 'Day of the act'),
      words('裁量理由', 'Why this measure', 'why'),
      ...sanctionFields,
      optional(yes('complex', '情节复杂或者重大', 'Complex or major')),
    ],
    needs: ['twoOfficers', 'byOfficer', 'ours', 'violationNamed', 'evidence', 'record', 'recusalDecided'],
    check: ({ input, at, file, around }) => {
      const happened = textIn(input, 'happenedOn')
      if (happened > at.today.toString())
        return { zh: '发生日在今天以后。', en: 'The day of the act is in the future.' }
      // Two years until it was found (CF 36), not until it is reported on.
      const barred = Temporal.PlainDate.from(file.openedOn).subtract({ years: 2 }).toString()
      const said = sanctionIn(input)
      if (said.result !== 'penalty') return undefined
      // What is told to the party is lawful already: the notice repeats this very fine.
      return happened < barred
        ? { zh: '违法行为超过两年才发现的，不再给予处罚。', en: 'After two years no penalty is given.' }
        : (fineFault(said.fine, { violation: file.violation, weighed: around.weighed, range: around.range }) ??
            goodsFault(said, { ...around, violation: file.violation, like: around.weighed?.like }) ??
            tradeFault(said, file.violation, around.weighed?.like))
    },
    proposes: true,
    basis: [cite('CF', 54), cite('CF', 36), cite('CF', 57)],
    change: ({ input }) => ({ file: { happenedOn: textIn(input, 'happenedOn') } }),
    papers: ['report'],
  },
  suspend: {
    zh: '中止调查',
    en: 'Suspend',
    by: ['head'],
    asks: [words('原因', 'Why'), day('lookAgain', '再看一次的日子', 'Look again on')],
    basis: [cite('CF', 60)],
  },
  resume: { zh: '恢复调查', en: 'Resume', by: ['head'], asks: [words('情况', 'Why')], basis: [cite('CF', 60)] },
  terminate: {
    zh: '终止调查',
    en: 'Terminate',
    by: ['head'],
    asks: [
      choice('ground', '原因', 'Ground', {
        died: { zh: '当事人死亡', en: 'The party died' },
        ended: { zh: '单位终止，无权利义务承受人', en: 'The organisation ended' },
        other: { zh: '其他依法应当终止的情形', en: 'Other' },
      }),
      words('说明', 'Why'),
    ],
    needs: ['holdsSettled'],
    meets: ['decide'],
    papers: ['termination'],
  },
  passReview: {
    zh: '法制审核通过',
    en: 'Legal review passed',
    by: ['legal'],
    asks: [
      yes('jurisdiction', '本局有管辖权，程序合法', 'Competence and procedure'),
      yes('facts', '事实清楚，证据充分', 'Facts and evidence'),
      yes('law', '适用法律正确，裁量适当', 'Law and measure'),
      words('审核意见', 'Opinion'),
    ],
    needs: ['byOther', 'recusalDecided'],
    decides: true,
    basis: [cite('CF', 58)],
    papers: ['review'],
  },
  returnReview: {
    zh: '法制审核退回',
    en: 'Legal review sends back',
    by: ['legal'],
    asks: [words('要补正什么', 'What is wrong')],
    needs: ['byOther'],
    basis: [cite('CF', 58)],
  },
  reopen: {
    zh: '退回补充调查',
    en: 'Back to investigation',
    by: ['head'],
    asks: [words('要查清什么', 'What is to be found')],
  },
}
