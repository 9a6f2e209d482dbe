import { formatCitation } from '#kernel/citation'
import { type LicenceState, licenceStateFacts } from '../../rules/licence/moves.ts'
import { basisOfGround, type Ground, groundDocuments, groundEffects, groundLaw } from '../../rules/proceeding/ground.ts'
import { type ProceedingKind, proceedingFacts } from '../../rules/proceeding/kinds.ts'
import type { Bureau } from '../bureau.ts'
import type { PaperBlock, PaperDay } from '../paper.ts'
import { remedy } from '../texts/procedure.ts'
import { dayZh, limitZh, sentence, text } from '../texts/words.ts'

/** What every document of a proceeding takes from its file. */
export interface ProceedingPaperFile {
  readonly proceedingNo: string
  readonly kind: ProceedingKind
  readonly licenceNo: string
  readonly shopName: string
  readonly suspendedFrom: string | null
  /** 案件 whose decision is carried out. */
  readonly caseNo: string | null
  readonly answerBy: PaperDay | null
  /** 听取陈述申辩的情况, for the decision. */
  readonly heard: 'none' | 'invited' | 'heard' | 'waived'
  readonly hearingHeld: boolean
  /** The document by which the earlier decision fell, and the licence as it stands then; of 恢复许可证效力. */
  readonly ground: Ground | null
  readonly state: LicenceState
  readonly validTo: string
  /** The words of the officer: facts and reasons, time and place, or the record. */
  readonly words: string
  /** 查明的事实, from the proposal, for the decision. */
  readonly findings: string
}

interface Kind {
  readonly title: string
  /** The part of the document number that names the kind. */
  readonly mark: string
  readonly compose: (file: ProceedingPaperFile, bureau: Bureau) => PaperBlock[]
}

const basisOf = (kind: ProceedingKind): string => proceedingFacts[kind].basis.map(formatCitation).join('、')
const what = ({ licenceNo, kind }: ProceedingPaperFile): string =>
  `烟草专卖零售许可证（证号 ${licenceNo}）${proceedingFacts[kind].zh}`
const intends = (file: ProceedingPaperFile): PaperBlock[] => [
  text(`本局拟对您的${what(file)}，事实和理由如下：${sentence(file.words)}`),
  text(`依据：${basisOf(file.kind)}。`),
]
const until = ({ answerBy }: ProceedingPaperFile): string => (answerBy === null ? '期限届满之日' : limitZh(answerBy))

/** 陈述申辩告知书, of what the bureau began itself. */
const statementNotice = (file: ProceedingPaperFile): PaperBlock[] => [
  ...intends(file),
  text(`您有权陈述、申辩。请在${until(file)}前书面、口头或者在线提出，本局会如实记录并认真核对。`),
  text('这不是最终决定。'),
]

const hearingNotice = (file: ProceedingPaperFile): PaperBlock[] => [
  ...intends(file),
  text(`您有权陈述、申辩，也有权要求听证。请在${until(file)}前提出；听证不收取费用。`),
  text('这不是最终决定。'),
]

/** 收回公告: the holder stayed away for more than a year; everybody may read it. */
const reclaimNotice = (file: ProceedingPaperFile): PaperBlock[] => [
  text(
    `您的烟草专卖零售许可证（证号 ${file.licenceNo}，${file.shopName}）自${file.suspendedFrom === null ? '停业之日' : dayZh(file.suspendedFrom)}起停业已超过一年，没有申请恢复营业。${sentence(file.words)}`,
  ),
  text(
    `根据${basisOf(file.kind)}，请在${until(file)}前办理恢复营业或者歇业手续；逾期不办理的，本局将依法收回许可证。您可以陈述、申辩。`,
  ),
  text('特此公告。'),
]

const hearingCall = (file: ProceedingPaperFile): PaperBlock[] => [
  text(`关于对您的${what(file)}一事，本局决定举行听证。${sentence(file.words)}`),
  text('您可以委托一至二人代理，可以申请主持人回避，可以提出证据、申辩和质证。无正当理由不出席的，视为放弃听证。'),
]

const hearingRecord = (file: ProceedingPaperFile): PaperBlock[] => [
  text(`关于对您的${what(file)}一事，听证已经举行，记录如下：${sentence(file.words)}`),
  text('听证笔录经参加人确认签字。本局根据听证笔录作出决定。'),
]

const outcome: Readonly<Record<ProceedingKind, string>> = {
  rectify: '自收到本通知之日起暂停烟草专卖零售业务，进行整顿；整顿合格的，本局验收后恢复经营。',
  acceptRectification: '自本通知作出之日起恢复经营，恢复供货。',
  disqualify: '取消您从事烟草专卖业务的资格，许可证随后注销。请将许可证正本、副本交回本局。',
  revoke: '取消您从事烟草专卖业务的资格，吊销许可证，许可证随后注销。请将许可证正本、副本交回本局。',
  reclaim: '收回许可证，随后注销。请将许可证正本、副本交回本局。',
  rescind: '撤销许可，许可证随后注销。请将许可证正本、副本交回本局。',
  rescindFraud: '撤销许可，许可证随后注销。请将许可证正本、副本交回本局。',
  takeBack: '撤回许可，许可证随后注销。由此给您造成财产损失的，本局依法给予补偿，请向本局提出。',
  endSubject: '注销许可证，不得再凭此证经营烟草制品。',
  cancelExpired: '注销许可证，不得再凭此证经营烟草制品。需要经营的，请重新申请。',
  loseToForceMajeure: '注销许可证。需要经营的，请重新申请。',
  cancel: '注销许可证。许可证号不再使用。',
  restore: '恢复许可证的效力。',
}

