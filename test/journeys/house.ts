import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

const project = join(import.meta.dirname, '../..')

declare module 'vitest' {
  interface ProvidedContext {
    house: { server: string; agent: string; dataFolder: string }
  }
}

export interface StartedHouse {
  readonly server: string
  readonly agent: string
  readonly dataFolder: string
  readonly process: ChildProcess
  /** Everything it printed. */
  output(): string
  stop(): Promise<void>
}

interface Options {
  readonly dataFolder?: string
  readonly env?: Record<string, string>
}

/**
 * Starts the real thing as a person would (`node src/app/main.ts` is `npm start`), on free ports and an own data folder. On a busy
 * machine somebody else may have taken a port before the house has built its pages: then it begins again with others.
 */
export async function startHouseProcess(options: Options = {}): Promise<StartedHouse> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await startOnce(options)
    } catch (error) {
      if (tries === 3 || !/EADDRINUSE|已被另一个程序占用/.test(String(error))) throw error
    }
  }
}

async function startOnce(options: Options): Promise<StartedHouse> {
  const dataFolder = options.dataFolder ?? newDataFolder()
  const [port, agentPort] = [await freePort(), await freePort()]
  const env = {
    ...process.env,
    YZT_DATA: dataFolder,
    PORT: String(port),
    YZT_AGENT_PORT: String(agentPort),
    // A journey waits for no market and leaves the machine to its browser.
    YZT_DEMO_MARKET: 'no',
    ...options.env,
  }
  const child = spawn('node', ['src/app/main.ts'], { cwd: project, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let heard = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      heard += String(chunk)
    })
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => heard.includes('就绪') && resolve())
    child.once('exit', code => reject(new Error(`the house ended with ${code}:\n${heard}`)))
  })
  return {
    server: `http://127.0.0.1:${port}`,
    agent: `http://127.0.0.1:${agentPort}`,
    dataFolder,
    process: child,
    output: () => heard,
    stop: () => end(child),
  }
}

/** Empty, or with the county that `npm test` made once for all houses: the seed is the same, so is what stands in it. */
function newDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'yzt-house-'))
  const county = process.env['YZT_TEST_COUNTY']
  if (county) execFileSync('cp', ['-a', `${county}/.`, folder])
  chmodSync(folder, 0o755)
  return folder
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise(resolve => {
    child.once('exit', () => resolve())
    child.kill('SIGINT')
  })
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** One house for all journeys; each journey has persons of its own, so none depends on another. */
export default async function setup(vitest: TestProject): Promise<() => Promise<void>> {
  const house = await startHouseProcess()
  vitest.provide('house', { server: house.server, agent: house.agent, dataFolder: house.dataFolder })
  return async () => {
    await house.stop()
    removeFolder(house.dataFolder)
  }
}
