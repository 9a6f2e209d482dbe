import { formatCitation } from '#kernel/citation'
import { maskName } from '#kernel/masking'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { CasePolicy } from './policy.ts'
import type { CaseFile } from './procedure/case-file.ts'
import { sanctionOf, sanctionWords } from './procedure/sanction.ts'
import { basisOf, isViolation, violationOf } from './violations/table.ts'

/** 一条公示: all the public sees of a decision. */
export interface Publication {
  readonly number: string
  readonly partyKind: 'person' | 'organisation'
  readonly party: string
  readonly violation: string
  readonly about: string
  readonly norm: string
  readonly basis: string
  readonly content: string
  readonly fine: number
  readonly decidedOn: string
  readonly publishedOn: string
  readonly expiresOn: string
  readonly bureau: string
}

interface Around {
  /** 决定书文号. */
  readonly number: string
  readonly policy: Pick<CasePolicy, 'bureau' | 'publicityMonths'>
  readonly today: Temporal.PlainDate
  /** 参照的案由 of the fine as it was weighed. */
  readonly like?: string | null
}

/**
 * 公示内容 (行政处罚法 §48; 个人信息保护法 §6): the act by its name in the table, never by words of the file, which may name people. A natural
 * person is one character and stars; of an organisation the name that stands on its sign, without who leads it.
 */
export function publicationOf(
  file: CaseFile,
  { number, policy, today, like }: Around,
): Result<Publication, 'publicationNothing'> {
  const sanction = sanctionOf(file)
  const { violation, decidedOn, party } = file
  const known = violation !== null && isViolation(violation)
  if (!known || decidedOn === null || sanction?.result !== 'penalty' || number === '')
    return refuse('publicationNothing')
  const row = violationOf(violation)
  return ok({
    ...{ number, partyKind: party.kind, party: publicName(party), violation },
    about: row.zh,
    norm: row.norm.map(formatCitation).join('、'),
    basis: basisOf(violation, like).map(formatCitation).join('、'),
    ...{ content: sanctionWords(sanction, violation), fine: sanction.fine, decidedOn, bureau: policy.bureau },
    ...{ publishedOn: today.toString(), expiresOn: today.add({ months: policy.publicityMonths }).toString() },
  })
}

const publicName = ({ kind, name }: Pick<CaseFile['party'], 'kind' | 'name'>): string =>
  kind === 'organisation' ? name : maskName(name)
