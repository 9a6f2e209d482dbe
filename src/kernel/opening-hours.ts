/** 开放时间 of a terminal, in China's one time (UTC+8 all year). Plain arithmetic: the page of an old machine reads it too. */
export interface OpeningHours {
  /** `08:30` */
  readonly opensAt: string
  /** `17:30`; 23:59 means until the day ends, so that a terminal can be open all night. */
  readonly closesAt: string
  /** 1 is Monday; a day that is not named is a day of rest. */
  readonly openDays: readonly number[]
}

const minute = 60_000
const day = 24 * 60 * minute
const chinaAhead = 8 * 60 * minute

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
const closingOf = ({ closesAt }: OpeningHours): number => (closesAt === '23:59' ? day : minutesOf(closesAt) * minute)
/** Midnight in China of the day that holds this moment. */
const midnightOf = (now: number): number => Math.floor((now + chinaAhead) / day) * day - chinaAhead
/** The epoch began on a Thursday. */
const weekdayOf = (midnight: number): number => ((Math.round((midnight + chinaAhead) / day) + 3) % 7) + 1

/**
 * When today's opening began, if it is open at this moment (milliseconds); `undefined` at night and on days of rest.
 * Hours that end before they begin belong to no day.
 */
export function openedAt(hours: OpeningHours, now: number): number | undefined {
  const midnight = midnightOf(now)
  const opens = midnight + minutesOf(hours.opensAt) * minute
  const open = hours.openDays.includes(weekdayOf(midnight)) && opens <= now && now < midnight + closingOf(hours)
  return open ? opens : undefined
}

/** The next moment at which it opens; `undefined` where no day of the week has hours. */
export function nextOpening(hours: OpeningHours, now: number): number | undefined {
  const starts = minutesOf(hours.opensAt) * minute
  if (starts >= closingOf(hours)) return undefined
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const midnight = midnightOf(now) + ahead * day
    if (hours.openDays.includes(weekdayOf(midnight)) && midnight + starts > now) return midnight + starts
  }
  return undefined
}
