import type { Kiosk } from './state.ts'

/** Why nothing can be begun at this machine now, said before anybody starts; undefined = open. */
export type Closed =
  | 'starting'
  | 'agentLost'
  | 'notEnrolled'
  | 'terminalRevoked'
  | 'terminalFrozen'
  | 'outsideHours'
  | 'uplinkDown'
  | 'readerAbsent'
  | 'storageFull'

export function closedBecause({ device, resting, linked }: Kiosk): Closed | undefined {
  if (!linked) return 'agentLost'
  if (device === undefined) return 'starting'
  if (device.uplink === 'notEnrolled') return 'notEnrolled'
  if (device.uplink === 'revoked') return 'terminalRevoked'
  if (device.uplink === 'frozen') return 'terminalFrozen'
  // A machine at rest need not be mended first.
  if (resting) return 'outsideHours'
  if (device.uplink === 'offline') return 'uplinkDown'
  if (device.reader === 'absent') return 'readerAbsent'
  if (device.storage === 'full') return 'storageFull'
  return undefined
}
