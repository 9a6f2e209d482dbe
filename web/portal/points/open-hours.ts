import { nextOpening, type OpeningHours, openedAt } from '#kernel/opening-hours'

/** What the hours say of a moment (milliseconds). */
export type OpenNow =
  | { readonly is: 'open'; readonly to: string }
  | { readonly is: 'today'; readonly from: string }
  | { readonly is: 'later'; readonly from: string; readonly at: number }
  | { readonly is: 'never' }

const day = 24 * 3_600_000
const dayInChina = (at: number): number => Math.floor((at + 8 * 3_600_000) / day)

/** Closing at 23:59 means until the day ends. */
export const closing = ({ closesAt }: OpeningHours): string => (closesAt === '23:59' ? '24:00' : closesAt)

export function openNow(hours: OpeningHours, now: number): OpenNow {
  if (openedAt(hours, now) !== undefined) return { is: 'open', to: closing(hours) }
  const at = nextOpening(hours, now)
  if (at === undefined) return { is: 'never' }
  return dayInChina(at) === dayInChina(now)
    ? { is: 'today', from: hours.opensAt }
    : { is: 'later', from: hours.opensAt, at }
}
