import { cite } from '#kernel/citation'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Moves } from '#kernel/state-table'
import { addWorkingDays } from '#kernel/working-days'
import { limitAfter } from '../days.ts'
import { choice, day, listIn, short, textIn, two, words } from '../fields.ts'
import type { Field, KindRule, StepFacts, StepOutcome } from '../file.ts'

/** 约谈: noticed in time, held by two, with commitments that are looked at. No penalty and no fine: there is no such step. */
const talkMoves = {
  proposed: { notify: 'noticed', reject: 'cancelled' },
  noticed: { hold: 'held', missed: 'missed', cancel: 'cancelled' },
  missed: { notifyAgain: 'noticed', close: 'closed' },
  held: { kept: 'closed', broken: 'closed' },
  closed: {},
  cancelled: {},
} as const satisfies Moves

const meeting: readonly Field[] = [
  day('day', '约谈日期', 'Day of the talk'),
  short('time', '时间（例如 上午9时30分）', 'Time'),
  short('place', '地点', 'Place'),
]
const staff = two('staff', '约谈人员（两名）', 'Officers (two)')
const commitments: Field = {
  key: 'commitments',
  zh: '承诺事项（一行一项）',
  en: 'Commitments (one a line)',
  type: 'lines',
}

export const talk: KindRule = {
  zh: '约谈',
  en: 'Talk',
  prefix: 'YT',
  moves: talkMoves,
  states: {
    proposed: { zh: '拟约谈，待批准', en: 'Talk proposed' },
    noticed: { zh: '已通知', en: 'Notice given', due: { zh: '约谈日期', en: 'Day of the talk' } },
    missed: { zh: '未到场', en: 'Did not come' },
    held: { zh: '已约谈，待回访', en: 'Held, to be followed up', due: { zh: '回访期限', en: 'Follow-up by' } },
    closed: { zh: '已办结', en: 'Closed' },
    cancelled: { zh: '不约谈', en: 'No talk' },
  },
  open: { by: ['inspector', 'analyst', 'head'], asks: [words('约谈事由', 'What about'), ...meeting, staff] },
  events: {
    notify: {
      zh: '批准并制发通知书',
      en: 'Approve, issue the notice',
      by: ['head'],
      asks: [words('意见', 'Opinion')],
      decides: true,
      basis: [cite('YSJ', 31)],
    },
    reject: { zh: '不约谈', en: 'Reject', by: ['head'], asks: [words('理由', 'Why')], decides: true },
    hold: {
      zh: '记录约谈',
      en: 'Record the talk',
      by: ['inspector', 'head'],
      asks: [
        words('谈话记录', 'Record of the talk'),
        commitments,
        day('commitBy', '履行期限', 'To be kept by'),
        choice('signed', '签名', 'Signature', {
          signed: { zh: '零售户已在记录上签名', en: 'The retailer has signed' },
          refused: { zh: '拒绝签名，已由两名人员注明', en: 'Refused; both officers have noted it' },
        }),
      ],
    },
    missed: { zh: '未到场', en: 'Did not come', by: ['inspector', 'head'], asks: [words('情况', 'What happened')] },
    cancel: { zh: '取消约谈', en: 'Cancel', by: ['head'], asks: [words('理由', 'Why')] },
    notifyAgain: {
      zh: '重新通知',
      en: 'Give notice again',
      by: ['head'],
      asks: [...meeting, words('说明', 'Remarks')],
      basis: [cite('YSJ', 31)],
    },
    close: { zh: '办结', en: 'Close', by: ['head'], asks: [words('理由', 'Why')] },
    kept: {
      zh: '已履行承诺',
      en: 'Promise kept',
      by: ['inspector', 'head'],
      asks: [words('回访情况', 'What was seen')],
    },
    broken: {
      zh: '未履行承诺',
      en: 'Promise not kept',
      by: ['inspector', 'head'],
      asks: [words('回访情况', 'What was seen')],
    },
  },
  begin: facts => {
    const early = tooEarly(facts, textIn(facts.input, 'day'))
    return (
      early ??
      ok({ data: { ...meetingOf(facts), words: textIn(facts.input, 'words'), staff: listIn(facts.input, 'staff') } })
    )
  },
  decide: facts => {
    const { event, input, file, today } = facts
    if (event === 'notify') return noticed(facts, String(file.data['day']), {})
    if (event === 'notifyAgain') return noticed(facts, textIn(input, 'day'), meetingOf(facts))
    if (event === 'hold' || event === 'missed') {
      if (String(file.data['day']) > today.toString())
        return refuse('creditTalkNotYet', { day: String(file.data['day']) })
      return event === 'hold' ? held(facts) : ok({ dueOn: null })
    }
    if (event !== 'kept' && event !== 'broken') return ok({ dueOn: null })
    const what = event === 'kept' ? 'kept' : 'brokenPromise'
    const data = { what, happenedOn: today.toString(), words: textIn(input, 'words'), evidence: file.id }
    // A second person confirms either: neither praise nor blame comes from whoever went alone.
    return ok({ dueOn: null, effects: [{ do: 'open', kind: 'record', data }] })
  },
}

const meetingOf = ({ input }: StepFacts) => ({
  day: textIn(input, 'day'),
  time: textIn(input, 'time'),
  place: textIn(input, 'place'),
})

/** reference §6.7: at least three working days between notice and talk. A year without published holidays is refused by name. */
function tooEarly({ today, policy, calendar }: StepFacts, on: string): Result<never> | undefined {
  const first = addWorkingDays(calendar, today, policy.talkNoticeWorkingDays)
  if (!first.ok) return first
  return on < first.value.toString()
    ? refuse('creditTalkTooSoon', { days: policy.talkNoticeWorkingDays, first: first.value.toString() })
    : undefined
}

function noticed(facts: StepFacts, on: string, data: StepOutcome['data'] & object): Result<StepOutcome> {
  const early = tooEarly(facts, on)
  return early ?? ok({ data, dueOn: on, effects: [{ do: 'paper' }, { do: 'tell', text: toldOf(facts, on, data) }] })
}

const toldOf = ({ file }: StepFacts, on: string, data: Readonly<Record<string, unknown>>): string => {
  const { time, place } = { ...file.data, ...data } as Record<string, unknown>
  return `请您于${on} ${String(time)}到${String(place)}参加约谈，事由见约谈通知书。约谈不是处罚。不能到场的，请提前告诉我们。`
}

function held(facts: StepFacts): Result<StepOutcome> {
  const commitBy = textIn(facts.input, 'commitBy')
  if (commitBy < facts.today.toString()) return refuse('creditDayPast')
  const promised = listIn(facts.input, 'commitments')
  const dueBy = limitAfter(facts.calendar, Temporal.PlainDate.from(commitBy), facts.policy.followUpWorkingDays)
  return ok({
    data: {
      record: textIn(facts.input, 'words'),
      commitments: promised,
      commitBy,
      signed: textIn(facts.input, 'signed'),
      heldOn: facts.today.toString(),
      round: Number(facts.file.data['round'] ?? 0) + 1,
    },
    dueOn: dueBy,
    effects: [{ do: 'paper' }, { do: 'followUp', dueBy, words: `回访约谈承诺：${promised.join('；')}` }],
  })
}
