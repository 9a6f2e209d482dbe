import type { AlarmKind, Raise } from './alarms.ts'

interface OpenAlarm {
  readonly key: string
  readonly kind: AlarmKind
  readonly terminalId: string | null
  readonly areaCode: string
  readonly beganAt: string
}

interface Terminal {
  readonly id: string
  readonly areaCode: string
  /** Within its opening hours now. */
  readonly open: boolean
  readonly lastSeenAt: string | null
}

/**
 * Which open alarms of silence are over. A terminal's own alarm: when it was heard again, is no longer in use, or a group
 * speaks for it. A group's alarm: when its terminals are open and no longer most of them silent. At night nothing ends by
 * itself that was not heard: closing time mends no machine.
 */
export function endedSilences(
  open: readonly OpenAlarm[],
  { raises, terminals }: { readonly raises: readonly Raise[]; readonly terminals: readonly Terminal[] },
): readonly string[] {
  const standing = new Set(raises.map(raise => raise.key))
  const byId = new Map(terminals.map(terminal => [terminal.id, terminal]))
  const isOver = (alarm: OpenAlarm): boolean => {
    if (standing.has(alarm.key)) return false
    if (alarm.kind !== 'silent') return terminals.some(one => one.open && one.areaCode.startsWith(alarm.areaCode))
    const terminal = alarm.terminalId === null ? undefined : byId.get(alarm.terminalId)
    if (terminal === undefined || terminal.open) return true
    return terminal.lastSeenAt !== null && after(terminal.lastSeenAt, alarm.beganAt)
  }
  return open.filter(isOver).map(alarm => alarm.key)
}

const after = (a: string, b: string): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(a), Temporal.Instant.from(b)) > 0
