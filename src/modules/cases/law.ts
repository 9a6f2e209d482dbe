import { type LawUse, lawUsesOf } from '#kernel/law-use'
import { paperKinds } from './papers/kinds.ts'
import { paperLaw } from './papers/law.ts'
import { priceSources } from './rules/amounts/price-list.ts'
import { competences } from './rules/competence.ts'
import { factors } from './rules/discretion/factors.ts'
import { custodies, moveKinds } from './rules/goods/moves.ts'
import { checks } from './rules/lint/lint.ts'
import { clockKinds } from './rules/procedure/clocks.ts'
import { type Need, needs } from './rules/procedure/needs.ts'
import { stepTable } from './rules/procedure/steps.ts'
import { crimes, criteria } from './rules/thresholds/criteria.ts'
import { limitsOfLaw, transferPapers } from './rules/thresholds/transfer-duty.ts'
import { violations } from './rules/violations/table.ts'

const needNames: Readonly<Record<Need, readonly [string, string]>> = {
  twoOfficers: ['两名办案人员', 'Two officers'],
  byOfficer: ['由办案人员办理', 'By an officer of the case'],
  byOther: ['由另一人办理', 'By another person'],
  recusalDecided: ['回避已经决定', 'Recusal decided'],
  violationNamed: ['已认定违法行为', 'The act is named'],
  ours: ['属于本局职权', 'Within our power'],
  evidence: ['证据已经审核', 'Evidence examined'],
  record: ['有现场笔录', 'A record on the spot'],
  holdsSettled: ['先行登记保存已经处理', 'Kept goods settled'],
  noticed: ['已经事先告知', 'Party was told'],
  heard: ['已经听取陈述申辩', 'Party was heard'],
  hearingOffered: ['已经告知听证权利', 'Hearing was offered'],
  discussed: ['已经集体讨论', 'Discussed'],
  notCriminal: ['不涉嫌犯罪', 'No suspected crime'],
  remedyOver: ['救济期限届满', 'Time for remedies is over'],
  demandOver: ['催告期限届满', 'Time of the demand is over'],
  payOver: ['缴款期限届满', 'Time to pay is over'],
  settled: ['罚没已经执行', 'Penalty carried out'],
  courtReviewOpen: ['有可以申请复议的法院裁定', 'A ruling of the court can be reviewed'],
  destroyed: ['公开销毁已经执行', 'Goods were destroyed in public'],
  goodsBalanced: ['涉案物品账实相符', 'Goods balanced'],
  cashTaken: ['有当场收缴的罚款', 'Cash was taken'],
  remedyOpen: ['正在复议、诉讼', 'A remedy is under way'],
  withdrawalDue: ['有要撤回的公示', 'A publication is to be withdrawn'],
  published: ['决定已经公开', 'Decision published'],
}

const path = '/console/cases'
/** 案件引用的法律: every table of this domain that cites the law. */
export const caseLaw = (): readonly LawUse[] => [
  ...lawUsesOf({ at: 'cases.violations', kind: 'violation', rows: violations, path }),
  ...lawUsesOf({ at: 'cases.competence', kind: 'violation', rows: competences, zh: '管辖', en: 'Competence', path }),
  ...lawUsesOf({ at: 'cases.crimes', kind: 'violation', rows: crimes, path }),
  ...lawUsesOf({ at: 'cases.criteria', kind: 'violation', rows: criteria, zh: '移送标准', en: 'Threshold', path }),
  ...lawUsesOf({ at: 'cases.factors', kind: 'rule', rows: factors, zh: '裁量情节', en: 'Factor', path }),
  ...lawUsesOf({ at: 'cases.steps', kind: 'rule', rows: stepTable, zh: '办案步骤', en: 'Step of a case', path }),
  ...lawUsesOf({
    ...{ at: 'cases.needs', kind: 'rule', rows: needs, zh: '办案步骤的条件', en: 'Condition of a step', path },
    name: key => ({ zh: needNames[key as Need][0], en: needNames[key as Need][1] }),
  }),
  ...lawUsesOf({ at: 'cases.clocks', kind: 'rule', rows: clockKinds, zh: '期限', en: 'Limit', path }),
  ...lawUsesOf({
    ...{ at: 'cases.transferLimits', kind: 'rule', rows: limitsOfLaw, zh: '移送期限', en: 'Limit of a transfer', path },
    name: (_, row) => transferLimitNames[(row as { step: keyof typeof transferLimitNames }).step],
  }),
  ...lawUsesOf({
    ...{
      at: 'cases.transferPapers',
      kind: 'paper',
      rows: transferPapers,
      zh: '移送材料',
      en: 'Papers of a transfer',
      path,
    },
  }),
  ...lawUsesOf({ at: 'cases.lint', kind: 'rule', rows: checks, zh: '案卷评查', en: 'Check of a file', path }),
  ...lawUsesOf({
    at: 'cases.prices',
    kind: 'rule',
    rows: priceSources,
    zh: '价格',
    en: 'Price',
    path: '/console/goods',
  }),
  ...lawUsesOf({
    ...{ at: 'cases.custody', kind: 'rule', rows: custodies, zh: '物品入账', en: 'Custody', path: '/console/goods' },
  }),
  ...lawUsesOf({
    ...{ at: 'cases.moves', kind: 'rule', rows: moveKinds, zh: '物品处置', en: 'Goods', path: '/console/goods' },
  }),
  ...lawUsesOf({
    ...{ at: 'cases.papers', kind: 'paper', rows: paperLaw, path },
    name: key => titleOf(paperKinds[key]?.title ?? key),
  }),
]

const titleOf = (title: string) => ({ zh: title, en: title })
const transferLimitNames = {
  decide: { zh: '三日内决定是否移送', en: 'Decide within three days' },
  send: { zh: '二十四小时内移送', en: 'Send within 24 hours' },
  policeAnswer: { zh: '公安机关三日内答复', en: 'The police answer within three days' },
  askAgain: { zh: '三日内提请复议', en: 'Ask to reconsider within three days' },
  handOver: { zh: '三日内移交物品', en: 'Hand over within three days' },
} as const
