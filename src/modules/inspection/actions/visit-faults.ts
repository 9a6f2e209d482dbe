import { cleanText } from '#kernel/chinese-text'
import { plainCode } from '#kernel/plain-code'
import { type Refusal, refuse } from '#kernel/refusal'
import type { VisitAct } from '../rules/visit/act.ts'
import { outcomeFault } from '../rules/visit/outcome.ts'
import type { VisitSetting } from './visit-taken.ts'

/**
 * 扫码入企: a code counts when the bureau signed it, for this shop. A code that does not count is itself worth noting: then the
 * number is typed with the reason, and the visit goes on.
 */
export function checkScanIn(
  { how }: Extract<VisitAct, { kind: 'scanIn' }>,
  licenceNo: string,
  { verifyLicence, keyring }: VisitSetting,
): Refusal | undefined {
  if (how.kind === 'number') {
    if (how.reason.trim() === '') return refuse('visitScanReason')
    return plainCode(how.licenceNo) === licenceNo ? undefined : refuse('visitOtherShop')
  }
  const verified = verifyLicence(how.text, keyring.licencePublicKeys())
  if (!verified.ok) return refuse('visitScanUnsigned')
  return verified.value.licenceNo === licenceNo ? undefined : refuse('visitOtherShop')
}

/** Characters that no paper can show are said by name before anything is kept. */
export function textFault(act: VisitAct, day: string): Refusal | undefined {
  for (const text of textsOf(act)) {
    const clean = text.trim() === '' ? undefined : cleanText(text, { max: 1000, lines: true })
    if (clean && !clean.ok) return clean
  }
  return act.kind === 'outcome' ? outcomeFault(act, day) : undefined
}

function textsOf(act: VisitAct): readonly string[] {
  if (act.kind === 'check') return [act.note]
  if (act.kind === 'notes') return [act.text]
  if (act.kind === 'outcome') return [act.words]
  if (act.kind === 'choose') return [act.reason]
  if (act.kind === 'retailerSign') return [act.name]
  return act.kind === 'refuseSign' ? [act.reason, act.witness] : []
}
