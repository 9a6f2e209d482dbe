import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { demoTerminalCode } from '../../../town/terminals.ts'
import { systemClock } from '../../platform/clock.ts'
import { type Config, projectFolder } from '../../platform/config.ts'
import { enrolDemoTerminal } from './enrol.ts'

export interface AgentProcess {
  readonly url: string
  stop(): Promise<void>
}

/**
 * Starts the demo's village terminal with its simulated devices in a process of its own. On the first start it is enrolled the ordinary
 * way: two demo members of staff sign in, one proposes, the other confirms, the agent redeems the code.
 */
export async function startDemoTerminal(config: Config, serverUrl: string): Promise<AgentProcess> {
  const folder = join(config.dataFolder, 'terminal')
  if (!existsSync(join(folder, 'identity.json')))
    await enrolDemoTerminal(serverUrl, {
      folder,
      // The machine at the service point of the same code: distances are measured to it.
      code: demoTerminalCode,
      name: '沙湖镇南塘村 粤智助01号（模拟）',
      areaCode: '440785103',
      at: systemClock.now().instant,
    })
  const cards = join(config.dataFolder, 'town', 'cards.json')
  const desk = [new URL(serverUrl).origin, new URL(config.publicUrl).origin]
  return spawnAgent({ serverUrl, folder, port: config.agentPort, desk, ...(existsSync(cards) ? { cards } : {}) })
}

/** The device agent with its dock, as `yzt agent --dock` starts it. */
export async function spawnAgent(terminal: {
  readonly serverUrl: string
  readonly folder: string
  readonly port: number
  readonly cards?: string
  /** Consoles that may ask its reader for a card. */
  readonly desk?: readonly string[]
}): Promise<AgentProcess> {
  const { serverUrl, folder, port, cards, desk = [] } = terminal
  const flags = ['--dock', '--server', serverUrl, '--data', folder, '--port', String(port)]
  const program = join(projectFolder, 'src/app/cli.ts')
  const child = spawn(
    process.execPath,
    [program, 'agent', ...flags, ...desk.flatMap(origin => ['--desk', origin]), ...(cards ? ['--cards', cards] : [])],
    {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      cwd: projectFolder,
    },
  )
  const url = await firstUrl(child)
  return { url, stop: () => endOf(child) }
}

const firstUrl = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let heard = ''
    child.stdout?.on('data', chunk => {
      heard += String(chunk)
      const url = /agent (http:\S+)/.exec(heard)?.[1]
      if (url) resolve(url)
    })
    child.once('exit', code => reject(new Error(`the demo terminal ended with ${code}`)))
  })

const endOf = (child: ChildProcess): Promise<void> =>
  new Promise(resolve => {
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
