import type { Words } from '../procedure/case-file.ts'
import type { SanctionRange } from '../violations/sanction.ts'

/** What the article of a case leaves for a fine that nobody has weighed; in fen. */
export type FineRange =
  | { readonly kind: 'range'; readonly from: number; readonly to: number; readonly may: boolean }
  /** The article orders no fine (P03, P19). */
  | { readonly kind: 'noFine' }
  /** Its base is not established, or P20 does not yet say which violation it stands beside. */
  | { readonly kind: 'unknown' }

export const fineRangeOf = ({ fine }: SanctionRange): FineRange =>
  fine === undefined ? { kind: 'noFine' } : { kind: 'range', from: fine.from, to: fine.to, may: fine.may }

const yuan = (amount: number): string => (amount / 100).toFixed(2)

/** A fine that was not weighed is held to its article all the same (行政处罚法第十六条、第三十四条); undefined where it may stand. */
export function unweighedFault(fine: number, range: FineRange): Words | undefined {
  if (range.kind === 'noFine')
    return fine === 0
      ? undefined
      : { zh: '这种违法行为的罚则没有设定罚款。', en: 'The article of this violation orders no fine.' }
  if (range.kind === 'unknown')
    return fine === 0
      ? undefined
      : {
          zh: '罚款的基数还没有查清，请先在“金额和裁量”里录入金额并提出罚款。',
          en: 'The base of the fine is not established: enter the amounts and weigh the fine first.',
        }
  if (fine > range.to)
    return {
      zh: `罚款高于法定幅度的上限 ${yuan(range.to)} 元。`,
      en: `The fine is above the law’s limit of ${yuan(range.to)} yuan.`,
    }
  const left = range.may && fine === 0
  return fine >= range.from || left
    ? undefined
    : {
        zh: `罚款低于法定幅度的下限 ${yuan(range.from)} 元；减轻的，先在“金额和裁量”里写明情形并经第二人审批。`,
        en: `The fine is below the law’s ${yuan(range.from)} yuan: a lighter one is weighed first, and approved by a second person.`,
      }
}
