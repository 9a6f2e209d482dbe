import { cite } from '#kernel/citation'
import { endClocks, startClock } from '../clocks.ts'
import { choice, day, lastOf, money, optional, short, textIn, yes } from '../fields.ts'
import type { StepTable, TakenFacts } from '../step-rule.ts'
import { isPublished } from './publicity.ts'
import { courtClock } from './remedy-clocks.ts'

const isUnderRemedy = ({ file }: Pick<TakenFacts, 'file'>): boolean =>
  (lastOf(file, 'beginRemedy')?.n ?? 0) > (lastOf(file, 'endRemedy')?.n ?? 0)

/** 受理、结束的日子: not ahead, and not before the step that it follows. */
const dayFault = ({ input, at }: TakenFacts, key: string, from: string) => {
  const on = textIn(input, key)
  return on !== '' && (on > at.today.toString() || on < from)
    ? { zh: `日期要在${from}到今天之间。`, en: `The day lies between ${from} and today.` }
    : undefined
}

/** 复议、诉讼 as far as they touch a case: the late fee rests meanwhile (CF 73), the court waits (QZ 53), and what was changed no longer stands. */
export const remedySteps: StepTable = {
  beginRemedy: {
    zh: '当事人已申请复议或者起诉',
    en: 'A remedy has begun',
    by: ['legal', 'head'],
    asks: [
      choice('what', '种类', 'Which', {
        fy: { zh: '行政复议', en: 'Reconsideration' },
        ss: { zh: '行政诉讼', en: 'Suit' },
      }),
      short('ref', '案号', 'Number'),
      optional(day('begunOn', '受理日期（不填按今天）', 'Accepted on (today if left out)')),
    ],
    check: facts =>
      isUnderRemedy(facts)
        ? { zh: '已经登记过，还没有结束。', en: 'One is under way.' }
        : dayFault(facts, 'begunOn', facts.file.decidedOn ?? ''),
    basis: [cite('CF', 73)],
    change: ({ at, input }) => ({
      clocks: clocks => {
        const on = at.today.toString()
        const used = endClocks(clocks, textIn(input, 'what') === 'fy' ? ['reconsider'] : ['sue', 'reconsider'], {
          how: 'met',
          on,
          by: 'beginRemedy',
        })
        // QZ 53 speaks of a party who brings no remedy: while one runs, the three months do not.
        return used.map(c =>
          c.kind === 'court' && c.state === 'running' ? { ...c, state: 'paused', pausedOn: on } : c,
        )
      },
    }),
  },
  endRemedy: {
    zh: '复议、诉讼结束',
    en: 'The remedy has ended',
    by: ['legal', 'head'],
    asks: [
      choice('result', '结果', 'Outcome', {
        upheld: { zh: '维持、驳回', en: 'Upheld' },
        changed: { zh: '变更、撤销、确认违法', en: 'Changed or set aside' },
        withdrawn: { zh: '撤回', en: 'Withdrawn' },
      }),
      short('ref', '文书号', 'Number'),
      optional(day('endedOn', '文书送达当事人的日期（不填按今天）', 'Served on the party (today if left out)')),
      optional(money('fine', '变更后的罚款（元；撤销的不填）', 'Fine as changed (yuan; empty if set aside)')),
      optional(money('gains', '变更后没收的违法所得（元；撤销的不填）', 'Gains as changed (yuan)')),
      optional(yes('goodsStand', '对涉案物品的处理维持不变', 'What was decided on the goods stands')),
    ],
    needs: ['remedyOpen'],
    check: facts => dayFault(facts, 'endedOn', lastOf(facts.file, 'beginRemedy')?.on ?? '') ?? notChanged(facts),
    basis: [cite('CF', 48, { paragraph: 2 }), cite('CF', 73), cite('QZ', 53), cite('ZMF', 41, { paragraph: 2 })],
    change: ({ at, input, file, calendar }) => ({
      clocks: clocks => {
        const on = at.today.toString()
        const from = textIn(input, 'endedOn') || on
        // ZMF 41 ¶2: fifteen days more to sue after the decision on reconsideration; the court is asked only after them.
        const again = lastOf(file, 'beginRemedy')?.input['what'] === 'fy' && input['result'] !== 'withdrawn'
        const since = { ...at, today: Temporal.PlainDate.from(from) }
        const ended = endClocks(clocks, again ? ['court', 'sue'] : ['court'], { how: 'ended', on, by: 'endRemedy' })
        const open = [...ended, ...(again ? [startClock('sue', since, calendar)] : [])]
        const left = open.filter(({ kind, state }) => kind === 'sue' && state === 'running').map(({ dueOn }) => dueOn)
        const falls = input['result'] === 'changed' && isPublished(file)
        return [...open, courtClock([from, ...left]), ...(falls ? [startClock('unpublish', at, calendar)] : [])]
      },
    }),
  },
}

/** What was upheld has no other amounts. */
const notChanged = ({ input }: TakenFacts) =>
  input['result'] !== 'changed' && ['fine', 'gains', 'goodsStand'].some(key => input[key] !== undefined)
    ? { zh: '只有变更、撤销的才填变更后的内容。', en: 'Only a changed decision has other contents.' }
    : undefined
