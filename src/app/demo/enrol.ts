import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { demoStaff } from '../../../town/staff.ts'
import { projectFolder } from '../../platform/config.ts'
import { totpCode } from '../../platform/totp.ts'
import { DemoUnfinished } from './unfinished.ts'

interface NewTerminal {
  readonly folder: string
  readonly code: string
  readonly name: string
  readonly areaCode: string
  /** Whose one-time codes are used: a code opens the door once. */
  readonly at: Temporal.Instant
}

/** 入网 the ordinary way: two demo members of staff sign in, one proposes, the other confirms, the agent redeems the code. */
export async function enrolDemoTerminal(serverUrl: string, terminal: NewTerminal): Promise<void> {
  const { folder, at, ...proposal } = terminal
  const proposer = await signIn(serverUrl, 'systemAdmin', at)
  const confirmer = await signIn(serverUrl, 'securityAdmin', at)
  const proposed = await post(serverUrl, '/api/access/terminals', proposer, proposal)
  const { code } = await post(serverUrl, `/api/access/terminals/${proposed['id']}/confirmation`, confirmer)
  await run(['agent', 'enrol', '--server', serverUrl, '--code', String(code), '--data', folder])
}

async function signIn(serverUrl: string, role: 'systemAdmin' | 'securityAdmin', at: Temporal.Instant): Promise<string> {
  const staff = demoStaff.find(one => one.roles.includes(role))
  if (!staff) throw new Error(`the demo has no ${role}`)
  const body = {
    account: staff.account,
    password: staff.password,
    code: totpCode(staff.totpSecret, at),
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
  const told = (await response.json()) as Record<string, unknown>
  if (told['code'] === 'terminalCodeTaken' && !response.ok) throw new DemoUnfinished()
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(told)}`)
  return told
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
