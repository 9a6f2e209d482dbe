import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type MovableClock, movableClock } from '#platform/clock'
import type { Tx } from '#platform/database'
import { createTestDatabase, type TestDatabase } from '../../../../test/database/harness.ts'
import { openEngine } from '../lake/engine.ts'
import { importLakeText } from '../lake/import.ts'
import type { LakeTableName } from '../lake/tables.ts'
import { modelPolicy } from '../model/policy.ts'
import { findModelView } from '../queries/model.ts'
import type { ModelMove } from '../rules/model-moves.ts'
import { findReleased } from '../watch/choose-model.ts'
import { learnModel } from './learn-model.ts'
import { moveModel } from './move-model.ts'
import { watchMarket } from './watch-market.ts'

let test: TestDatabase
let clock: MovableClock
let lake: string
beforeAll(async () => {
  test = await createTestDatabase()
  clock = movableClock('2026-11-23T02:00:00Z')
  lake = await mkdtemp(join(tmpdir(), 'model-action-'))
})
afterAll(async () => {
  await test.drop()
  await rm(lake, { recursive: true, force: true })
})

const all = <T>(work: (tx: Tx) => Promise<T>) => test.database.within({ areas: 'all' }, work)
const view = (reader = 'staff:x') => all(tx => findModelView(tx, modelPolicy(clock.now().today), reader))
const learn = () => learnModel({ database: test.database, lake }, { by: 'staff:a', at: clock.now() })
const move = (version: number, name: ModelMove, by: string, why = '回测好于先验') =>
  all(tx => moveModel(tx, { version, move: name, why, by, at: clock.now() }))
const feed = async (table: LakeTableName, csv: string) => {
  const engine = await openEngine({ memory: '256MB' })
  await importLakeText({ folder: lake, engine }, { table, csv, takenAt: clock.now().instant.toString() })
  await engine.close()
}
const daysAgo = (days: number) => `${clock.now().today.subtract({ days })}T10:00:00+08:00`
const licence = (n: number) => `4407851${String(n).padStart(5, '0')}`
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n + 1)

/** 模拟数据: shops that were reported are wrong when visited. `lean`: all of them in one town. */
async function county(lean: boolean, shops = numbers(60)): Promise<void> {
  const bad = (n: number) => n <= shops.length / 5
  const town = (n: number) => (lean ? (bad(n) ? '440785101' : '440785102') : `44078510${n % 3}`)
  await feed(
    'retailers',
    `licence_no,area_code,status,licensed_on\n${shops.map(n => `${licence(n)},${town(n)},valid,2020-01-01`).join('\n')}\n`,
  )
  const visits = shops.flatMap(n =>
    [15, 45, 75, 105, 135].map(days => {
      const wrong = bad(n) ? (n + days) % 4 !== 0 : (n + days) % 17 === 0
      return `J${n}-${days},${daysAgo(days - (n % 6))},${licence(n)},${n % 4 === 0 ? 'random' : 'periodic'},${wrong ? 'filed' : 'clean'}`
    }),
  )
  await feed('inspections', `inspection_id,inspected_at,licence_no,kind,result\n${visits.join('\n')}\n`)
  const clues = shops
    .filter(bad)
    .flatMap(n => [20, 50, 80, 110].map(days => `X${n}-${days},${daysAgo(days)},hotline,${licence(n)}`))
  await feed('clues', `clue_id,received_at,source,licence_no\n${clues.join('\n')}\n`)
}

it('too few results make no version, and the page says so', async () => {
  await feed('retailers', `licence_no,area_code,status,licensed_on\n${licence(99)},440785100,valid,2020-01-01\n`)
  expect(await learn()).toBeUndefined()
  expect(await view()).toMatchObject({ versions: [], learning: { outcome: 'tooLittle', visits: 0 } })
})

