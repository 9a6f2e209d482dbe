import type { FleetRow, FleetView, TerminalSettings } from '../contract/fleet.ts'
import { type Health, healthOf, type WatchPolicy } from './fleet-health.ts'

interface Facts extends Omit<FleetRow, 'health'> {
  readonly settings: TerminalSettings | null
  readonly backAt: string | null
}

export interface FleetFilter {
  readonly health?: Health
  readonly state?: FleetRow['state']
  readonly town?: string
  readonly version?: string
  readonly fault?: string
  readonly paperOut?: boolean
  readonly settingsPending?: boolean
  readonly page: number
}

const pageSize = 100

/** A terminal with the one word for how it is. */
export function withHealth(
  { settings, backAt, ...row }: Facts,
  { now, policy }: { now: Temporal.Instant; policy: Pick<WatchPolicy, 'silentMinutes'> & { usual: TerminalSettings } },
): FleetRow {
  const back = backAt === null ? undefined : Temporal.Instant.from(backAt)
  const { silentMinutes, usual } = policy
  const health = healthOf({ ...row, hours: settings ?? usual }, now, { silentMinutes, backAt: back })
  return { ...row, health }
}

const paperIsOut = (row: FleetRow): boolean => row.state === 'active' && row.paper === 'out'
const isPending = (row: FleetRow): boolean => row.state === 'active' && row.appliedVersion < row.settingsVersion
/** `journalTailCut:17` and `journalTailCut:3` are one kind of fault. */
const faultKind = (fault: string): string => fault.split(':')[0] ?? fault

const order: readonly Health[] = ['silent', 'fault', 'fine', 'resting', 'notInUse']

/** The figures of the town that is asked for, and the terminals of the whole filter: each figure is a filter. */
export function fleetView(rows: readonly FleetRow[], filter: FleetFilter): Omit<FleetView, 'alarms'> {
  const { town, health, state, version, fault } = filter
  const ofTown = rows.filter(row => town === undefined || row.areaCode.startsWith(town))
  const here = ofTown.filter(row => row.state !== 'revoked')
  const found = (state === 'revoked' ? ofTown : here)
    .filter(
      row =>
        (health === undefined || row.health === health) &&
        (state === undefined || row.state === state) &&
        (version === undefined || row.version === version) &&
        (fault === undefined || row.faults.some(one => faultKind(one) === fault)) &&
        (filter.paperOut !== true || paperIsOut(row)) &&
        (filter.settingsPending !== true || isPending(row)),
    )
    .toSorted((a, b) => order.indexOf(a.health) - order.indexOf(b.health))
  const count = (wanted: Health): number => here.filter(row => row.health === wanted).length
  const active = here.filter(row => row.state === 'active')
  return {
    counts: {
      all: here.length,
      fine: count('fine'),
      fault: count('fault'),
      silent: count('silent'),
      resting: count('resting'),
      notInUse: count('notInUse'),
      frozen: here.filter(row => row.state === 'frozen').length,
      revoked: ofTown.length - here.length,
      paperOut: here.filter(paperIsOut).length,
      settingsPending: here.filter(isPending).length,
    },
    versions: tally(active.flatMap(row => (row.version === null ? [] : [row.version]))),
    faults: tally(active.flatMap(row => [...new Set(row.faults.map(faultKind))])),
    items: found.slice((filter.page - 1) * pageSize, filter.page * pageSize),
    total: found.length,
    points: found.map(({ id, code, name, health }) => ({ id, code, name, health })),
  }
}

function tally(names: readonly string[]): { name: string; count: number }[] {
  return [...Map.groupBy(names, name => name)]
    .map(([name, all]) => ({ name, count: all.length }))
    .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name))
}
