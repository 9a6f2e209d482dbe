import { cleanText } from '#kernel/chinese-text'
import { parseCitizenId } from '#kernel/citizen-id'
import { parseDate } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { StaffActor } from './who.ts'

/** 利害关系 (行政处罚法 §43): a direct interest, or another relation that may make somebody doubt that he is fair. */
export const interestKinds = {
  relative: { zh: '配偶、近亲属或者姻亲', en: 'Spouse, close relative or in-law' },
  work: { zh: '现在或者过去在那里工作', en: 'Works or has worked there' },
  money: { zh: '出资、借贷、租赁等经济往来', en: 'Shares, loans, leases or other dealings' },
  other: { zh: '其他可能影响公正的关系', en: 'Another relation that may affect fairness' },
} as const
export type InterestKind = keyof typeof interestKinds
export const interestKindNames = Object.keys(interestKinds) as [InterestKind, ...InterestKind[]]

export interface InterestAsked {
  /** Null: the one who asks. */
  readonly staffId: string | null
  readonly kind: InterestKind
  readonly licenceNo: string | null
  readonly person: { readonly name: string; readonly idNo: string } | null
  readonly words: string
  readonly fromOn: string | null
  readonly toOn: string | null
}

export interface Interest {
  readonly staffId: string
  readonly kind: InterestKind
  readonly subject:
    | { readonly licenceNo: string }
    | { readonly person: { readonly name: string; readonly idNo: string } }
  readonly words: string
  readonly fromOn: string
  readonly toOn: string | null
}

/** 申报或者登记: everybody for himself, the head for everybody; one shop or one person, from a day on. */
export function readInterest(asked: InterestAsked, by: StaffActor, today: Temporal.PlainDate): Result<Interest> {
  const staffId = asked.staffId ?? by.staffId
  if (staffId !== by.staffId && !by.roles.includes('head')) return refuse('interestNotYours')
  const words = cleanText(asked.words, { max: 200, lines: true })
  if (!words.ok) return refuse('interestWordsMissing')
  const from = parseDate(asked.fromOn ?? today.toString())
  if (!from.ok) return from
  const to = asked.toOn === null ? null : parseDate(asked.toOn)
  if (to !== null && !to.ok) return to
  if (to !== null && Temporal.PlainDate.compare(to.value, from.value) < 0) return refuse('interestDaysWrong')
  const subject = subjectOf(asked)
  if (!subject.ok) return subject
  const days = { fromOn: from.value.toString(), toOn: to === null ? null : to.value.toString() }
  return ok({ staffId, kind: asked.kind, subject: subject.value, words: words.value, ...days })
}

function subjectOf({ licenceNo, person }: InterestAsked): Result<Interest['subject']> {
  if ((licenceNo === null) === (person === null)) return refuse('interestSubjectMissing')
  if (licenceNo !== null) return ok({ licenceNo })
  const name = cleanText(person?.name ?? '', { max: 30 })
  if (!name.ok) return refuse('interestSubjectMissing')
  const idNo = parseCitizenId(person?.idNo ?? '')
  return idNo.ok ? ok({ person: { name: name.value, idNo: idNo.value } }) : idNo
}

/** 不再回避 is said by a head about somebody else: who has the interest does not judge that it is over. */
export function mayEndInterest(staffId: string, by: StaffActor): Result<null> {
  return staffId === by.staffId ? refuse('interestOwnEnd') : ok(null)
}
