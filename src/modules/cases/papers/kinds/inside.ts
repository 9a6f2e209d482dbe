import { origins } from '../../rules/procedure/case-file.ts'
import { courtEnd, rulingWords } from '../../rules/procedure/court.ts'
import { lastOf, listIn, textIn } from '../../rules/procedure/fields.ts'
import type { PaperFacts, PaperKind } from '../case-paper.ts'
import { paperLaw } from '../law.ts'
import {
  basisWords,
  cited,
  factWords,
  goodsBlocks,
  list,
  officerNames,
  on,
  partyRows,
  penaltyWords,
  proofWords,
  rows,
  sentence,
  text,
  violationWords,
} from '../words.ts'

const inside = (
  title: string,
  mark: string,
  compose: PaperKind['compose'],
  volume: 'main' | 'side' = 'main',
): PaperKind => ({
  ...{ title, mark, compose, volume },
  to: 'inside',
  signers: () => ['承办人', '审批人'],
})
const name = (facts: PaperFacts, label: string): string => facts.nameOf(label.replace(/^staff:/, ''))
const grounds = (facts: PaperFacts): string => sentence(textIn(facts.step.input, 'words'))

const courtBlocks = ({ file, step }: PaperFacts) => {
  const ruling = courtEnd(file, Temporal.PlainDate.from(step.on))
  return ruling === undefined ? [] : [text(`法院裁定：${sentence(rulingWords(ruling))}`)]
}

/** 内部文书: what is asked and approved inside the bureau. */
export const insidePapers = {
  filing: inside('立案报告表', '立', facts => {
    const asked = lastOf(facts.file, 'askFiling')
    return [
      rows([
        ...partyRows(facts),
        ['案由', violationWords(facts)],
        ['案件来源', origins[facts.file.origin].zh],
        ['办案人员', officerNames(facts)],
        ['批准人', name(facts, facts.step.by)],
        ['立案日期', on(facts.step.on)],
      ]),
      text(`已经掌握的事实和证据：${sentence(textIn(asked?.input ?? {}, 'words'))}`),
      text(`审批意见：同意立案。依据${cited(paperLaw.filing)}。`),
    ]
  }),
  notFiled: inside('不予立案审批表', '不立', facts => [
    rows([...partyRows(facts), ['案由', facts.file.about], ['批准人', name(facts, facts.step.by)]]),
    text(`不予立案的理由：${grounds(facts)}依据${cited(paperLaw.notFiled)}。`),
  ]),
  withdrawal: inside('撤销立案审批表', '撤', facts => [
    rows([...partyRows(facts), ['案由', violationWords(facts)], ['批准人', name(facts, facts.step.by)]]),
    text(`撤销立案的理由：${grounds(facts)}依据${cited(paperLaw.withdrawal)}。`),
  ]),
  termination: inside('终止调查审批表', '终', facts => [
    rows([...partyRows(facts), ['案由', violationWords(facts)], ['批准人', name(facts, facts.step.by)]]),
    text(`终止调查的理由：${grounds(facts)}`),
  ]),
  report: inside('案件调查终结报告', '调终', facts => [
    rows([
      ...partyRows(facts),
      ['案由', violationWords(facts)],
      ['立案日期', on(facts.file.filedOn)],
      ['办案人员', officerNames(facts)],
    ]),
    text(`查明的事实：${factWords(facts)}`),
    text(`证据：${proofWords(facts)}`),
    text(
      `处理意见：${penaltyWords(facts)}。依据${basisWords(facts)}。裁量理由：${sentence(textIn(facts.step.input, 'why'))}`,
    ),
    ...goodsBlocks(facts),
  ]),
  review: inside(
    '法制审核意见书',
    '审',
    facts => [
      rows([
        ...partyRows(facts),
        ['案由', violationWords(facts)],
        ['审核人', name(facts, facts.step.by)],
        ['审核日期', on(facts.step.on)],
      ]),
      text(
        `${facts.step.event === 'reviewHearing' ? '听证后的' : ''}审核意见：${grounds(facts)}依据${cited(paperLaw.review)}。`,
      ),
    ],
    'side',
  ),
  discussion: inside(
    '集体讨论笔录',
    '议',
    facts => [
      rows([
        ['案由', violationWords(facts)],
        ['参加人', listIn(facts.step.input, 'present').join('、')],
        ['讨论日期', on(facts.step.on)],
      ]),
      text(`讨论情况：${grounds(facts)}`),
      text(`结论：${sentence(textIn(facts.step.input, 'conclusion'))}依据${cited(paperLaw.discussion)}。`),
    ],
    'side',
  ),
  approval: inside('案件处理审批表', '批', facts => [
    rows([
      ...partyRows(facts),
      ['案由', violationWords(facts)],
      ['提出人', name(facts, facts.step.by)],
      ['提出日期', on(facts.step.on)],
    ]),
    text(`查明的事实：${factWords(facts)}`),
    text(`处理意见：${penaltyWords(facts)}。依据${basisWords(facts)}。`),
    ...goodsBlocks(facts),
    text(`理由：${sentence(textIn(facts.step.input, 'why'))}`),
  ]),
  closing: inside('结案报告表', '结', facts => [
    rows([
      ...partyRows(facts),
      ['案由', violationWords(facts)],
      ['立案日期', on(facts.file.filedOn)],
      ['决定日期', on(facts.file.decidedOn)],
    ]),
    text(`处理结果：${penaltyWords(facts)}。`),
    text(`执行情况：${grounds(facts)}`),
    ...courtBlocks(facts),
  ]),
  archive: inside('卷宗封面和备考表', '卷', facts => [
    rows([
      ...partyRows(facts),
      ['案由', violationWords(facts)],
      ['立案日期', on(facts.file.filedOn)],
      ['处理结果', penaltyWords(facts) || '未作处罚'],
      ['卷宗号', textIn(facts.step.input, 'box')],
      ['保管期限', keepingWords(facts)],
    ]),
    text('本案一案一卷；正卷为对外文书和证据，副卷为审核、讨论等内部材料。'),
  ]),
  statement: inside('陈述申辩笔录', '陈', facts => [
    rows([...partyRows(facts), ['记录日期', on(facts.step.on)], ['记录人', name(facts, facts.step.by)]]),
    text(`当事人陈述申辩：${sentence(textIn(facts.step.input, 'said'))}`),
    text(`复核情况：${sentence(textIn(facts.step.input, 'checked'))}`),
    list([
      `是否采纳：${{ yes: '采纳', partly: '部分采纳', no: '不采纳' }[textIn(facts.step.input, 'accepted')] ?? ''}`,
    ]),
  ]),
} as const satisfies Readonly<Record<string, PaperKind>>

/** 保管期限 (design until the table of the bureau is read): thirty years where much was taken or the police have it, else ten. */
function keepingWords({ file, policy }: Pick<PaperFacts, 'file' | 'policy'>): string {
  const said = lastOf(file, 'propose', 'decideOnSpot')?.input ?? {}
  const taken = Number(textIn(said, 'fine') || 0) + Number(textIn(said, 'gains') || 0)
  return taken >= policy.permanentFrom || lastOf(file, 'policeFiled') ? '30年' : '10年'
}
