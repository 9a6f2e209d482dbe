import { letterCode, plainSpokenCode } from '#kernel/spoken-code'

/** 查询码 beside the application number, so that a number that was guessed opens nothing; from the keyed index of the number. */
export const checkCodeOf = (keyed: string): string => letterCode(keyed, 6)

/** Blanks, dashes and small letters are forgiven. */
export const isCheckCode = (typed: string, keyed: string): boolean => plainSpokenCode(typed) === checkCodeOf(keyed)
