import { housePolicy, type PolicySet } from '#platform/policy'

/** The numbers of the hot spots that hold on one day. */
export interface HotspotPolicy {
  readonly cellResolution: number
  readonly blockHours: number
  readonly decayDays: number
  readonly slowDays: number
  readonly spreadKm: number
  readonly otherWeekday: number
  readonly nextBlock: number
  /** How much of an event keeps its own hours; the rest follows the hours of the county. */
  readonly ownHours: number
  /** Part of what is expected that goes where shops are. */
  readonly shopShare: number
  readonly rows: number
  readonly checkDays: number
  readonly checkShare: number
  readonly holidayNearDays: number
  readonly driftMonths: number
  readonly driftSignificance: number
  readonly alertsEach: number
  readonly alertScore: number
  readonly county: string
  readonly weights: Readonly<Record<EventKind, number>>
}

export type EventKind = 'case' | 'find' | 'clue' | 'alert'

const hotspotPolicyOf = (set: PolicySet): HotspotPolicy => ({
  cellResolution: set.number('hotspots.cellResolution'),
  blockHours: set.number('hotspots.blockHours'),
  decayDays: set.number('hotspots.decayDays'),
  spreadKm: set.number('hotspots.spreadKm'),
  otherWeekday: set.number('hotspots.otherWeekday'),
  nextBlock: set.number('hotspots.nextBlock'),
  slowDays: set.number('hotspots.slowDays'),
  ownHours: set.number('hotspots.ownHours'),
  shopShare: set.number('hotspots.shopShare'),
  alertsEach: set.number('hotspots.alertsEach'),
  alertScore: set.number('hotspots.alertScore'),
  county: set.text('bureau.areaCode'),
  rows: set.number('hotspots.rows'),
  checkDays: set.number('hotspots.checkDays'),
  checkShare: set.number('hotspots.checkShare'),
  holidayNearDays: set.number('hotspots.holidayNearDays'),
  driftMonths: set.number('hotspots.driftMonths'),
  driftSignificance: set.number('hotspots.driftSignificance'),
  weights: {
    case: set.number('hotspots.weightCase'),
    find: set.number('hotspots.weightFind'),
    clue: set.number('hotspots.weightClue'),
    alert: set.number('hotspots.weightAlert'),
  },
})

export const hotspotPolicy = housePolicy(hotspotPolicyOf)
