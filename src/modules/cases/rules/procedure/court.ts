import type { CaseFile, TakenStep, Words } from './case-file.ts'
import { type ClockKind, hasRun } from './clocks.ts'
import { lastOf, textIn } from './fields.ts'

interface Outcome extends Words {
  /** A ruling against the bureau: which time the court above has, once it is asked for review. */
  readonly review?: ClockKind
  /** Nothing more comes from the court: the case can be closed on this ruling. */
  readonly ends?: true
}

/** 法院的裁定和执行 (行政强制法第五十六条至第五十八条): what each means for the case. Form, guards, closing paper and check of the file read it. */
const outcomes: Readonly<Record<string, Outcome>> = {
  accepted: { zh: '受理、准予执行', en: 'Accepted' },
  notAccepted: { zh: '裁定不予受理', en: 'Not accepted', review: 'courtAcceptAnswer' },
  refused: { zh: '裁定不予执行', en: 'Execution refused', review: 'courtExecuteAnswer' },
  upheld: { zh: '上一级法院复议，维持不予受理、不予执行', en: 'Refusal upheld by the court above', ends: true },
  done: { zh: '执行完毕', en: 'Executed', ends: true },
  ended: { zh: '终结执行', en: 'Execution ended', ends: true },
}
export const courtChoices: Readonly<Record<string, Words>> = Object.fromEntries(
  Object.entries(outcomes).map(([key, { zh, en }]) => [key, { zh, en }]),
)
type Past = Pick<CaseFile, 'steps'>

export const courtOutcome = (input: TakenStep['input']): Outcome | undefined => outcomes[textIn(input, 'outcome')]

/** The ruling against the bureau that stands and was not taken to the court above. */
export function openRefusal(file: Past): { readonly ruling: TakenStep; readonly review: ClockKind } | undefined {
  const ruling = lastOf(file, 'noteCourt')
  const review = ruling && courtOutcome(ruling.input)?.review
  if (ruling === undefined || review === undefined) return undefined
  return (lastOf(file, 'askCourtReview')?.n ?? 0) > ruling.n ? undefined : { ruling, review }
}

/** The ruling that ends the execution: by itself, or because the fifteen days to ask the court above ran out. */
export function courtEnd(file: Pick<CaseFile, 'steps' | 'clocks'>, today: Temporal.PlainDate): TakenStep | undefined {
  const last = lastOf(file, 'noteCourt')
  if (last !== undefined && courtOutcome(last.input)?.ends === true) return last
  const clock = file.clocks.findLast(({ kind }) => kind === 'courtReview')
  return clock !== undefined && hasRun(clock, today) ? openRefusal(file)?.ruling : undefined
}

/** 裁定 as the closing paper names it. */
export const rulingWords = ({ input }: TakenStep): string => `${textIn(input, 'ref')}，${courtOutcome(input)?.zh ?? ''}`
