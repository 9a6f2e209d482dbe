import { type Citation, formatCitation } from '#kernel/citation'
import { remedyText } from '../../rules/application/grounds.ts'
import type { Bureau } from '../bureau.ts'
import type { PaperBlock, PaperFacts, PaperFile } from '../paper.ts'
import { denialLaw, paperLaw } from './law.ts'
import { dayZh, limitZh, matter, sentence, text } from './words.ts'

const cited = (given: readonly Citation[]): string => given.map(formatCitation).join('、')
/** 救济途径, with the articles it stands on. */
export const remedy = ({ reconsiderationBody }: Bureau): PaperBlock =>
  text(`${remedyText(reconsiderationBody)}（${cited(denialLaw.remedy)}）`)

/** 收件通知书. */
export function receipt(file: PaperFile): PaperBlock[] {
  return [
    text(`本局于${dayZh(file.receivedOn)}收到您提出的${matter(file)}。`),
    text(
      `申请材料不齐全或者不符合法定形式的，本局在五个工作日内一次告知需要补正的全部内容；逾期不告知的，自收到之日起即为受理（${formatCitation(paperLaw.receipt.complete)}）。`,
    ),
  ]
}

/** 受理行政许可通知书. */
export function acceptance(file: PaperFile, facts: PaperFacts['acceptance']): PaperBlock[] {
  const day = dayZh(file.acceptedOn ?? file.receivedOn)
  return [
    text(`您提出的${matter(file)}，本局于${day}受理（${formatCitation(paperLaw.acceptance.accepted)}）。`),
    text(`本局将在${limitZh(facts.dueOn)}前作出决定。您可以凭办件编号在自助终端或者网上查询进度。`),
    text(`办理本事项不收取任何费用（${formatCitation(paperLaw.acceptance.free)}）。`),
  ]
}

/** 一次性告知（补正）通知书: once, and complete (XK 32). */
export function correction(file: PaperFile, facts: PaperFacts['correction']): PaperBlock[] {
  return [
    text(`本局于${dayZh(file.receivedOn)}收到您提出的${matter(file)}。经核对，需要补正下列全部内容：`),
    { list: facts.items.map(({ what, how }) => `${what}：${sentence(how)}`) },
    text(
      `请在${limitZh(facts.answerBy)}前补正。补正齐全后，本局即予受理（${formatCitation(paperLaw.correction.accepted)}）。`,
    ),
    text('不清楚怎样补正的，可以找村（居）帮办人员，或者到窗口办理。'),
  ]
}

/** 不予受理通知书. */
export function notAccepted(file: PaperFile, facts: PaperFacts['notAccepted'], bureau: Bureau): PaperBlock[] {
  return [
    text(
      `您于${dayZh(file.receivedOn)}提出的${matter(file)}，不属于本局职权范围。根据${formatCitation(paperLaw.notAccepted.outside)}，本局决定不予受理。`,
    ),
    text(sentence(facts.reason)),
    remedy(bureau),
  ]
}

/** 终止办理告知书: the applicant did not answer; nothing was refused. */
export function lapse(file: PaperFile, facts: PaperFacts['lapse'], bureau: Bureau): PaperBlock[] {
  return [
    text(
      `您于${dayZh(file.receivedOn)}提出的${matter(file)}，到期没有收到补正的材料，本局终止办理。${sentence(facts.reason)}`,
    ),
    text('这不是不予许可的决定。您可以重新提出申请。'),
    remedy(bureau),
  ]
}

/** 撤回确认书. */
export function withdrawal(file: PaperFile): PaperBlock[] {
  return [
    text(`您撤回${dayZh(file.receivedOn)}提出的${matter(file)}，本局予以确认，办理终止。`),
    file.deemedAfter === null
      ? text('以后需要办理的，可以重新提出申请。')
      : text(
          `许可证有效期限至${dayZh(file.deemedAfter)}。需要延续的，请在届满三十日前重新提出申请（${formatCitation(paperLaw.withdrawal.again)}）。`,
        ),
  ]
}

/** 延长审批期限通知书: once, approved by the head, with the reason (XK 42). */
export function extension(file: PaperFile, facts: PaperFacts['extension']): PaperBlock[] {
  return [
    text(
      `您于${dayZh(file.receivedOn)}提出的${matter(file)}，不能在原定期限内作出决定，理由是：${sentence(facts.reason)}`,
    ),
    text(
      `根据${formatCitation(paperLaw.extension.once)}，经本局负责人批准，审批期限延长至${limitZh(facts.dueOn)}。期限只延长一次。`,
    ),
  ]
}
