import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/database/harness.ts'
import { type Migration, MigrationError, migrate, pendingMigrations, readMigrations } from './migrate.ts'

const file = (name: string, sql: string): Migration => ({ name, sql, hash: `hash of ${sql}` })
let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())

describe('migrations', () => {
  it('are due once each, also when a branch brings an earlier timestamp late', () => {
    const files = [file('20260101-0000-a', 'a'), file('20260102-0000-b', 'b'), file('20260103-0000-c', 'c')]
    expect(pendingMigrations(files, [{ name: '20260102-0000-b', hash: 'hash of b' }]).map(m => m.name)).toEqual([
      '20260101-0000-a',
      '20260103-0000-c',
    ])
  })

  it('refuse a file that was edited after it ran', () => {
    expect(() =>
      pendingMigrations([file('20260101-0000-a', 'changed')], [{ name: '20260101-0000-a', hash: 'hash of a' }]),
    ).toThrow(/被改动/)
  })

  it('refuse a database that is newer than the program', () => {
    expect(() => pendingMigrations([], [{ name: '20990101-0000-z', hash: 'h' }])).toThrow(/数据库比程序新/)
  })

  it('leave nothing of a file that fails, and name it', async () => {
    const existing = await readMigrations(join(import.meta.dirname, '../..'))
    const broken = file('20990101-0000-break-everything', 'create table public.half(); select 1/0')
    await expect(migrate(test.ownerUrl, [...existing, broken])).rejects.toThrow(MigrationError)
    expect(await migrate(test.ownerUrl, existing)).toEqual([])
  })

  it('run once when two runners start together', async () => {
    const existing = await readMigrations(join(import.meta.dirname, '../..'))
    const next = file('20990102-0000-create-once', 'create table public.once()')
    const results = await Promise.all([
      migrate(test.ownerUrl, [...existing, next]),
      migrate(test.ownerUrl, [...existing, next]),
    ])
    expect(results.flat()).toEqual([next.name])
  })

  it('give the app role no power to change the schema', async () => {
    await expect(test.database.pool.query('create table platform.mine()')).rejects.toMatchObject({ code: '42501' })
    await expect(
      test.database.pool.query('alter table platform.idempotency disable row level security'),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(test.database.pool.query('delete from platform.idempotency')).rejects.toMatchObject({ code: '42501' })
  })

  it('guard every table that knows a person by row security', async () => {
    const { rows } = await test.database.pool.query<{ name: string }>(`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and not c.relrowsecurity and exists (select 1 from pg_attribute a where a.attrelid = c.oid
        and a.attname in ('person_index', 'operator_index', 'name_sealed', 'phone_sealed') and not a.attisdropped)`)
    expect(rows).toEqual([])
  })

  it('generated.ts fits the migrated database', async () => {
    const generated = await readFile(join(import.meta.dirname, 'generated.ts'), 'utf8')
    const { rows } = await test.database.pool.query<{ name: string }>(`
      select table_schema || '.' || table_name as name from information_schema.tables
      where table_schema not in ('pg_catalog', 'information_schema', 'public', 'graphile_worker')`)
    for (const { name } of rows) expect(generated, name).toContain(camel(name))
  })
})

const camel = (name: string): string => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
