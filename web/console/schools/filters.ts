import { type SchoolBoard, type SchoolShop, type Standing, standingLabels } from '#contract/credit'

/** What of the page stands in its address. */
export interface SchoolFilters {
  readonly standing?: Standing
  /** 劝导、退出 of the surroundings at the end of this month. */
  readonly month?: string
}

export const standings = Object.keys(standingLabels) as Standing[]

export function readSchoolFilters(search: Readonly<Record<string, unknown>>): SchoolFilters {
  const standing = standings.find(one => one === search['standing'])
  const month = search['month']
  return {
    ...(standing === undefined ? {} : { standing }),
    ...(typeof month === 'string' && /^\d{4}-\d{2}$/.test(month) ? { month } : {}),
  }
}

/** Last day of a month that counts: today for the current one. */
const endOf = (month: string, today: string): string => (today.startsWith(month) ? today : `${month}-31`)

const insideAt = (shop: SchoolShop, day: string): boolean =>
  shop.standing !== 'outside' &&
  shop.insideSince !== null &&
  shop.licensedOn <= day &&
  (shop.outOn === null || shop.outOn > day)

export function filterShops(
  { shops, today }: Pick<SchoolBoard, 'shops' | 'today'>,
  filters: SchoolFilters,
): SchoolShop[] {
  const { standing, month } = filters
  return shops.filter(
    shop =>
      (standing === undefined || shop.standing === standing) &&
      (month === undefined || insideAt(shop, endOf(month, today))),
  )
}

export const countByStanding = (shops: readonly SchoolShop[]): readonly (readonly [Standing, number])[] =>
  standings.map(standing => [standing, shops.filter(shop => shop.standing === standing).length])
