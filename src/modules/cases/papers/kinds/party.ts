import { agencies, othersAct } from '../../rules/competence.ts'
import { inRound, lastOf, listIn, textIn, yuan } from '../../rules/procedure/fields.ts'
import { balanceOf } from '../../rules/procedure/payment.ts'
import { hearingDue, sanctionOf } from '../../rules/procedure/sanction.ts'
import { waysOfService } from '../../rules/procedure/steps/hearing.ts'
import type { PaperFacts, PaperKind } from '../case-paper.ts'
import { paperLaw } from '../law.ts'
import {
  actWords,
  cited,
  enforcement,
  factWords,
  goodsBlocks,
  list,
  officerNames,
  officerSigners,
  on,
  partyRows,
  payment,
  payWay,
  penaltyWords,
  proofWords,
  remedies,
  remediesOnSpot,
  rows,
  sentence,
  text,
  violationWords,
} from '../words.ts'

const toParty = (
  title: string,
  mark: string,
  compose: PaperKind['compose'],
  more: Partial<PaperKind> = {},
): PaperKind => ({
  ...{ title, mark, compose },
  ...{ to: 'party', volume: 'main' },
  ...more,
})
const said = (facts: PaperFacts, key = 'words'): string => sentence(textIn(facts.step.input, key))
const intends = (facts: PaperFacts) => [
  rows(partyRows(facts)),
  text(`经查，${factWords(facts)}上述事实有下列证据证明：${proofWords(facts)}`),
  text(`${actWords(facts)}，本局拟作出如下处理：${penaltyWords(facts)}。`),
  ...goodsBlocks(facts),
]
/** 责令改正 goes with every penalty. */
const correction = text(`依据${cited(paperLaw.decision.correct)}，责令你立即改正上述违法行为。`)
const clock = ({ file }: PaperFacts, kind: string): string => on(file.clocks.findLast(c => c.kind === kind)?.dueOn)

