import { type Citation, cite } from '#kernel/citation'
import { choice, type FormInput, fieldOf, readFields, textIn, type Words } from '#kernel/form-fields'
import { ok, type Result, refuse } from '#kernel/refusal'

/** 恢复的依据: the document by which the decision against a licence fell. */
export interface Ground {
  readonly document: 'fy' | 'ss' | 'own'
  readonly no: string
  readonly on: string
  readonly effect: 'annulled' | 'void' | 'changed'
}

export const groundDocuments: Readonly<Record<Ground['document'], Words>> = {
  fy: { zh: '行政复议决定书', en: 'Decision on reconsideration' },
  ss: { zh: '已经生效的判决书', en: 'Judgment in force' },
  own: { zh: '本局自行改正的决定书', en: 'The bureau’s own correction' },
}

/** 只确认违法 is none of them: the act stays (FY 65, SS 74), and so does the end of the licence. */
export const groundEffects: Readonly<Record<Ground['effect'], Words>> = {
  annulled: { zh: '撤销原决定', en: 'It annuls the decision' },
  void: { zh: '确认原决定无效', en: 'It finds the decision void' },
  changed: { zh: '变更原决定，不再终止许可证', en: 'It changes the decision, which no longer takes the licence' },
}

export const groundFields = [
  choice('document', '凭什么文书', 'By which document', groundDocuments),
  fieldOf('short')('no', '文书号', 'Its number'),
  fieldOf('day')('on', '文书日期', 'Its day'),
  choice(
    'effect',
    '文书怎样决定（只确认违法、没有撤销的，不恢复）',
    'What it says (only unlawful: nothing is restored)',
    groundEffects,
  ),
]

/** The articles by which each document can say so; the bureau's own correction has no effect of its own to choose. */
const articles: Readonly<Record<Ground['document'], Readonly<Record<Ground['effect'], readonly Citation[]>>>> = {
  fy: { annulled: [cite('FY', 64)], void: [cite('FY', 67)], changed: [cite('FY', 63)] },
  ss: { annulled: [cite('SS', 70)], void: [cite('SS', 75)], changed: [cite('SS', 77)] },
  own: correctedBy(cite('SS', 62), cite('CF', 75, { paragraph: 2 })),
}

function correctedBy(...by: readonly Citation[]): Readonly<Record<Ground['effect'], readonly Citation[]>> {
  return { annulled: by, void: by, changed: by }
}

const rowOf = (document: Ground['document']) => ({ ...groundDocuments[document], articles: articles[document] })
/** Every article a restored licence stands on, with those of what the loss is made good by. */
export const groundLaw = {
  ...{ fy: rowOf('fy'), ss: rowOf('ss'), own: rowOf('own') },
  compensation: { zh: '请求行政赔偿', en: 'Compensation', articles: [cite('FY', 72), cite('SS', 76)] },
}

export const basisOfGround = ({ document, effect }: Ground): readonly Citation[] => articles[document][effect]

export function readGround(given: FormInput, today: Temporal.PlainDate): Result<Ground> {
  const read = readFields(groundFields, given, {
    ...{ missing: 'restoreGroundMissing', twoNeeded: 'restoreGroundMissing', longest: 80 },
  })
  if (!read.ok) return read
  const { value } = read
  if (textIn(value, 'on') > today.toString()) return refuse('restoreGroundLater')
  return ok({
    document: textIn(value, 'document') as Ground['document'],
    ...{ no: textIn(value, 'no'), on: textIn(value, 'on') },
    effect: textIn(value, 'effect') as Ground['effect'],
  })
}
