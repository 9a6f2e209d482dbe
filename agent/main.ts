import { fileURLToPath } from 'node:url'
import { ok, type Result, refuse } from '#kernel/refusal'
import { assembleTerminal } from './assemble.ts'
import type { Dock } from './dock/dock.ts'
import { startServer } from './http/server.ts'
import type { JournalLimits } from './journal/journal.ts'
import { lockFolder } from './lock.ts'
import { type Log, standardLog } from './log.ts'
import { type OpenLine, parseReaderAddress } from './reader/port.ts'
import type { PortraitDecoder } from './reader/portrait.ts'
import { tcpLine } from './reader/tcp-port.ts'
import { ttyLine } from './reader/tty-port.ts'
import type { Terminal } from './terminal.ts'
import { systemTimers, type Timers } from './time.ts'

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
  /** Origins of the console whose window this machine serves (窗口读卡). */
  deskOrigins?: readonly string[]
  /** The simulated devices, in a demonstration: its panel is served under /dock. */
  dock?: Dock
  /** The page must say 模拟数据; set by a dock. */
  demo?: boolean
  version?: string
  /** The reader's own decoder of portraits (reader/portrait.ts); a dock brings a simulated one. */
  decodePortrait?: PortraitDecoder
  challengeSimulated?: () => boolean
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
    decodePortrait: dock.decodePortrait,
    challengeSimulated: () => dock.devices.challenge.by === 'simulated',
  }
  return { ...simulated, ...options }
}

/** Starts the agent. Refuses `dataFolderInUse` (with the pid), `portInUse`, `readerAddressWrong`, `printerAddressWrong`. */
export async function startAgent(
  given: AgentOptions,
): Promise<Result<Agent, 'dataFolderInUse' | 'portInUse' | 'readerAddressWrong' | 'printerAddressWrong'>> {
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
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      return refuse('portInUse', { port: options.port })
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
  const { log = standardLog(), kioskDir = kioskBuild, deskOrigins = [], port } = options
  const { terminal, stop } = assembleTerminal({ timers: systemTimers, version: '0.1.0', ...options, log }, line)
  try {
    const server = await startServer({ terminal, kioskDir, deskOrigins, port, log, dockRoutes: options.dock?.routes })
    log('started', { url: server.url })
    return {
      url: server.url,
      terminal,
      async stop() {
        await server.stop()
        await stop()
        log('stopped')
      },
    }
  } catch (error) {
    await stop()
    throw error
  }
}
