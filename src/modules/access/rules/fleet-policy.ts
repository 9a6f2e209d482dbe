import type { TerminalSettings } from '../contract/fleet.ts'
import type { WatchPolicy } from './fleet-health.ts'

/** What holds for the terminals of the bureau (policy/access.json). */
export interface FleetPolicy extends WatchPolicy {
  /** For terminals that nobody has set otherwise. */
  readonly usual: TerminalSettings
}

const everyDay = [1, 2, 3, 4, 5, 6, 7]

export function fleetPolicyOf(values: { number(key: string): number; text(key: string): string }): FleetPolicy {
  return {
    silentMinutes: values.number('access.silentMinutes'),
    groupLeast: values.number('access.silentGroupLeast'),
    groupPercent: values.number('access.silentGroupPercent'),
    helpMinutes: values.number('access.helpWaitMinutes'),
    usual: {
      opensAt: values.text('access.terminalOpensAt'),
      closesAt: values.text('access.terminalClosesAt'),
      openDays: everyDay,
      idleSeconds: values.number('access.cardIdleSeconds'),
      voice: 'mandarin',
      volume: 70,
      sleepPicture: 'welcome',
      notice: '',
    },
  }
}
