import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { arriveCsv, arrivePlain } from './arrive.ts'
import { type Engine, openEngine } from './engine.ts'
import { plainText } from './plain-text.ts'

let engine: Engine
let folder: string
beforeAll(async () => {
  engine = await openEngine({ memory: '256MB', threads: 1 })
  folder = await mkdtemp(join(tmpdir(), 'plain-test-'))
})
afterAll(async () => {
  await engine.close()
  await rm(folder, { recursive: true })
})

it.each([
  ['a quote', 'a,b\n"1",2\n'],
  ['a guard of a formula', "a,b\n'=1,2\n"],
  ['a tab', 'a,b\n1\t,2\n'],
  ['a wide blank', 'a,b\n1\u3000,2\n'],
  ['a carriage return alone', 'a,b\n1\r,2\n'],
  ['a cell too many', 'a,b\n1,2,3\n'],
  ['an empty line', 'a,b\n1,2\n\n'],
  ['a column twice', 'a,A\n1,2\n'],
  ['no line', 'a,b\n'],
  ['no line but an empty one', 'a,b\n\n'],
])('%s is left to the reader of the house', (_, text) => {
  expect(plainText(text)).toBeUndefined()
})

it('a byte order mark, Windows line ends, a last line without an end and blanks around names are plain', () => {
  expect(plainText('\ufeffa, B\r\n1,2\r\n3,4')).toEqual({ header: ['a', 'b'], body: '1,2\n3,4' })
})

const cell = (...values: string[]) => fc.constantFrom(...values)
const row = fc.tuple(
  cell('O1', ' O2 ', ''),
  cell('2026-11-20T09:00:00+08:00', '2026-11-20', '昨天'),
  cell('440785100001', '44078'),
  cell('S1', '=S1', '中华'),
  cell('5', '0', '', '1.0', ' 7', ' x'),
  cell('', 'd1'),
)
const to = { takenAt: '2026-11-23T00:00:00Z' }

it('both ways take the same lines and refuse the same with the same words', async () => {
  const check = fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async rows => {
    const text = `Cartons,sku_code,order_id,ordered_at,other,licence_no\n${rows
      .map(([id, at, licence, sku, cartons, other]) => `${[cartons, sku, id, at, other, licence].join(',')}\n`)
      .join('')}`
    const plain = plainText(text)
    const quick = plain && (await arrivePlain(engine, 'order_lines', plain, { ...to, folder: join(folder, 'a') }))
    const bytes = Buffer.from(text)
    expect({ ok: true, value: quick }).toEqual(
      await arriveCsv(engine, 'order_lines', bytes, { ...to, folder: join(folder, 'b') }),
    )
    if (quick?.lines === 0) return
    const both = `select order_id, ordered_at, licence_no, sku_code, cartons, device_hash from read_parquet`
    const lying = (place: string) => `${both}('${join(folder, place)}/*/*.parquet')`
    const [{ n } = { n: '' }] = await engine.rows<{ n: string }>(
      `select count(*) as n from ((${lying('a')} except all ${lying('b')}) union all (${lying('b')} except all ${lying('a')}))`,
    )
    expect(n).toBe('0')
  })
  await fc.assert(
    check.beforeEach(async () => {
      for (const place of ['a', 'b']) await rm(join(folder, place), { recursive: true, force: true })
    }),
    { numRuns: 40 },
  )
})