/** 对当事人的文书 */
export const partyPapers = {
  hold: toParty(
    '证据先行登记保存通知书',
    '登保',
    facts => [
      text(
        `因证据可能灭失或者以后难以取得，依据${cited(paperLaw.hold)}，经本局负责人批准，对你的下列物品先行登记保存：`,
      ),
      list(listIn(facts.step.input, 'items')),
      text(
        `保存地点：${textIn(facts.step.input, 'place')}。本局将在七个工作日内（至${clock(facts, 'hold')}）作出处理决定。保存期间，请不要销毁或者转移。`,
      ),
    ],
    { signers: facts => ['当事人', ...officerSigners(facts)] },
  ),
  holdOutcome: toParty('先行登记保存证据处理决定书', '登处', facts => [
    text(`对你先行登记保存的物品，本局决定：${holdWords[textIn(facts.step.input, 'outcome')] ?? ''}。${said(facts)}`),
    text(`依据${cited(paperLaw.holdOutcome)}。`),
  ]),
  sampling: toParty(
    '抽样取证物品清单',
    '抽',
    facts => [
      text(
        `依据${cited(paperLaw.sampling)}，从你的涉案物品中抽取下列样品，送${textIn(facts.step.input, 'station')}检验：`,
      ),
      list(listIn(facts.step.input, 'items')),
    ],
    { signers: facts => ['当事人', ...officerSigners(facts)] },
  ),
  notice: toParty('行政处罚事先告知书', '告', facts => [
    ...intends(facts),
    text(
      `依据${cited(paperLaw.notice)}，你有权陈述、申辩，请在${clock(facts, 'statement')}以前（含当日）向办案人员${officerSigners(facts).join('、')}书面或者当面提出；本局会认真复核，不会因为你陈述、申辩而加重处罚。`,
    ),
    text('这不是最终决定。'),
  ]),
  hearingNotice: toParty(
    '行政处罚听证告知书',
    '听告',
    facts => [
      ...intends(facts),
      text(
        `依据${cited(paperLaw.hearingNotice)}，你有权要求听证。要求听证的，请在收到本告知书之日起五个工作日内（至${clock(facts, 'hearingRequest')}）提出；听证不收取费用。`,
      ),
      text('这不是最终决定。'),
    ],
    {
      due: ({ file, policy }) => {
        const sanction = sanctionOf(file)
        return sanction !== undefined && hearingDue(sanction, file.party, policy)
      },
    },
  ),
  hearingCall: toParty('行政处罚听证通知书', '听通', facts => [
    text(
      `关于${violationWords(facts)}一案，本局定于${on(textIn(facts.step.input, 'heldOn'))}${textIn(facts.step.input, 'heldAt')}在${textIn(facts.step.input, 'place')}举行听证，主持人${facts.nameOf(textIn(facts.step.input, 'chair'))}。`,
    ),
    text('你可以亲自参加，也可以委托一至二人代理；可以申请主持人回避。无正当理由不出席的，视为放弃听证权利。'),
    text(`依据${cited(paperLaw.hearingCall)}。`),
  ]),
  hearingRecord: toParty(
    '听证笔录',
    '听录',
    facts => [
      rows([
        ['案由', violationWords(facts)],
        ['主持人', facts.nameOf(textIn(lastOf(facts.file, 'callHearing', 'callAgain')?.input ?? {}, 'chair'))],
        ['听证日期', on(facts.step.on)],
      ]),
      text(`调查人员提出的事实、证据和建议：${said(facts, 'submitted')}`),
      text(`当事人的申辩和质证：${said(facts, 'said')}`),
      text(`主持人的意见：${said(facts, 'finding')}`),
      text(
        textIn(facts.step.input, 'signed') === 'refused' ? '当事人拒绝签名，由主持人注明。' : '当事人核对无误后签名。',
      ),
    ],
    { signers: facts => ['当事人或者代理人', ...officerSigners(facts), '主持人'] },
  ),
  decision: toParty(
    '行政处罚决定书',
    '罚',
    facts => {
      const sanction = sanctionOf(facts.file)
      const why = textIn(lastOf(facts.file, 'propose')?.input ?? {}, 'why')
      const told = inRound(facts.file, 'notify')
      const body = [
        rows(partyRows(facts)),
        text(`经查，${factWords(facts)}上述事实有下列证据证明：${proofWords(facts)}`),
        ...(told === undefined
          ? []
          : [
              text(`本局已于${on(told.on)}向你送达${facts.numberOf('notice')}，告知拟作出的处罚和你陈述、申辩的权利。`),
            ]),
        text(`对陈述申辩和听证意见的采纳情况及理由：${sentence(why)}`),
      ]
      if (sanction?.result !== 'penalty')
        return [
          ...body,
          text(`依据${cited(paperLaw.decision.none)}，本局决定：${penaltyWords(facts)}。`),
          remedies(facts),
        ]
      return [
        ...body,
        text(`${actWords(facts)}，本局决定：${penaltyWords(facts)}。`),
        ...goodsBlocks(facts),
        correction,
        ...(sanction.fine + sanction.gains > 0 ? [payment(facts)] : []),
        remedies(facts),
        enforcement,
      ]
    },
    { titleOf: ({ file }) => (sanctionOf(file)?.result === 'penalty' ? '行政处罚决定书' : '不予行政处罚决定书') },
  ),
  simpleDecision: toParty(
    '当场行政处罚决定书',
    '当罚',
    facts => {
      const sanction = sanctionOf(facts.file)
      return [
        rows([...partyRows(facts), ['执法人员', officerNames(facts)], ['地点', textIn(facts.step.input, 'place')]]),
        text(`违法事实：${factWords(facts)}`),
        text(`当事人的陈述申辩：${sentence(textIn(lastOf(facts.file, 'tellOnSpot')?.input ?? {}, 'said'))}`),
        text(`${actWords(facts)}和${cited(paperLaw.simpleDecision)}，当场决定：${penaltyWords(facts)}。`),
        correction,
        ...(sanction && sanction.fine > 0 ? [payment(facts)] : []),
        remediesOnSpot(facts),
      ]
    },
    { signers: facts => ['当事人', ...officerSigners(facts)] },
  ),
  serviceProof: toParty(
    '送达回证',
    '回',
    facts => [
      rows([
        ['受送达人', facts.file.party.name],
        ['送达文书', facts.numberOf('decision')],
        ['送达方式', waysOfService[textIn(facts.step.input, 'how')]?.zh ?? ''],
        ['签收人或者见证人', textIn(facts.step.input, 'receivedBy')],
        ['送达日期', on(facts.step.on)],
      ]),
    ],
    { signers: facts => ['受送达人', ...officerSigners(facts)] },
  ),
  deferral: toParty('延期（分期）缴纳罚款批准书', '缓', facts => [
    text(
      `依据${cited(paperLaw.deferral)}，同意你将${facts.numberOf('decision')}的罚款延期（分期）到${on(textIn(facts.step.input, 'until'))}缴清。${said(facts)}`,
    ),
  ]),
  demand: toParty('履行行政处罚决定催告书', '催', facts => {
    const { fine, gains, late, paid, owed } = balanceOf(facts.file, Temporal.PlainDate.from(facts.step.on))
    return [
      text(`本局${facts.numberOf('decision')}已经送达，你在法定期限内没有履行。`),
      list([
        `罚款${yuan(fine)}，没收违法所得${yuan(gains)}`,
        `截至本日加处罚款${yuan(late)}（不超过罚款数额）`,
        `已缴${yuan(paid)}，还应缴${yuan(owed)}`,
      ]),
      text(
        `请自收到本催告书之日起十个工作日内，${payWay(facts)}。你有权陈述、申辩。逾期仍不履行的，本局将申请人民法院强制执行。依据${cited(paperLaw.demand)}。`,
      ),
    ]
  }),
} as const satisfies Readonly<Record<string, PaperKind>>

