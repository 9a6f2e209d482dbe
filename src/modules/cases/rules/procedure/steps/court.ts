import { cite } from '#kernel/citation'
import { startClock } from '../clocks.ts'
import { courtChoices, courtOutcome, openRefusal } from '../court.ts'
import { choice, day, lastOf, optional, short, textIn, words } from '../fields.ts'
import type { StepTable, TakenFacts } from '../step-rule.ts'

/** What was noted has to fit what went before. */
function rulingFault({ file, input, at }: TakenFacts) {
  const on = textIn(input, 'receivedOn')
  const from = lastOf(file, 'applyCourt')?.on ?? ''
  if (on !== '' && (on > at.today.toString() || on < from))
    return { zh: `收到裁定的日期要在${from}到今天之间。`, en: `The day lies between ${from} and today.` }
  const [asked, noted] = [lastOf(file, 'askCourtReview')?.n ?? 0, lastOf(file, 'noteCourt')?.n ?? 0]
  return textIn(input, 'outcome') === 'upheld' && asked < noted
    ? { zh: '还没有向上一级法院申请复议，谈不上维持。', en: 'The court above was not asked.' }
    : undefined
}

/** 法院 of an execution: its rulings, and the way to the court above against one that refuses (QZ 56¶2, 58¶3). */
export const courtSteps: StepTable = {
  noteCourt: {
    zh: '登记法院的裁定和执行',
    en: 'Note the court',
    by: ['legal', 'head'],
    asks: [
      choice('outcome', '结果', 'Outcome', courtChoices),
      short('ref', '裁定书号', 'Number'),
      optional(day('receivedOn', '收到裁定书的日期（不填按今天）', 'Received on (today if left out)')),
    ],
    check: rulingFault,
    basis: [cite('QZ', 56), cite('QZ', 57), cite('QZ', 58)],
    meets: ['courtReview', 'courtAcceptAnswer', 'courtExecuteAnswer'],
    change: ({ input, at, calendar }) => ({
      clocks: clocks => {
        if (courtOutcome(input)?.review === undefined) return clocks
        const today = Temporal.PlainDate.from(textIn(input, 'receivedOn') || at.today.toString())
        return [...clocks, startClock('courtReview', { ...at, today }, calendar)]
      },
    }),
  },
  askCourtReview: {
    zh: '向上一级法院申请复议',
    en: 'Ask the court above',
    by: ['legal', 'head'],
    asks: [short('to', '上一级人民法院', 'Court above'), words('申请复议的理由', 'Why')],
    needs: ['courtReviewOpen'],
    basis: [cite('QZ', 56, { paragraph: 2 }), cite('QZ', 58, { paragraph: 3 })],
    meets: ['courtReview'],
    change: ({ file, at, calendar }) => ({
      clocks: clocks => {
        const open = openRefusal(file)
        return open === undefined ? clocks : [...clocks, startClock(open.review, at, calendar)]
      },
    }),
  },
}
