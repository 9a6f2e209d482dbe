import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Agent, type AgentOptions, type Dock, enrol, startAgent, startDock } from '../main.ts'
import { systemTimers, type Timers } from '../time.ts'
import { type FakeServer, startFakeServer } from './fake-server.ts'

export interface Rig {
  folder: string
  dataDir: string
  server: FakeServer
  dock: Dock
  agent: Agent
  /** A request as the page would make it. */
  ask(path: string, init?: RequestInit): Promise<{ status: number; body: unknown; headers: Headers }>
  post(path: string, body?: unknown, headers?: Record<string, string>): ReturnType<Rig['ask']>
  /** Lays a card and opens a session. */
  signIn(cardId?: string): Promise<{ status: number; body: unknown }>
  restart(change?: Partial<AgentOptions>): Promise<void>
  stop(): Promise<void>
}

/** Makes a pair of pseudo-terminal ends; fails with what to install when socat is missing. */
export async function ptyPair(folder: string): Promise<{ a: string; b: string; pull(): Promise<void> }> {
  if (spawnSync('socat', ['-V']).error) throw new Error('socat is missing: apt-get install socat')
  const [a, b] = [join(folder, 'reader-a'), join(folder, 'reader-b')]
  const child = spawn('socat', [`pty,raw,echo=0,link=${a}`, `pty,raw,echo=0,link=${b}`], { stdio: 'ignore' })
  await until(() => existsSync(a) && existsSync(b))
  return { a, b, pull: () => ended(child) }
}

/** Ends a process that this test started, the hard way. */
export function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise(resolve => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}

/** Waits until it is so, at most half a minute. */
export async function until(so: () => boolean): Promise<void> {
  for (const end = Date.now() + 30_000; !so(); ) {
    if (Date.now() > end) throw new Error(`waited in vain: ${so.toString()}`)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'yzt-agent-'))
}

const sliceMs = 10
/** In which a reader answers. Three times as long here: its bytes come through a process of its own, which waits for its turn. */
const readerMs = 100

/**
 * Time in slices: where the machine is so busy that this process gets no turn, a slice counts once however long it took,
 * and no limit runs out before its answer was read.
 */
const sliced = (quicker: number): Timers => ({
  now: systemTimers.now,
  after: (ms, fn) => {
    if (ms >= 20_000) return systemTimers.after(ms, fn)
    let left = Math.max(1, Math.ceil((ms > readerMs ? ms / quicker : ms === readerMs ? ms * 3 : ms) / sliceMs))
    let cancel = () => {}
    const slice = () => {
      left -= 1
      if (left < 0) fn()
      else cancel = systemTimers.after(sliceMs, slice)
    }
    slice()
    return () => cancel()
  },
})

/**
 * Waits of seconds pass eight times as fast; the half minute between heartbeats, which a change must not wait for, stays.
 */
export const quickTimers = sliced(8)

/** Server, dock and an enrolled agent; the reader through a socket unless a pseudo-terminal is given. */
export async function makeRig(options: Partial<AgentOptions> & { readerTty?: string } = {}): Promise<Rig> {
  const folder = newFolder()
  const dataDir = join(folder, 'data')
  const { readerTty, ...changes } = options
  const server = await startFakeServer()
  const dock = await startDock({ server: server.url, ...(readerTty ? { readerTty } : {}) })
  const enrolled = await enrol({ server: server.url, code: 'good-code', dataDir })
  if (!enrolled.ok) throw new Error(enrolled.refusal)
  const usual: AgentOptions = {
    dataDir,
    port: 0,
    server: dock.proxyUrl,
    reader: `tcp:127.0.0.1:${dock.readerPort}`,
    printer: dock.printerUrl,
    dock,
    timers: sliced(1),
    log: () => {},
    journalLimits: { leastFreeBytes: 0, reserveBytes: 0 },
  }
  const start = async (change: Partial<AgentOptions>) => {
    const started = await startAgent({ ...usual, ...change })
    if (!started.ok) throw new Error(started.refusal)
    return started.value
  }

  const rig: Rig = {
    folder,
    dataDir,
    server,
    dock,
    agent: await start(changes),
    async ask(path, init = {}) {
      const response = await fetch(rig.agent.url + path, init)
      const text = await response.text()
      const json = response.headers.get('content-type')?.includes('json')
      return { status: response.status, body: json ? JSON.parse(text) : text, headers: response.headers }
    },
    post: (path, body, headers = {}) =>
      rig.ask(path, {
        method: 'POST',
        ...(body === undefined
          ? { headers }
          : { body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } }),
      }),
    async signIn(cardId = 'retailer') {
      dock.lay(cardId)
      return rig.post('/device/card-session')
    },
    async restart(change = {}) {
      await rig.agent.stop()
      rig.agent = await start({ ...changes, ...change })
      await until(() => rig.agent.terminal.state().uplink !== 'offline')
    },
    async stop() {
      await rig.agent.stop()
      await dock.stop()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await until(() => rig.agent.terminal.state().uplink === 'online')
  await until(() => rig.agent.terminal.state().printer.state === 'idle')
  return rig
}

/** Starts the agent as a process of its own; resolves with the first line it says. */
export async function agentProcess(options: Record<string, unknown>) {
  const script = fileURLToPath(new URL('./agent-process.ts', import.meta.url))
  const child = spawn(process.execPath, [script, JSON.stringify(options)], { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout?.on('data', (text: Buffer) => (output += text))
  child.stderr?.on('data', (text: Buffer) => (output += text))
  const exited = new Promise<string>(resolve => child.once('exit', (code, signal) => resolve(signal ?? String(code))))
  const said = () => /^(?:url (\S+)|refused (.*))$/m.exec(output)
  await Promise.race([until(() => said() !== null), exited])
  return { child, exited, output: () => output, url: said()?.[1] ?? '', refused: said()?.[2] }
}
