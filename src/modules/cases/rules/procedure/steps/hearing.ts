import { cite } from '#kernel/citation'
import { addWorkingDays } from '#kernel/working-days'
import { reckonWait, startClock } from '../clocks.ts'
import { choice, day, listIn, optional, short, staff, textIn, time, words, yes } from '../fields.ts'
import { hearingDue, sanctionOf } from '../sanction.ts'
import type { StepTable, TakenFacts } from '../step-rule.ts'

/** 送达方式: the one table that asks, and that the certificate of service prints. */
export const waysOfService: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  direct: { zh: '直接送达', en: 'By hand' },
  left: { zh: '留置送达', en: 'Left with a witness' },
  post: { zh: '邮寄送达', en: 'By post' },
  electronic: { zh: '电子送达（当事人签有确认书）', en: 'Electronic, with signed consent' },
  public: { zh: '公告送达', en: 'By public notice' },
}
export const servedBy = choice('how', '送达方式', 'How it was served', waysOfService)

const meeting = [
  day('heldOn', '听证日期', 'Day'),
  time('heldAt', '时间', 'Hour'),
  short('place', '地点', 'Place'),
  staff('chair', '主持人（不是本案办案人员）', 'Chair, no officer of the case'),
]

/** CF 64(2), (4): seven working days between call and hearing; an unpublished year is counted late. */
function checkCall({ input, file, at, calendar }: TakenFacts) {
  if (file.officers.includes(textIn(input, 'chair')))
    return { zh: '本案办案人员不能主持听证。', en: 'No officer of the case chairs.' }
  const first = addWorkingDays(calendar, at.today, 7)
  const earliest = first.ok ? first.value.toString() : reckonWait(calendar, at.today, 7).dueOn
  // 七日前通知: seven working days lie between; the hearing is on the next day at the earliest.
  return textIn(input, 'heldOn') > earliest
    ? undefined
    : {
        zh: `听证要在七个工作日前通知，最早在${earliest}以后。`,
        en: `Seven working days of notice: after ${earliest}.`,
      }
}

const hearingClock = ({ input, at }: TakenFacts) => ({
  clocks: (clocks: readonly import('../case-file.ts').Clock[]) => [
    ...clocks,
    { kind: 'hearing', startedOn: at.today.toString(), dueOn: textIn(input, 'heldOn'), state: 'running' } as const,
  ],
})