const toAgency = (
  title: string,
  mark: string,
  compose: PaperKind['compose'],
  more: Partial<PaperKind> = {},
): PaperKind => ({
  ...{ title, mark, compose },
  ...{ to: 'agency', volume: 'main' },
  ...more,
})

const referredAct = ({ step }: PaperFacts) => othersAct(textIn(step.input, 'act'))

/** 给其他机关的文书 */
export const agencyPapers = {
  referral: toAgency('案件移送函', '移', facts => [
    text(
      `本局发现${referredAct(facts)?.zh ?? violationWords(facts)}的线索，依据${cited(referredAct(facts)?.basis ?? paperLaw.referral)}，不属于本局处罚的职权范围，现移送你单位（${agencies[textIn(facts.step.input, 'to') as keyof typeof agencies]?.zh ?? ''}）依法处理。`,
    ),
    rows(partyRows(facts)),
    text(`案情和已有材料：${said(facts)}`),
    text('处理结果请函告本局。'),
  ]),
  transfer: toAgency('涉嫌犯罪案件移送书', '涉移', facts => [
    text(
      `本局在查处${violationWords(facts)}一案中，发现涉嫌犯罪，依据${cited(paperLaw.transfer.basis)}，现移送你单位（${textIn(facts.step.input, 'to')}）。`,
    ),
    rows(partyRows(facts)),
    text(`涉嫌罪名、数额和事实：${sentence(textIn(lastOf(facts.file, 'askTransfer')?.input ?? {}, 'words'))}`),
    list(listIn(facts.step.input, 'attached')),
    text(`请依据${cited(paperLaw.transfer.answer)}在三日内决定是否立案，并书面通知本局。`),
    text('抄送：同级人民检察院。'),
  ]),
  handOver: toAgency('涉案物品和材料移交清单', '交', facts => [
    list(listIn(facts.step.input, 'items')),
    rows([
      ['接收人', textIn(facts.step.input, 'receivedBy')],
      ['移交日期', on(facts.step.on)],
    ]),
    text(`依据${cited(paperLaw.handOver)}。`),
  ]),
  // 申请书由行政机关负责人签名、盖章 (QZ 55).
  courtApplication: toAgency(
    '行政处罚强制执行申请书',
    '强申',
    facts => {
      const { owed } = balanceOf(facts.file, Temporal.PlainDate.from(facts.step.on))
      return [
        text(`申请人：${facts.policy.bureau}。被申请人：${facts.file.party.name}。`),
        rows(partyRows(facts)),
        text(`请求执行本局${facts.numberOf('decision')}，执行标的${yuan(owed)}。`),
        text(
          `催告情况：${facts.numberOf('demand')}已于${on(lastOf(facts.file, 'demand')?.on)}送达，期满仍未履行。${said(facts)}`,
        ),
        text(`依据${cited(paperLaw.courtApplication)}。此致${facts.policy.court}。`),
      ]
    },
    { signers: () => ['本局负责人'] },
  ),
} as const satisfies Readonly<Record<string, PaperKind>>

const holdWords: Readonly<Record<string, string>> = {
  return: '解除先行登记保存，退还物品',
  test: '送检验机构鉴定',
  evidence: '作为证据保留，随案处理',
  confiscate: '依法应当没收，待处罚决定',
  transfer: '移送有关机关',
}
