import { join } from 'node:path'
import { folderDisk } from './journal/disk.ts'
import { type Journal, type JournalLimits, openJournal } from './journal/journal.ts'
import type { Log } from './log.ts'
import { startPrintDesk } from './printer/print-desk.ts'
import { startCardReader } from './reader/card-reader.ts'
import type { OpenLine } from './reader/port.ts'
import { type PortraitDecoder, portraitBox } from './reader/portrait.ts'
import { makeTerminal, type Terminal } from './terminal.ts'
import { every, type Timers } from './time.ts'
import { pulseOf } from './uplink/heartbeat.ts'
import { findIdentity } from './uplink/identity.ts'
import { postOffice } from './uplink/post-office.ts'
import { settingsKeeper } from './uplink/settings.ts'
import { startUplink, type Uplink } from './uplink/uplink.ts'

export interface TerminalOptions {
  dataDir: string
  server?: string
  printer?: string
  printerDevice?: string
  demo?: boolean
  version: string
  log: Log
  timers: Timers
  journalLimits?: JournalLimits
  beforeSend?: () => void
  decodePortrait?: PortraitDecoder
  challengeSimulated?: () => boolean
}

/** Puts the parts of a terminal together; nothing listens yet. */
export function assembleTerminal(
  options: TerminalOptions,
  line: OpenLine | undefined,
): { terminal: Terminal; stop(): Promise<void> } {
  const { timers, log, version, demo = false, challengeSimulated = () => false } = options
  const portrait = portraitBox(options.decodePortrait)
  const journal = openJournal(folderDisk(join(options.dataDir, 'journal')), options.journalLimits)
  const { truncatedBytes, quarantined } = journal.report
  if (truncatedBytes > 0 || quarantined.length > 0)
    log('journalMended', { truncatedBytes, quarantined: quarantined.length })

  let uplink: Uplink | undefined
  const changed = () => terminal.changed()
  const reader = startCardReader(line, timers, changed)
  const { printer: printerUrl, printerDevice: deviceUrl } = options
  const desk = startPrintDesk({ printerUrl, deviceUrl, journal, timers, changed })
  const terminal = makeTerminal({
    timers,
    journal,
    reader,
    desk,
    portrait,
    challengeSimulated,
    uplink: () => uplink,
    demo,
    version,
  })

  /** The terminal may be enrolled while its agent runs. */
  function connect() {
    uplink ??= uplinkOf(options, {
      journal,
      changed,
      pulse: () => pulseFrom(terminal, journal, uplink),
      sessionEnded: portrait.forget,
    })
  }
  connect()
  const stopConnecting = every(timers, 3000, connect)
  terminal.watch(() => uplink?.healthChanged())
  const stopTelling = every(timers, 5000, changed)

  return {
    terminal,
    async stop() {
      stopConnecting()
      stopTelling()
      reader.stop()
      desk.stop()
      await uplink?.stop()
    },
  }
}

function uplinkOf(
  options: TerminalOptions,
  parts: { journal: Journal; changed(): void; pulse(): ReturnType<typeof pulseOf>; sessionEnded(): void },
): Uplink | undefined {
  const identity = findIdentity(options.dataDir)
  if (!identity) return undefined
  const { timers, version, beforeSend, log } = options
  log('enrolled', { terminal: identity.terminalId })
  return startUplink({
    ...parts,
    settings: settingsKeeper(options.dataDir),
    identity,
    post: postOffice(options.server ?? identity.server),
    timers,
    version,
    beforeSend,
  })
}

function pulseFrom(terminal: Terminal, journal: Journal, uplink: Uplink | undefined) {
  return pulseOf({
    state: terminal.state(),
    freeBytes: journal.freeBytes(),
    recovery: journal.report,
    refusedUnseen: journal.contents.refusedUnseen.size,
    clockAheadMs: uplink?.line.clockAheadMs,
  })
}
