import { ok, refuse } from '#kernel/refusal'
import type { Moves } from '#kernel/state-table'
import { choice, day, optional, short, textIn, words } from '../fields.ts'
import type { CreditFile, KindRule, StepFacts } from '../file.ts'
import { faults, isRecordKind, type RecordKind, recordKinds } from '../records.ts'

/** 信用记录: noted by one person, confirmed by another; ended early only by an objection that was right or by repair. */
const recordMoves = {
  proposed: { confirm: 'counted', reject: 'rejected' },
  counted: { correct: 'corrected', repair: 'repaired' },
  rejected: {},
  corrected: {},
  repaired: {},
} as const satisfies Moves

export const whatOf = (file: Pick<CreditFile, 'data'>): RecordKind => {
  const what = String(file.data['what'])
  return isRecordKind(what) ? what : 'noDisplay'
}

const toldOf = ({ file }: StepFacts): string =>
  `您的店（许可证尾号${file.licenceNo.slice(-4)}）被记入一条信用记录：${recordKinds[whatOf(file)].zh}（${String(file.data['happenedOn'])}）。不认可的，可以在“我的”里提出异议，或者到窗口办理。`

export const record: KindRule = {
  zh: '信用记录',
  en: 'Credit record',
  prefix: 'XY',
  moves: recordMoves,
  states: {
    proposed: { zh: '待确认', en: 'To be confirmed' },
    counted: { zh: '计入', en: 'Counts' },
    rejected: { zh: '不计入', en: 'Not counted' },
    corrected: { zh: '异议成立，已更正', en: 'Corrected after objection' },
    repaired: { zh: '已修复', en: 'Repaired' },
  },
  open: {
    by: ['inspector', 'legal', 'head'],
    asks: [
      choice('what', '行为', 'What', Object.fromEntries(faults.map(code => [code, recordKinds[code]]))),
      day('happenedOn', '发生日期', 'Day'),
      words('查明的事实', 'Facts found'),
      optional(short('evidence', '证据（笔录、决定书编号）', 'Evidence (number of the record or decision)')),
    ],
  },
  events: {
    confirm: {
      zh: '确认计入',
      en: 'Confirm',
      by: ['legal', 'head'],
      asks: [words('确认的意见', 'Opinion')],
      decides: true,
    },
    reject: { zh: '不计入', en: 'Do not count', by: ['legal', 'head'], asks: [words('理由', 'Why')], decides: true },
    correct: { zh: '更正', en: 'Correct', by: [], asks: [] },
    repair: { zh: '修复', en: 'Repair', by: [], asks: [] },
  },
  begin: ({ input, today, file }) => {
    // A check without findings counts at once; what the house only proposes waits like everything else.
    if (file.data['what'] !== undefined) return ok({ effects: file.state === 'counted' ? [{ do: 'regrade' }] : [] })
    const happenedOn = textIn(input, 'happenedOn')
    if (happenedOn > today.toString()) return refuse('creditDayFuture')
    return ok({
      data: {
        what: textIn(input, 'what'),
        happenedOn,
        words: textIn(input, 'words'),
        evidence: textIn(input, 'evidence'),
      },
    })
  },
  decide: facts => {
    if (facts.event === 'reject') return ok({})
    return ok({
      effects: [
        { do: 'regrade' },
        ...(facts.event === 'confirm'
          ? [{ do: 'tell', text: toldOf(facts) } as const, { do: 'reviewModel' } as const]
          : []),
      ],
    })
  },
}
