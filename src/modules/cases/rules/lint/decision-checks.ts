import { cite } from '#kernel/citation'
import { addWorkingDays } from '#kernel/working-days'
import { fenIn, lastOf, listIn, textIn } from '../procedure/fields.ts'
import { collectiveDue, hearingDue, isHeavier, sanctionIn, sanctionWords } from '../procedure/sanction.ts'
import {
  beforeDecision,
  type Check,
  clockOf,
  type Dossier,
  decision,
  paperOf,
  penalty,
  proposal,
  staffId,
  when,
} from './dossier.ts'

const hearingNeeded = (d: Dossier): boolean => {
  const sanction = penalty(d)
  return sanction !== undefined && decision(d) !== undefined && hearingDue(sanction, d.file.party, d.policy)
}
const call = (d: Dossier) => beforeDecision(d, 'callHearing', 'callAgain')

/** 审核、告知、听证、决定 */
export const decisionChecks = {
  reviewMissing: {
    zh: '没有法制审核',
    en: 'No legal review',
    basis: [cite('CF', 58)],
    find: d => when(decision(d) !== undefined && !beforeDecision(d, 'passReview'), '决定前没有审核通过的记录'),
  },
  reviewByOfficer: {
    zh: '办案人员自己作了法制审核',
    en: 'Reviewed by an officer of the case',
    basis: [cite('CF', 58)],
    find: d => when(d.file.officers.includes(staffId(beforeDecision(d, 'passReview')?.by)), '审核人是办案人员'),
  },
  noticeMissing: {
    zh: '处罚前没有告知',
    en: 'Penalty without notice',
    basis: [cite('CF', 44), cite('CF', 62)],
    find: d =>
      when(penalty(d) !== undefined && decision(d) !== undefined && !beforeDecision(d, 'notify'), '没有事先告知'),
  },
  noticePaper: {
    zh: '缺行政处罚事先告知书',
    en: 'Notice not in the file',
    basis: [cite('CF', 44)],
    find: d => when(beforeDecision(d, 'notify') !== undefined && !paperOf(d, 'notice'), '告知过，但卷内没有告知书'),
  },
  noticeContent: {
    zh: '告知书没有写明拟作出的处罚',
    en: 'Notice lacks the measure',
    basis: [cite('CF', 44)],
    find: d => {
      const told = beforeDecision(d, 'report')
      const paper = paperOf(d, 'notice')
      return when(
        told !== undefined &&
          paper !== undefined &&
          !paper.words.includes(sanctionWords(sanctionIn(told.input), d.file.violation)),
        paper?.number ?? '',
      )
    },
  },
  noticeRights: {
    zh: '告知书没有写陈述申辩的权利',
    en: 'Notice lacks the rights',
    basis: [cite('CF', 44)],
    find: d => {
      const paper = paperOf(d, 'notice')
      return when(paper !== undefined && !paper.words.includes('陈述、申辩'), paper?.number ?? '')
    },
  },
  heavier: {
    zh: '决定比告知的更重',
    en: 'Heavier than the notice',
    basis: [cite('CF', 45, { paragraph: 2 })],
    find: d => {
      const told = beforeDecision(d, 'report')
      const now = penalty(d)
      return when(
        told !== undefined && now !== undefined && decision(d) !== undefined && isHeavier(now, sanctionIn(told.input)),
        '罚没数额或者种类加重',
      )
    },
  },
  statementWait: {
    zh: '陈述申辩期没有满就作出决定',
    en: 'Decided before the party could answer',
    basis: [cite('CF', 45), cite('CF', 62)],
    find: d => {
      const clock = clockOf(d, 'statement')
      const answered = beforeDecision(d, 'waiveStatement', 'holdHearing')
      const on = decision(d)?.on
      return when(
        clock !== undefined && !answered && on !== undefined && on <= clock.dueOn,
        `期限到${clock?.dueOn}，决定在${on}`,
      )
    },
  },
  statementUnchecked: {
    zh: '陈述申辩没有复核',
    en: 'Statement not checked',
    basis: [cite('CF', 45)],
    find: d =>
      when(
        d.file.steps.some(s => s.event === 'hearStatement' && textIn(s.input, 'checked') === ''),
        '没有复核情况',
      ),
  },
  hearingNotOffered: {
    zh: '应当告知听证权利而没有告知',
    en: 'Hearing not offered',
    basis: [cite('CF', 63)],
    find: d => when(hearingNeeded(d) && !paperOf(d, 'hearingNotice'), '达到听证标准，没有听证告知书'),
  },
  hearingNotHeld: {
    zh: '当事人要求听证而没有举行',
    en: 'Hearing asked, not held',
    basis: [cite('CF', 63), cite('CF', 64)],
    find: d =>
      when(
        decision(d) !== undefined &&
          beforeDecision(d, 'askHearing') !== undefined &&
          !beforeDecision(d, 'holdHearing', 'dropHearing'),
        '没有听证笔录',
      ),
  },
  hearingTooSoon: {
    zh: '听证没有提前七个工作日通知',
    en: 'Hearing called too late',
    basis: [cite('CF', 64)],
    find: d => {
      const called = call(d)
      const held = beforeDecision(d, 'holdHearing')
      const first = called && addWorkingDays(d.calendar, Temporal.PlainDate.from(called.on), 7)
      return when(
        held !== undefined && first?.ok === true && held.on <= first.value.toString(),
        `通知${called?.on}，举行${held?.on}`,
      )
    },
  },
  hearingChair: {
    zh: '听证由本案办案人员主持',
    en: 'Hearing chaired by an officer',
    basis: [cite('CF', 64)],
    find: d => when(d.file.officers.includes(textIn(call(d)?.input ?? {}, 'chair')), '主持人是办案人员'),
  },
  hearingReview: {
    zh: '听证后没有再作法制审核',
    en: 'No review after the hearing',
    basis: [cite('CF', 58)],
    find: d =>
      when(
        decision(d) !== undefined &&
          beforeDecision(d, 'holdHearing') !== undefined &&
          !beforeDecision(d, 'reviewHearing'),
        '没有听证后的审核',
      ),
  },
  discussionMissing: {
    zh: '应当集体讨论而没有讨论',
    en: 'Not discussed',
    basis: [cite('CF', 57, { paragraph: 2 })],
    find: d => {
      const sanction = penalty(d)
      const due = sanction !== undefined && decision(d) !== undefined && collectiveDue(d.file, sanction, d.policy)
      return when(due && !beforeDecision(d, 'deliberate'), '没有集体讨论笔录')
    },
  },
  discussionFew: {
    zh: '集体讨论不足三人',
    en: 'Too few discussed',
    basis: [cite('CF', 57, { paragraph: 2 })],
    find: d => {
      const held = beforeDecision(d, 'deliberate')
      return when(held !== undefined && listIn(held.input, 'present').length < 3, `第${held?.n}步`)
    },
  },
  sameDecider: {
    zh: '提出和决定是同一人',
    en: 'Proposed and decided by one person',
    basis: [cite('CF', 57)],
    find: d => when(decision(d) !== undefined && proposal(d)?.by === decision(d)?.by, '提出人就是决定人'),
  },
  deciderOfficer: {
    zh: '办案人员自己作了决定',
    en: 'Decided by an officer of the case',
    basis: [cite('CF', 57)],
    find: d =>
      when(
        decision(d) !== undefined &&
          proposal(d)?.by !== decision(d)?.by &&
          d.file.officers.includes(staffId(decision(d)?.by)),
        '决定人是办案人员',
      ),
  },
  decideLate: {
    zh: '超过九十日才作出决定',
    en: 'Decided after ninety days',
    basis: [cite('CF', 60)],
    find: d => {
      const clock = clockOf(d, 'decide')
      const on = decision(d)?.on
      return when(clock !== undefined && on !== undefined && on > clock.dueOn, `期限${clock?.dueOn}，决定${on}`)
    },
  },
  insteadOfTransfer: {
    zh: '涉嫌犯罪的以罚代移',
    en: 'A penalty instead of the transfer',
    basis: [cite('YS', 11)],
    find: d =>
      when(
        d.criminal !== null &&
          penalty(d) !== undefined &&
          !lastOf(d.file, 'refuseTransfer', 'takeBack', 'policeReturned'),
        d.criminal?.zh ?? '',
      ),
  },
  transferLate: {
    zh: '批准移送后超过二十四小时',
    en: 'Transferred after 24 hours',
    basis: [cite('YS', 5)],
    find: d => {
      const clock = clockOf(d, 'transferSend')
      const sent = lastOf(d.file, 'sendTransfer')
      return when(
        sent !== undefined && clock?.dueAt !== undefined && Temporal.Instant.compare(sent.at, clock.dueAt) > 0,
        `期限${clock?.dueAt}`,
      )
    },
  },
  overpaid: {
    zh: '收缴超过应缴数额',
    en: 'More was taken than owed',
    basis: [cite('CF', 72), cite('CF', 74)],
    find: d => {
      const sanction = penalty(d)
      const paid = d.file.steps
        .filter(s => s.event === 'pay' || s.event === 'collectOnSpot')
        .reduce((sum, s) => sum + fenIn(s.input, 'amount'), 0)
      return when(sanction !== undefined && paid > sanction.fine * 2 + sanction.gains, '加处罚款不能超出罚款的数额')
    },
  },
} as const satisfies Readonly<Record<string, Check>>
