import { sm3 } from '#platform/crypto'

/** A mark that a telephone made, bound to the one quiz, event or class: it pairs what belongs together there and meets nothing elsewhere. */
export const markOf = (occasion: string, made: string): string => sm3(`${occasion}\n${made}`).toString('hex')
