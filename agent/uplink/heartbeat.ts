import type { DeviceState } from '../contract.ts'
import type { RecoveryReport } from '../journal/recover.ts'
import { obstacle } from '../printer/printer-state.ts'

/** What the bureau is told of a terminal every 30 seconds (access contract, heartbeat). */
export interface Pulse {
  version: string
  reader: string
  printer: string
  paper: string
  pendingActs: number
  diskFreeMb: number
  /** Names of what is wrong, for the staff who look after the terminals. */
  faults: string[]
}

export interface Health {
  state: DeviceState
  freeBytes: number
  recovery: RecoveryReport
  refusedUnseen: number
  clockAheadMs: number | undefined
}

const mostClockDifferenceMs = 10 * 60 * 1000

/** Sums up the terminal's health; pure. */
export function pulseOf({ state, freeBytes, recovery, refusedUnseen, clockAheadMs }: Health): Pulse {
  const blocked = obstacle(state.printer.reasons)
  const faults = [
    state.reader === 'absent' && 'readerAbsent',
    state.printer.state === 'absent' && 'printerAbsent',
    blocked,
    state.storage === 'full' && 'storageFull',
    recovery.truncatedBytes > 0 && `journalTailCut:${recovery.truncatedBytes}`,
    recovery.quarantined.length > 0 && `journalDamaged:${recovery.quarantined.length}`,
    refusedUnseen > 0 && `actRefusedUnseen:${refusedUnseen}`,
    Math.abs(clockAheadMs ?? 0) > mostClockDifferenceMs && 'clockWrong',
  ]
  return {
    version: state.version,
    reader: state.reader,
    printer: state.printer.state,
    paper: state.printer.state === 'absent' ? 'unknown' : blocked === 'paperOut' ? 'out' : 'ok',
    pendingActs: state.pendingActs,
    diskFreeMb: Math.max(0, Math.floor(freeBytes / 1024 / 1024)),
    faults: faults.filter(fault => typeof fault === 'string').slice(0, 20),
  }
}
