import { execFile } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface SystemUser {
  readonly uid: number
  readonly gid: number
}

/** Who the server programs run as: PostgreSQL refuses to be root. */
export interface Account {
  /** The system user, when we are root; otherwise they run as ourselves. */
  readonly user?: SystemUser
  /** A capability of ours lent to that user, who could not reach the folders otherwise. */
  readonly lent?: string
}

/** The environment of the server programs: English messages, and none of our own variables with their secrets. */
const environment = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' }

/** How to start a program as the account, for `spawn` and `execFile`. */
export function commandOf({ user, lent }: Account, program: string, args: readonly string[]) {
  if (lent === undefined) return { program, args: [...args], options: { env: environment, ...user } }
  const ids = [`--reuid=${user?.uid}`, `--regid=${user?.gid}`, '--clear-groups']
  // Without the last one access(2), which initdb asks, forgets the capability of a user who is not root.
  const lending = [...ids, `--inh-caps=+${lent}`, `--ambient-caps=+${lent}`, '--securebits=+no_setuid_fixup', '--']
  return { program: 'setpriv', args: [...lending, program, ...args], options: { env: environment } }
}

/** The folders cannot be used as they are; the message says what to do. */
class FolderError extends Error {
  override readonly name = 'FolderError'
}

/**
 * The account for the server programs. As root it is the system user `postgres` (made when missing), who must be able
 * to pass every folder above `paths`. Where he cannot, as below /root, he is lent that one right; where even
 * that is impossible, `FolderError` names the folder.
 */
export async function findAccount(paths: readonly string[]): Promise<Account> {
  if (process.getuid?.() !== 0) return {}
  const user = (await findUser('postgres')) ?? (await makeUser('postgres'))
  const closed = await firstClosedFolder(paths, user)
  if (closed === undefined) return { user }
  const lent = await rightToPass()
  if (lent !== undefined) return { user, lent }
  throw new FolderError(
    `系统用户 postgres 无法进入 ${closed}，内置数据库不能启动。请运行 chmod o+x ${closed}，或用 YZT_DATA 指定别处的文件夹，或不以 root 身份启动。`,
  )
}

async function findUser(name: string): Promise<SystemUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}

async function makeUser(name: string): Promise<SystemUser> {
  const options = [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir=/nonexistent',
    '--shell=/usr/sbin/nologin',
  ]
  await run('useradd', [...options, name]).catch(() => undefined)
  const user = await findUser(name)
  if (user === undefined)
    throw new FolderError(`内置数据库需要系统用户 ${name}，但无法创建。请先创建该用户，或不以 root 身份启动。`)
  return user
}

/** The first folder, seen from the root, through which the user cannot pass. */
export async function firstClosedFolder(paths: readonly string[], user: SystemUser): Promise<string | undefined> {
  const folders = [...new Set(paths.flatMap(path => ancestors(resolve(path))))]
  for (const folder of folders.sort((left, right) => left.length - right.length)) {
    const { mode, uid, gid } = await stat(folder)
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return folder
  }
  return undefined
}

function ancestors(path: string): string[] {
  const parent = dirname(path)
  return parent === path ? [] : [...ancestors(parent), parent]
}

/** The weakest capability of ours that lets another user pass closed folders; containers often keep only the second. */
async function rightToPass(): Promise<string | undefined> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '')
  const held = BigInt(`0x${/^CapEff:\s*([0-9a-f]+)$/mu.exec(status)?.[1] ?? '0'}`)
  const found = await run('setpriv', ['--version']).then(
    () => true,
    () => false,
  )
  if (!found) return undefined
  if (held & (1n << 2n)) return 'dac_read_search'
  return held & (1n << 1n) ? 'dac_override' : undefined
}
