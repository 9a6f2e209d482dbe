import type { Finding } from '../../contract.ts'
import type { CheckPolicy, ServiceFacts } from './facts.ts'
import { finding } from './finding.ts'

/** The straight line as short as it can be, given how well both ends are known. */
export const leastMetres = (metres: number, { place }: Pick<ServiceFacts, 'place'>): number =>
  Math.max(0, Math.floor(metres - (place?.errorMetres ?? 0)))

/** 间距 of the unit the shop would stand in; one figure for all where the plan has no classes. */
function spacingOf({ place }: Pick<ServiceFacts, 'place'>, { layout, spacingMetres }: CheckPolicy): number {
  const unitClass = layout?.classes[place?.town ?? ''] ?? layout?.classes['*']
  return layout?.spacing[unitClass ?? ''] ?? spacingMetres
}

/** R09 合理布局: the straight line proves only that a shop is far enough; the walk is measured by two officers. */
export function checkSpacing(facts: ServiceFacts, policy: CheckPolicy): Finding {
  const { nearestShop, place } = facts
  const spacingMetres = spacingOf(facts, policy)
  if (nearestShop === null)
    return place && place.positionFrom !== 'nowhere'
      ? finding('R09.none', 'pass', { spacingMetres })
      : finding('R09.unknown', 'notChecked', { spacingMetres })
  const metres = leastMetres(nearestShop, facts)
  const said = { metres, spacingMetres }
  return metres < spacingMetres ? finding('R09.near', 'person', said) : finding('R09.far', 'pass', said)
}

/** N03 数量控制 (XK 57): a unit that is full, or whose last places others asked for earlier. The order is that of acceptance. */
export function checkQuota({ place }: ServiceFacts, { layout }: CheckPolicy): Finding {
  if (!place) return finding('N03.unknown', 'notChecked')
  const quota = layout?.quotas[place.town] ?? null
  if (quota === null) return finding('N03.none', 'pass', { shops: place.shopsInTown })
  const facts = { quota, shops: place.shopsInTown, earlier: place.earlierInTown }
  const free = quota - place.shopsInTown
  if (free <= 0) return finding('N03.full', 'person', facts)
  return place.earlierInTown >= free ? finding('N03.queue', 'person', facts) : finding('N03.free', 'pass', facts)
}

/**
 * N04 他人重大利益 (XK 36, 47): a neighbour within the spacing, a licence at the same door, or others waiting for the same
 * last place may lose by this grant. They are told and may ask for a hearing before anything is decided.
 */
export function checkThirdParty(facts: ServiceFacts, policy: CheckPolicy): Finding {
  const touched = [
    ...(checkSpacing(facts, policy).outcome === 'person' ? [{ zh: '邻近的零售户', en: 'a shop nearby' }] : []),
    ...((facts.sameAddressLicences ?? 0) > 0 ? [{ zh: '同一地址的持证人', en: 'the holder at this address' }] : []),
    ...(checkQuota(facts, policy).outcome === 'person' ? [{ zh: '同区域先申请的人', en: 'earlier applicants' }] : []),
  ]
  if (touched.length === 0) return finding('N04.none', 'pass')
  const who = { who: touched.map(({ zh }) => zh).join('、'), whoEn: touched.map(({ en }) => en).join(', ') }
  return finding('N04.touched', 'person', who)
}