/** What was told and heard in the case is not told anew; the penalty has its own way to appeal. */
const heardInCase = ({ caseNo }: ProceedingPaperFile): string =>
  caseNo === null
    ? ''
    : `作出处罚决定之前，本局已在案件 ${caseNo} 中告知您事实、理由和依据，听取陈述、申辩，并告知您有权要求听证。不服处罚决定的，按行政处罚决定书写明的途径和期限提出，期限从该决定书送达之日起计算。`

function decision(file: ProceedingPaperFile, bureau: Bureau): PaperBlock[] {
  const { kind, findings, words, heard, hearingHeld } = file
  const { notice, adverse } = proceedingFacts[kind]
  const heardWords =
    notice === 'none'
      ? heardInCase(file)
      : `作出决定之前，本局已告知您拟作决定的事实、理由和依据。${heard === 'heard' ? '您的陈述、申辩已经听取并复核。' : '您在期限内没有提出陈述、申辩。'}${hearingHeld ? '听证已经举行。' : ''}`
  return [
    text(`关于您的烟草专卖零售许可证（证号 ${file.licenceNo}），经查：${sentence(findings)}`),
    ...(heardWords === '' ? [] : [text(heardWords)]),
    text(`${sentence(words)}根据${basisOf(kind)}，本局决定：${outcome[kind]}`),
    ...(adverse ? [remedy(bureau)] : []),
  ]
}

/** 恢复许可证效力通知书: by which document the earlier decision fell, in which state the licence stands now, and until when: its own days. */
function restored(file: ProceedingPaperFile): PaperBlock[] {
  const { ground, state, validTo, licenceNo, findings, words } = file
  const end = dayZh(validTo)
  const named =
    ground &&
    `${groundDocuments[ground.document].zh}（${ground.no}，${dayZh(ground.on)}）${groundEffects[ground.effect].zh}`
  const basis = ground ? basisOfGround(ground).map(formatCitation).join('、') : basisOf('restore')
  return [
    text(`关于您的烟草专卖零售许可证（证号 ${licenceNo}），经查：${sentence(findings)}`),
    ...(named ? [text(`${sentence(named)}原决定对许可证不再有效力。`)] : []),
    text(`${sentence(words)}根据${basis}，许可证的效力恢复，现在的状态是“${licenceStateFacts[state].zh}”。`),
    text(
      state === 'expired'
        ? `许可证的有效期限没有改变，已于${end}届满。需要继续经营的，请提出延续申请，由工作人员审核。`
        : `许可证的有效期限没有改变，至${end}。已交回的正本、副本请到本局领回，也可以在自助终端重新打印。`,
    ),
    text(
      `原决定给您造成损失的，可以依照国家赔偿法的规定提出赔偿请求（${groundLaw.compensation.articles.map(formatCitation).join('、')}）。`,
    ),
  ]
}

/** 文书种类 of proceedings; the decision of each kind has its own title and series. */
export const proceedingPapers = {
  actStatementNotice: { title: '陈述申辩告知书', mark: '拟告', compose: statementNotice },
  actHearingNotice: { title: '听证告知书', mark: '拟听', compose: hearingNotice },
  reclaimNotice: { title: '收回公告', mark: '收公', compose: reclaimNotice },
  actHearingCall: { title: '听证通知书', mark: '听通', compose: hearingCall },
  actHearingRecord: { title: '听证笔录', mark: '拟录', compose: hearingRecord },
  rectifyOrder: { title: '责令暂停业务整顿通知书', mark: '整', compose: decision },
  acceptRectificationNotice: { title: '恢复经营通知书', mark: '整复', compose: decision },
  disqualifyDecision: { title: '取消从事烟草专卖业务资格决定书', mark: '取', compose: decision },
  revokeNotice: { title: '执行处罚决定吊销许可证通知书', mark: '吊', compose: decision },
  reclaimDecision: { title: '收回烟草专卖零售许可证决定书', mark: '收回', compose: decision },
  rescindDecision: { title: '撤销行政许可决定书', mark: '撤销', compose: decision },
  takeBackDecision: { title: '撤回行政许可决定书', mark: '撤回', compose: decision },
  cancelDecision: { title: '注销行政许可决定书', mark: '注', compose: decision },
  restoreNotice: { title: '恢复许可证效力通知书', mark: '恢效', compose: restored },
} as const satisfies Record<string, Kind>
export type ProceedingPaperKind = keyof typeof proceedingPapers

export const noticeOf: Readonly<Record<'statement' | 'hearing' | 'announcement', ProceedingPaperKind>> = {
  statement: 'actStatementNotice',
  hearing: 'actHearingNotice',
  announcement: 'reclaimNotice',
}

export const decisionOf: Readonly<Record<ProceedingKind, ProceedingPaperKind>> = {
  rectify: 'rectifyOrder',
  acceptRectification: 'acceptRectificationNotice',
  disqualify: 'disqualifyDecision',
  revoke: 'revokeNotice',
  reclaim: 'reclaimDecision',
  rescind: 'rescindDecision',
  rescindFraud: 'rescindDecision',
  takeBack: 'takeBackDecision',
  endSubject: 'cancelDecision',
  cancelExpired: 'cancelDecision',
  loseToForceMajeure: 'cancelDecision',
  cancel: 'cancelDecision',
  restore: 'restoreNotice',
}