export const hearingSteps: StepTable = {
  notify: {
    zh: '告知当事人',
    en: 'Give notice',
    by: ['inspector'],
    asks: [servedBy, short('receivedBy', '签收人或者见证人', 'Who received it')],
    needs: ['twoOfficers', 'byOfficer', 'notCriminal', 'recusalDecided', 'holdsSettled'],
    check: ({ file }) =>
      sanctionOf(file)?.result === 'penalty'
        ? undefined
        : { zh: '不予处罚的不用告知，请直接报批。', en: 'No penalty: no notice, propose the decision.' },
    basis: [cite('CF', 44), cite('CF', 63)],
    change: ({ file, at, calendar, policy }) => ({
      clocks: clocks => {
        const today = at.today.toString()
        const statement = {
          ...{ kind: 'statement', startedOn: today, state: 'running' as const },
          ...reckonWait(calendar, at.today, policy.statementWorkingDays),
        }
        const sanction = sanctionOf(file)
        const offered = sanction !== undefined && hearingDue(sanction, file.party, policy)
        return [...clocks, statement, ...(offered ? [startClock('hearingRequest', at, calendar)] : [])]
      },
    }),
    papers: ['notice', 'hearingNotice'],
  },
  hearStatement: {
    zh: '记录并复核陈述申辩',
    en: 'Hear the statement',
    by: ['inspector', 'legal'],
    asks: [
      words('当事人说了什么、交了什么', 'What was said', 'said'),
      words('复核情况', 'How it was checked', 'checked'),
      choice('accepted', '是否采纳', 'Accepted', {
        yes: { zh: '采纳', en: 'Yes' },
        partly: { zh: '部分采纳', en: 'Partly' },
        no: { zh: '不采纳', en: 'No' },
      }),
    ],
    basis: [cite('CF', 45)],
    papers: ['statement'],
  },
  waiveStatement: {
    zh: '当事人放弃或者不再陈述申辩',
    en: 'The party waives',
    by: ['inspector', 'legal'],
    asks: [
      words('怎么表示的（书面、笔录）', 'How'),
      optional(yes('hearing', '同时书面放弃听证', 'A hearing is waived in writing too')),
    ],
    basis: [cite('CF', 62)],
    meets: ['statement'],
    change: ({ input, at }) => ({
      clocks: clocks =>
        clocks.map(c =>
          input['hearing'] === true && c.kind === 'hearingRequest' && c.state === 'running'
            ? { ...c, state: 'met', endedOn: at.today.toString(), endedBy: 'waiveStatement' }
            : c,
        ),
    }),
  },
  askHearing: {
    zh: '当事人要求听证',
    en: 'A hearing is asked for',
    by: ['inspector', 'legal'],
    asks: [day('askedOn', '提出日期', 'Asked on'), words('要求和理由', 'What is asked')],
    needs: ['noticed'],
    check: ({ file, input }) => {
      const clock = file.clocks.findLast(({ kind }) => kind === 'hearingRequest')
      if (!clock) return { zh: '本案没有告知听证权利。', en: 'No hearing was offered in this case.' }
      const on = textIn(input, 'askedOn')
      return on >= clock.startedOn && on <= clock.dueOn
        ? undefined
        : { zh: `应当在${clock.dueOn}以前提出。`, en: `To be asked by ${clock.dueOn}.` }
    },
    basis: [cite('CF', 64)],
    meets: ['hearingRequest', 'statement'],
  },
  callHearing: {
    zh: '通知举行听证',
    en: 'Call the hearing',
    by: ['legal', 'head'],
    asks: meeting,
    needs: ['byOther'],
    check: checkCall,
    basis: [cite('CF', 64)],
    change: hearingClock,
    papers: ['hearingCall'],
  },
  callAgain: {
    zh: '改期听证',
    en: 'Call it again',
    by: ['legal', 'head'],
    asks: [...meeting, words('改期原因', 'Why')],
    needs: ['byOther'],
    check: checkCall,
    basis: [cite('CF', 64)],
    meets: ['hearing'],
    change: hearingClock,
    papers: ['hearingCall'],
  },
  dropHearing: {
    zh: '当事人撤回或者放弃听证',
    en: 'The hearing is dropped',
    by: ['legal', 'head'],
    asks: [words('情况', 'How')],
    basis: [cite('CF', 64)],
    meets: ['hearing'],
  },
  holdHearing: {
    zh: '记录听证',
    en: 'Record the hearing',
    by: ['legal'],
    asks: [
      words('调查人员提出的事实、证据和建议', 'What the officers submitted', 'submitted'),
      words('当事人的申辩和质证', 'What the party said', 'said'),
      words('主持人的意见', 'What the chair finds', 'finding'),
      choice('signed', '笔录签名', 'Signed', {
        yes: { zh: '当事人核对后签名', en: 'By the party' },
        refused: { zh: '拒绝签名，主持人注明', en: 'Refused, noted by the chair' },
      }),
    ],
    needs: ['byOther'],
    check: ({ file, at }) => {
      const clock = file.clocks.findLast(({ kind }) => kind === 'hearing')
      return clock && clock.dueOn > at.today.toString()
        ? { zh: `听证定在${clock.dueOn}，还没有到。`, en: `The hearing is on ${clock.dueOn}.` }
        : undefined
    },
    basis: [cite('CF', 64), cite('CF', 65)],
    meets: ['hearing', 'statement', 'hearingRequest'],
    papers: ['hearingRecord'],
  },
  reviewHearing: {
    zh: '听证后法制审核',
    en: 'Legal review after the hearing',
    by: ['legal'],
    asks: [words('根据听证笔录的审核意见', 'Opinion on the record')],
    needs: ['byOther'],
    basis: [cite('CF', 58), cite('CF', 65)],
    papers: ['review'],
  },
  deliberate: {
    zh: '记录集体讨论',
    en: 'Record the discussion',
    by: ['head', 'legal'],
    asks: [
      { key: 'present', zh: '参加人（一行一人，至少三人）', en: 'Present, one a line, three at least', type: 'lines' },
      words('讨论情况', 'What was said'),
      words('结论', 'Conclusion', 'conclusion'),
    ],
    needs: ['byOther', 'heard', 'hearingOffered', 'recusalDecided'],
    check: ({ input }) =>
      listIn(input, 'present').length >= 3 ? undefined : { zh: '集体讨论至少三人。', en: 'Three people at least.' },
    basis: [cite('CF', 57, { paragraph: 2 })],
    meets: ['statement', 'hearingRequest'],
    papers: ['discussion'],
  },
}
