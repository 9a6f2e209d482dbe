import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Dock } from './dock/dock.ts'
import { startServer } from './http/server.ts'
import { folderDisk } from './journal/disk.ts'
import { type JournalLimits, openJournal } from './journal/journal.ts'
import { lockFolder } from './lock.ts'
import { type Log, standardLog } from './log.ts'
import { startPrintDesk } from './printer/print-desk.ts'
import { startCardReader } from './reader/card-reader.ts'
import { type OpenLine, parseReaderAddress } from './reader/port.ts'
import { tcpLine } from './reader/tcp-port.ts'
import { ttyLine } from './reader/tty-port.ts'
import { makeTerminal, type Terminal } from './terminal.ts'
import { every, systemTimers, type Timers } from './time.ts'
import { pulseOf } from './uplink/heartbeat.ts'
import { findIdentity } from './uplink/identity.ts'
import { postOffice } from './uplink/post-office.ts'
import { startUplink, type Uplink } from './uplink/uplink.ts'

export { type Dock, startDock } from './dock/dock.ts'
export { enrol } from './uplink/enrol.ts'

export interface AgentOptions {
  /** Folder of this terminal's state. */
  dataDir: string
  /** Overrides the server of the enrolment, e.g. the dock's network proxy. */
  server?: string
  /** Port on 127.0.0.1; 0 takes a free one. */
  port: number
  /** `tty:/dev/ttyUSB0` or `tcp:host:port`. */
  reader?: string
  /** `ipp://host:port/path` of the printer or of a CUPS queue. */
  printer?: string
  /** The printer behind a CUPS queue, asked again when the queue says done. */
  printerDevice?: string
  kioskDir?: string
  /** The simulated devices, in a demonstration: its panel is served under /dock. */
  dock?: Dock
  /** The page must say 模拟数据; set by a dock. */
  demo?: boolean
  version?: string
  log?: Log
  timers?: Timers
  journalLimits?: JournalLimits
  /** Runs between the fsync of an act and its sending; for tests. */
  beforeSend?: () => void
}

export interface Agent {
  url: string
  terminal: Terminal
  stop(): Promise<void>
}

const kioskBuild = fileURLToPath(new URL('../dist/kiosk', import.meta.url))

/** With a dock, what is not said otherwise is the dock's: its reader, its printer, the server through its network. */
function withDock(options: AgentOptions): AgentOptions {
  const { dock } = options
  if (!dock) return options
  const simulated = {
    server: dock.proxyUrl,
    reader: dock.reader,
    printer: dock.printerUrl,
    demo: true,
  }
  return { ...simulated, ...options }
}

/** Starts the agent. Refuses `dataFolderInUse` (with the pid), `readerAddressWrong` and `printerAddressWrong`. */
export async function startAgent(
  given: AgentOptions,
): Promise<Result<Agent, 'dataFolderInUse' | 'readerAddressWrong' | 'printerAddressWrong'>> {
  const options = withDock(given)
  for (const printer of [options.printer, options.printerDevice])
    if (printer !== undefined && !isPrinterAddress(printer)) return refuse('printerAddressWrong', { printer })
  const line = options.reader === undefined ? undefined : openLineOf(options.reader)
  if (options.reader !== undefined && !line) return refuse('readerAddressWrong', { reader: options.reader })
  const lock = lockFolder(options.dataDir)
  if (!lock.ok) return lock
  try {
    const agent = await assemble(options, line)
    return ok({ ...agent, stop: () => agent.stop().finally(lock.value) })
  } catch (error) {
    lock.value()
    throw error
  }
}

function isPrinterAddress(text: string): boolean {
  return /^(ipps?|https?):\/\//.test(text) && URL.canParse(text)
}

function openLineOf(text: string): OpenLine | undefined {
  const address = parseReaderAddress(text)
  if (!address) return undefined
  return address.kind === 'tty' ? ttyLine(address.path) : tcpLine(address.host, address.port)
}

async function assemble(options: AgentOptions, line: OpenLine | undefined): Promise<Agent> {
  const { timers = systemTimers, log = standardLog(), version = '0.1.0' } = options
  const journal = openJournal(folderDisk(join(options.dataDir, 'journal')), options.journalLimits)
  const { truncatedBytes, quarantined } = journal.report
  if (truncatedBytes > 0 || quarantined.length > 0)
    log('journalMended', { truncatedBytes, quarantined: quarantined.length })

  let uplink: Uplink | undefined
  const changed = () => terminal.changed()
  const reader = startCardReader(line, timers, changed)
  const { printer: printerUrl, printerDevice: deviceUrl } = options
  const desk = startPrintDesk({ printerUrl, deviceUrl, journal, timers, changed })
  const demo = options.demo ?? false
  const terminal = makeTerminal({ timers, journal, reader, desk, uplink: () => uplink, demo, version })

  function pulse() {
    const { contents, report: recovery } = journal
    const { clockAheadMs } = uplink?.line ?? { clockAheadMs: undefined }
    const refusedUnseen = contents.refusedUnseen.size
    return pulseOf({ state: terminal.state(), freeBytes: journal.freeBytes(), recovery, refusedUnseen, clockAheadMs })
  }

  /** The terminal may be enrolled while its agent runs. */
  function connect() {
    if (uplink || !existsSync(options.dataDir)) return
    const identity = findIdentity(options.dataDir)
    if (!identity) return
    const post = postOffice(options.server ?? identity.server)
    const { beforeSend } = options
    uplink = startUplink({ identity, journal, post, timers, version, pulse, changed, beforeSend })
    log('enrolled', { terminal: identity.terminalId })
    changed()
  }
  connect()
  const stopConnecting = every(timers, 3000, connect)
  terminal.watch(() => uplink?.healthChanged())
  const stopTelling = every(timers, 5000, changed)

  const server = await startServer({
    terminal,
    kioskDir: options.kioskDir ?? kioskBuild,
    port: options.port,
    log,
    dockRoutes: options.dock?.routes,
  })
  log('started', { url: server.url })
  return {
    url: server.url,
    terminal,
    async stop() {
      stopConnecting()
      stopTelling()
      reader.stop()
      desk.stop()
      await server.stop()
      await uplink?.stop()
      log('stopped')
    },
  }
}
