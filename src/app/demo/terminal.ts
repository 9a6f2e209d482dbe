import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { demoStaff } from '../../../town/staff.ts'
import { systemClock } from '../../platform/clock.ts'
import { type Config, projectFolder } from '../../platform/config.ts'
import { totpCode } from '../../platform/totp.ts'

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
  if (!existsSync(join(folder, 'identity.json'))) await enrol(folder, serverUrl)
  const cards = join(config.dataFolder, 'town', 'cards.json')
  const flags = [
    '--dock',
    '--server',
    serverUrl,
    '--data',
    folder,
    '--port',
    String(config.agentPort),
    ...(existsSync(cards) ? ['--cards', cards] : []),
  ]
  const child = spawn(process.execPath, [join(projectFolder, 'src/app/cli.ts'), 'agent', ...flags], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    cwd: projectFolder,
  })
  const url = await firstUrl(child)
  return { url, stop: () => endOf(child) }
}

async function enrol(folder: string, serverUrl: string): Promise<void> {
  const proposer = await signIn(serverUrl, 'systemAdmin')
  const confirmer = await signIn(serverUrl, 'securityAdmin')
  const terminal = await post(serverUrl, '/api/access/terminals', proposer, {
    code: 'YZZ-440785104-01',
    name: '沙湖镇南塘村 粤智助01号（模拟）',
    areaCode: '440785104',
  })
  const { code } = await post(serverUrl, `/api/access/terminals/${terminal['id']}/confirmation`, confirmer)
  await run(['agent', 'enrol', '--server', serverUrl, '--code', String(code), '--data', folder])
}

async function signIn(serverUrl: string, role: 'systemAdmin' | 'securityAdmin'): Promise<string> {
  const staff = demoStaff.find(one => one.roles.includes(role))
  if (!staff) throw new Error(`the demo has no ${role}`)
  const body = {
    account: staff.account,
    password: staff.password,
    code: totpCode(staff.totpSecret, systemClock.now().instant),
  }
  const response = await fetch(`${serverUrl}/api/access/staff-sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const cookie = response.headers.get('set-cookie')?.split(';')[0]
  if (!response.ok || !cookie) throw new Error(`demo sign-in of ${staff.account}: ${await response.text()}`)
  return cookie
}

async function post(serverUrl: string, path: string, cookie: string, body?: object): Promise<Record<string, unknown>> {
  const headers = { cookie, 'idempotency-key': randomUUID(), ...(body ? { 'content-type': 'application/json' } : {}) }
  const response = await fetch(serverUrl + path, {
    method: 'POST',
    headers,
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
  return (await response.json()) as Record<string, unknown>
}

const run = (args: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(projectFolder, 'src/app/cli.ts'), ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      cwd: projectFolder,
    })
    child.once('exit', code =>
      code === 0 ? resolve() : reject(new Error(`${args.slice(0, 2).join(' ')} ended with ${code}`)),
    )
  })

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
