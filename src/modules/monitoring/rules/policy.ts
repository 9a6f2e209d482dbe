import type { PolicySet } from '#platform/policy'
import { indicators } from './indicators/all.ts'

/** The numbers of monitoring that hold on a day. */
export interface MonitoringPolicy {
  /** `brandSpikeRatio` → 2.2; the indicators name them as `$brandSpikeRatio`. */
  readonly thresholds: Readonly<Record<string, number | string>>
  readonly alertDays: number
}

/** Every `$name` of an indicator must be a policy value: a misspelt one fails here, at the start, and not in a night. */
export function monitoringPolicyOf(set: PolicySet): MonitoringPolicy {
  const names = new Set(indicators.flatMap(({ sql }) => [...sql.matchAll(/\$(\w+)/g)].map(match => match[1] ?? '')))
  const thresholds = Object.fromEntries(
    [...names, 'neighbourMetres', 'laidMetres'].map(name => [name, set.number(`monitoring.${name}`)]),
  )
  return {
    thresholds: { ...thresholds, marketViolations: set.text('monitoring.marketViolations') },
    alertDays: set.number('monitoring.alertDays'),
  }
}
