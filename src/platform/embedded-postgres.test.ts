import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstClosedFolder } from './embedded-postgres/account.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'

let root: string
let folder: string
const messages: string[] = []
const log = (message: string) => void messages.push(message)
const start = (more: { port?: number; settings?: Record<string, string> } = {}) =>
  startEmbeddedPostgres({ folder, log, ...more })

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'yzt-embedded-'))
  await chmod(root, 0o711)
  folder = join(root, 'pg')
})
afterAll(() => rm(root, { recursive: true }))

async function query<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

async function using<T>(server: EmbeddedPostgres, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } finally {
    await server.stop()
  }
}

const postmasterPid = async () =>
  Number((await readFile(join(folder, 'cluster/postmaster.pid'), 'utf8')).split('\n')[0])

/** Starts a server in a process of its own; prints `ready` when it stands. */
async function startElsewhere() {
  const module = JSON.stringify(join(import.meta.dirname, 'embedded-postgres.ts'))
  const script = `
    const { startEmbeddedPostgres } = await import(${module})
    await startEmbeddedPostgres({ folder: ${JSON.stringify(folder)}, log: () => undefined })
    process.stdout.write('ready\\n')
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'pipe'] })
  let errors = ''
  child.stderr.on('data', data => (errors += data))
  const [first] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  return { child, ready: String(first).includes('ready'), errors: () => errors }
}

describe('a first start', () => {
  test('makes an UTF-8 cluster with checksums and fsync, two roles without powers, and closed files', async () => {
    await using(await start(), async () => {})
    const server = await start()
    await using(server, async () => {
      const [row] = await query(
        server.appUrl,
        `select current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
         current_setting('data_checksums') as checksums, current_setting('timezone') as zone, upper('é𠮷') as upper`,
      )
      expect(row).toEqual({ encoding: 'UTF8', fsync: 'on', checksums: 'on', zone: 'UTC', upper: 'É𠮷' })
      const roles = await query(
        server.ownerUrl,
        `select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as powers
         from pg_roles where rolname like 'yzt\\_%' and rolname <> 'yzt_super' order by 1`,
      )
      expect(roles).toEqual([
        { rolname: 'yzt_app', powers: false },
        { rolname: 'yzt_owner', powers: false },
      ])
      for (const sql of ['create table t()', 'create temp table t()', 'create schema s', 'create table public.t()'])
        await expect(query(server.appUrl, sql), sql).rejects.toThrow(/permission denied/u)
      await query(server.ownerUrl, 'create table kept (n int); insert into kept values (1)')
    })
    for (const name of ['access.json', 'postgres.log'])
      expect((await stat(join(folder, name))).mode & 0o777, name).toBe(0o600)
    expect((await stat(join(folder, 'cluster'))).mode & 0o777).toBe(0o700)
  })

  test('does not write what people entered into its log', async () => {
    const server = await start()
    await using(server, async () => {
      await query(server.ownerUrl, 'create table person (id text primary key, age int not null)')
      for (const sql of [
        `insert into person values ('440785199001011234', null)`,
        `select '440785199001011234张三'::int`,
        `do $$ begin raise warning '440785199001011234'; end $$`,
      ])
        await query(server.ownerUrl, sql).catch(() => undefined)
    })
    expect(await readFile(join(folder, 'postgres.log'), 'utf8')).not.toContain('4407851990')
  })
})

describe('a server that was killed', () => {
  test('is started again by the process that runs it, with all committed rows', async () => {
    const server = await start()
    await using(server, async () => {
      const dead = await postmasterPid()
      await query(server.ownerUrl, 'insert into kept values (2)')
      process.kill(dead, 'SIGKILL')
      await expect
        .poll(() => query(server.ownerUrl, 'select n from kept order by n').catch(() => []), { timeout: 15_000 })
        .toEqual([{ n: 1 }, { n: 2 }])
      expect(await postmasterPid()).not.toBe(dead)
    })
    await expect(query(server.ownerUrl, 'select 1')).rejects.toThrow()
  })

  test('together with its parent: the next start ends it and finds all rows', async () => {
    const elsewhere = await startElsewhere()
    expect(elsewhere.ready, elsewhere.errors()).toBe(true)
    const orphan = await postmasterPid()
    elsewhere.child.kill('SIGKILL')
    await once(elsewhere.child, 'exit')
    expect(() => process.kill(orphan, 0)).not.toThrow()
    const server = await start()
    await using(server, async () => {
      expect(await postmasterPid()).not.toBe(orphan)
      expect(await query(server.ownerUrl, 'select count(*)::int as count from kept')).toEqual([{ count: 2 }])
    })
    expect(messages).toContain('ended a PostgreSQL server that a killed process had left running')
  })

  test('whose number now belongs to another program does not stop the start', async () => {
    await writeFile(join(folder, 'cluster/postmaster.pid'), `${process.pid}\n${folder}/cluster\n`)
    await using(await start(), async () => {})
  })
})

describe('a start is refused with a reason', () => {
  test('by name and process while another process uses the folder', async () => {
    const elsewhere = await startElsewhere()
    expect(elsewhere.ready, elsewhere.errors()).toBe(true)
    try {
      const refused = await start().catch((error: unknown) => error)
      expect(refused).toMatchObject({
        name: 'DataFolderInUse',
        message: expect.stringContaining(String(elsewhere.child.pid)),
      })
    } finally {
      elsewhere.child.kill('SIGKILL')
      await once(elsewhere.child, 'exit')
    }
  })

  test('also a second time in the same process', async () => {
    await using(await start(), async () => {
      await expect(start()).rejects.toThrow(String(process.pid))
    })
  })

  test('with the words of the server when a setting is wrong, leaving the folder free', async () => {
    await expect(start({ settings: { no_such: '1' } })).rejects.toThrow(
      /unrecognized configuration parameter "no_such"/u,
    )
    await using(await start(), async () => {})
  })

  test('when access.json is damaged, missing or of another cluster', async () => {
    const path = join(folder, 'access.json')
    const kept = await readFile(path, 'utf8')
    await writeFile(path, '{}')
    await expect(start()).rejects.toThrow(/access\.json 已损坏/u)
    await rm(path)
    await expect(start()).rejects.toThrow(/access\.json 缺失/u)
    await writeFile(path, JSON.stringify({ ...JSON.parse(kept), superPassword: '0'.repeat(48) }), { mode: 0o600 })
    await expect(start()).rejects.toThrow(/密码与数据库不符/u)
    await writeFile(path, kept, { mode: 0o600 })
    await using(await start(), async () => {})
  })
})

test('the port is remembered, and left to whoever took it meanwhile unless it was asked for', async () => {
  const port = async () => JSON.parse(await readFile(join(folder, 'access.json'), 'utf8')).port as number
  const before = await port()
  const stranger = createServer().listen(before, '127.0.0.1')
  await once(stranger, 'listening')
  await expect(start({ port: before })).rejects.toThrow(/Address already in use/u)
  const server = await start()
  await using(server, async () => {
    expect(await port()).not.toBe(before)
    expect(server.appUrl).toContain(`:${await port()}/yzt`)
  })
  stranger.close()
})

test('the first folder that the server cannot pass is named', async () => {
  const open = join(root, 'open')
  const closed = join(open, 'closed')
  await mkdir(join(closed, 'deep'), { recursive: true })
  await chmod(open, 0o711)
  const stranger = { uid: 65_533, gid: 65_533 }
  expect(await firstClosedFolder([join(closed, 'deep/cluster')], stranger)).toBeUndefined()
  await chmod(closed, 0o700)
  expect(await firstClosedFolder([join(open, 'x'), join(closed, 'deep/cluster')], stranger)).toBe(closed)
  await chmod(closed, 0o010)
  const owner = await stat(closed)
  expect(await firstClosedFolder([join(closed, 'x')], { uid: 65_533, gid: owner.gid })).toBeUndefined()
  expect(await firstClosedFolder([join(closed, 'x')], { uid: owner.uid, gid: owner.gid })).toBe(closed)
})

test.runIf(process.getuid?.() === 0 && process.platform === 'linux')(
  'as root it starts below a folder that is closed to all others',
  async () => {
    const closed = join(root, 'home')
    await mkdir(closed, { mode: 0o700 })
    const server = await startEmbeddedPostgres({ folder: join(closed, 'pg'), log })
    await using(server, async () => expect(await query(server.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]))
    expect(messages.at(-2)).toMatch(/lending him dac_/u)
  },
)
