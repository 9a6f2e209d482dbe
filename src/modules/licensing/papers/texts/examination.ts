import { formatCitation } from '#kernel/citation'
import type { PaperBlock, PaperFacts, PaperFile } from '../paper.ts'
import { paperLaw } from './law.ts'
import { dayZh, limitZh, matter, sentence, text } from './words.ts'

/** 不受理告知书: by law no licence is needed for what was asked (XK 32 (1)). */
export function notRequired(file: PaperFile, facts: PaperFacts['notRequired']): PaperBlock[] {
  return [
    text(
      `您于${dayZh(file.receivedOn)}提出的${matter(file)}，依法不需要取得行政许可，本局不受理（${formatCitation(paperLaw.notRequired.free)}）。`,
    ),
    text(sentence(facts.reason)),
  ]
}

/** 实地核查通知书: two or more officers will see the premises. */
export function siteCheckOrder(file: PaperFile, facts: PaperFacts['siteCheckOrder']): PaperBlock[] {
  return [
    text(
      `您提出的${matter(file)}，需要对实质内容进行核实：${sentence(facts.reason)}根据${formatCitation(paperLaw.siteCheckOrder.two)}，本局将指派两名以上工作人员实地核查，并提前与您联系约定时间。`,
    ),
    text('核查人员会出示证件。您可以在场，可以对核查的情况提出意见，意见会如实记录。核查不收取任何费用。'),
  ]
}

/** 利害关系人权利告知书: somebody who may lose by the grant is told, is heard, and may ask for a hearing (XK 36, 47). */
export function partyNotice(file: PaperFile, facts: PaperFacts['partyNotice']): PaperBlock[] {
  return [
    text(
      `本局正在审查${file.shopName}提出的${matter(file)}。审查中发现，这件许可可能直接关系您的重大利益：${sentence(facts.reason)}`,
    ),
    text(
      `根据${formatCitation(paperLaw.partyNotice.statement)}，您有权进行陈述和申辩，本局会如实记录并听取。根据${formatCitation(paperLaw.partyNotice.hearing)}，您有权要求听证：请在${limitZh(facts.answerBy)}前向本局提出；本局自收到听证申请之日起二十个工作日内组织听证，不收取费用。`,
    ),
    text(
      '逾期没有提出的，本局依法作出决定。陈述、申辩和听证申请可以书面提出，也可以到本局窗口口头提出，由工作人员记录。',
    ),
  ]
}

/** 听证告知书: whoever has a major interest may ask for a hearing within five working days (XK 47). */
export function hearingNotice(file: PaperFile, facts: PaperFacts['hearingNotice']): PaperBlock[] {
  return [
    text(`您提出的${matter(file)}，${sentence(facts.reason)}`),
    text(
      `根据${formatCitation(paperLaw.hearingNotice.hearing)}，您和利害关系人有权要求听证。要求听证的，请在${limitZh(facts.answerBy)}前向本局提出；本局自收到听证申请之日起二十个工作日内组织听证，不收取费用。`,
    ),
  ]
}

/** 听证通知书: time and place, at least seven days before (XK 48 (1)). */
export function hearingCall(file: PaperFile, facts: PaperFacts['hearingCall']): PaperBlock[] {
  const { hour, minute } = Temporal.PlainDateTime.from(facts.heldAt)
  const time = `${dayZh(facts.heldAt.slice(0, 10))}${hour}时${String(minute).padStart(2, '0')}分`
  return [
    text(`您提出的${matter(file)}，本局定于${time}举行听证。地点、主持人等：${sentence(facts.words)}`),
    text(
      '听证公开举行。您可以亲自参加，也可以委托一至二人代理；认为主持人与本事项有直接利害关系的，有权申请回避；可以提出证据，进行申辩和质证。',
    ),
    text(`听证不收取任何费用（${paperLaw.hearingCall.free.map(formatCitation).join('、')}）。`),
  ]
}

/** 听证笔录: the decision follows the record (XK 48). */
export function hearingRecord(file: PaperFile, facts: PaperFacts['hearingRecord']): PaperBlock[] {
  return [
    text(`您提出的${matter(file)}，听证已经举行，记录如下：${sentence(facts.record)}`),
    text(`听证笔录经参加人确认签字。本局根据听证笔录作出决定（${formatCitation(paperLaw.hearingRecord.record)}）。`),
  ]
}