it('a version is learned once, proposed by one person, released by another, and judges from then on', async () => {
  await county(false)
  const no = (await learn()) ?? 0
  expect(await learn()).toBeUndefined()
  expect((await view()).learning).toMatchObject({ outcome: 'same' })
  await watchMarket(test.database, lake, clock.now())
  expect((await view()).today).toMatchObject({ version: null, stopped: null })

  expect(await move(no, 'release', 'staff:b')).toMatchObject({ refusal: 'modelMoveClosed' })
  expect(await move(no, 'propose', 'staff:a', ' ')).toMatchObject({ refusal: 'modelWhyMissing' })
  expect(await move(no + 1, 'propose', 'staff:a')).toMatchObject({ refusal: 'notFound' })
  expect((await move(no, 'propose', 'staff:a')).ok).toBe(true)
  expect(await move(no, 'release', 'staff:a')).toMatchObject({ refusal: 'modelSamePerson' })
  expect((await move(no, 'release', 'staff:b')).ok).toBe(true)
  expect((await all(findReleased))?.no).toBe(no)

  await watchMarket(test.database, lake, clock.now())
  const { today, versions } = await view('staff:a')
  expect(today).toMatchObject({ version: no, stopped: null })
  expect(today?.drift.every(({ state }) => state === 'calm' || state === 'watch')).toBe(true)
  expect(versions[0]).toMatchObject({ no, state: 'released', moves: ['withdraw'], mine: true, unfair: false })
  const { rows } = await all(tx =>
    sql<{
      licenceNo: string
      version: number
    }>`select licence_no, version from monitoring.shop_score order by rank limit 12`.execute(tx),
  )
  expect(rows.filter(row => row.version === no && Number(row.licenceNo.slice(7)) <= 12).length).toBeGreaterThan(9)

  expect((await move(no, 'withdraw', 'staff:c')).ok).toBe(true)
  await watchMarket(test.database, lake, clock.now())
  expect((await view()).today).toMatchObject({ version: null })
})

it('later visits are held against what the released version foretold', async () => {
  const [version] = (await view()).versions
  expect((await view()).learning?.sinceRelease).toBeNull()
  await move(version?.no ?? 0, 'propose', 'staff:a')
  await move(version?.no ?? 0, 'release', 'staff:b')
  clock.advance({ hours: 24 * 30 })
  const found = numbers(60).map(
    n => `K${n},${daysAgo(3 + (n % 9))},${licence(n)},periodic,${n > 12 ? 'filed' : 'clean'}`,
  )
  await feed('inspections', `inspection_id,inspected_at,licence_no,kind,result\n${found.join('\n')}\n`)
  await learn()
  const since = (await view()).learning?.sinceRelease
  expect(since).toMatchObject({ version: version?.no, visits: 60, found: 48, state: 'alarm' })
  expect(since?.expected).toBeLessThan(40)
})

it('a model that would send everybody to one town cannot be released, and a released one is stopped on the day it would', async () => {
  const released = (await view()).today?.version
  lake = await mkdtemp(join(tmpdir(), 'model-action-'))
  await county(true, numbers(400))
  const no = (await learn()) ?? 0
  expect((await view()).versions[0]).toMatchObject({ no, unfair: true })
  await move(no, 'propose', 'staff:a')
  expect(await move(no, 'release', 'staff:b')).toMatchObject({ refusal: 'modelLeans' })
  await watchMarket(test.database, lake, clock.now())
  const { today } = await view()
  expect(today).toMatchObject({ version: null, stopped: 'unfair' })
  expect(today?.rates.some(({ exceeds }) => exceeds)).toBe(true)
  // The visits that were made lean on nobody: five a shop, in either town.
  const towns = today?.visited.filter(({ dimension }) => dimension === '镇街')
  expect(towns?.map(({ shops, visited, exceeds }) => [shops, visited, exceeds])).toEqual([
    [80, 400, false],
    [320, 1_600, false],
  ])
  expect(released).toBeDefined()
})

it('the database itself keeps versions and the second person', async () => {
  await expect(all(tx => sql`update monitoring.model_version set outcomes = 1`.execute(tx))).rejects.toThrow(
    /changed|denied/,
  )
  const [version] = (await view()).versions
  await move(version?.no ?? 0, 'propose', 'staff:a')
  await expect(
    all(tx =>
      sql`insert into monitoring.model_move (version, move, why, made_by, made_at) values (${version?.no}, 'release', 'x', 'staff:a', now())`.execute(
        tx,
      ),
    ),
  ).rejects.toThrow(/another person/)
})
