import { maskName } from '#kernel/masking'
import type { CheckResult, Draft, LicenceCard, ServiceSheet } from '../contract.ts'

/**
 * 帮办员在场: whoever sits beside sees the screen, so it shows no name and no number from a register (reference §10.1).
 * The rules lose nothing: the server reads the registers again when the application is sent.
 */
export const cardBeforeHelper = (card: LicenceCard): LicenceCard => ({
  ...card,
  operatorName: maskName(card.operatorName),
})

export const sheetBeforeHelper = (sheet: ServiceSheet): ServiceSheet => ({
  ...sheet,
  licence: sheet.licence && cardBeforeHelper(sheet.licence),
  known: { ...sheet.known, business: null },
})

export const resultBeforeHelper = (result: CheckResult): CheckResult => ({
  ...result,
  licence: result.licence && cardBeforeHelper(result.licence),
})

const personal: readonly string[] = ['phone', 'operator', 'operatorName']

/** What was typed elsewhere in private is asked again. */
export const draftBeforeHelper = (draft: Draft): Draft => ({
  ...draft,
  phone: null,
  answers: Object.fromEntries(Object.entries(draft.answers).filter(([key]) => !personal.includes(key))),
})
