import { letterCode, plainSpokenCode } from '#kernel/spoken-code'

/** 入网码 from a keyed index, as it is shown and typed: `XXXXX-XXXXX-XXXXX-XXXXX`, 99 bits. */
export const enrolmentCodeOf = (keyed: string): string => letterCode(keyed, 20).replace(/(.{5})(?=.)/gu, '$1-')

/** The code as it is compared. */
export const plainEnrolmentCode = plainSpokenCode
