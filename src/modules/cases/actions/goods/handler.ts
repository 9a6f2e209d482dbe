import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { HolidayCalendar } from '#kernel/working-days'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { mayHandle } from '../../store/goods.ts'

/** Who acts on goods, and with what. */
export interface Handler {
  readonly staffId: string
  readonly at: Moment
  readonly calendar: HolidayCalendar
  readonly keyring: Pick<Keyring, 'sealField'>
}

/** 两人: the one who writes and the one who was there, both on the staff that may handle goods. */
export async function twoPeople(
  tx: Tx,
  by: Pick<Handler, 'staffId'>,
  second: string,
): Promise<Result<readonly [string, string], 'goodsTwoPeople'>> {
  const both = [by.staffId, second] as const
  return by.staffId !== second && (await mayHandle(tx, both)) ? ok(both) : refuse('goodsTwoPeople')
}
