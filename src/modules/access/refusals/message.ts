import type { RefusalTable } from '#kernel/refusal'
import { entry } from './entry.ts'

/** For those who tell a shop what a message could not. */
export const messageRefusals = {
  messageReached: entry(
    409,
    ['这条提醒已经有人告知，或者已经送达。', '不用再处理。'],
    ['This reminder was told, or arrived, already.', 'Nothing more is needed.'],
  ),
} as const satisfies RefusalTable
