import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Engine, openEngine } from '../lake/engine.ts'
import { at, layTables, type Row } from '../testing/lake-tables.ts'
import { transportPolicy } from './policy.ts'
import { topScores } from './signals.ts'
import { scoreVehicles } from './vehicles.ts'

let engine: Engine
beforeAll(async () => {
  engine = await openEngine({ memory: '256MB' })
})
afterAll(() => engine.close())

const policy = transportPolicy(Temporal.PlainDate.from('2026-11-26'))
const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i))
const pass = (plate: string, place: string, time: string, direction = 'N'): Row => ({
  plate_hash: plate,
  checkpoint_id: place,
  passed_at: time,
  direction,
  vehicle_kind: 'car',
})
const checkpoints = ['A', 'B', 'C'].map(id => ({
  checkpoint_id: id,
  name: `卡口${id}`,
  road: '国道325',
  lng: 112.3,
  lat: 22,
}))
/** Sixty cars that go by A, B and C once. */
const ordinary = times(60, i => [
  pass(`o${i}`, 'A', at(2 + (i % 28), 9 + (i % 9), i)),
  pass(`o${i}`, 'B', at(2 + (i % 28), 9 + (i % 9), i + 30)),
  pass(`o${i}`, 'C', at(2 + (i % 28), 10 + (i % 9), i)),
]).flat()

async function suspects(passes: readonly Row[], more: Parameters<typeof layTables>[1] = {}) {
  await layTables(engine, { checkpoints, vehicle_passes: [...ordinary, ...passes], ...more })
  await scoreVehicles({ engine, asOf: '2026-03-31', policy })
  return topScores(engine, 'vehicle_scores', 100)
}
const found = async (passes: readonly Row[]) =>
  (await suspects(passes)).map(({ subject, reasons }) => `${subject} ${reasons.join(' ')}`)

const nights = [3, 6, 10, 14, 19, 24]
const byDay = (plate: string) => times(12, i => pass(plate, 'B', at(2 + i * 2, 12)))
const together = (days: readonly number[]) =>
  days.flatMap(d => [
    pass('x', 'A', at(d, 14)),
    pass('y', 'A', at(d, 14, 2)),
    pass('x', 'B', at(d, 14, 30)),
    pass('y', 'B', at(d, 14, 33)),
  ])
const roundB = (d: number) => [pass('d', 'A', at(d, 14)), pass('d', 'C', at(d, 15))]

describe('vehicles', () => {
  it.each<[string, Row[], string[]]>([
    ['ordinary cars', [], []],
    ['six nights and no day', nights.map(d => pass('n', 'A', at(d, 1, d))), ['n V02']],
    [
      'out and back within an hour at night',
      [...byDay('s'), ...nights.flatMap(d => [pass('s', 'A', at(d, 23)), pass('s', 'A', at(d, 24, 10), 'S')])],
      ['s V03'],
    ],
    [
      'there and back in one night',
      [...byDay('t'), ...nights.flatMap(d => [pass('t', 'A', at(d, 22, 10)), pass('t', 'A', at(d, 27, 10), 'S')])],
      ['t V04'],
    ],
    ['a commuter', times(28, i => [pass('c', 'A', at(2 + i, 8)), pass('c', 'A', at(2 + i, 18), 'S')]).flat(), []],
    ['a bus line', times(28, i => times(8, j => pass('bus', 'A', at(2 + i, 6 + j * 2), j % 2 ? 'N' : 'S'))).flat(), []],
    [
      'two coaches of a kind that runs by night',
      nights.flatMap(d => together([d]).map(row => ({ ...row, vehicle_kind: 'coach', passed_at: at(d, 23) }))),
      [],
    ],
    ['two that pass two checkpoints together on six days', together(nights), ['x V05', 'y V05']],
    ['two that met once', together([3]), []],
    ['one that goes round B', nights.flatMap(roundB), ['d V06']],
    [
      'one that a camera missed once',
      [...nights.flatMap(d => [...roundB(d), pass('d', 'B', at(d, 14, 30))]), ...roundB(26)],
      [],
    ],
    [
      'a road closed for three days',
      [5, 6, 7].flatMap(d =>
        times(12, i => [pass(`z${i}`, 'A', at(d, 8, i * 11)), pass(`z${i}`, 'C', at(d, 9, i * 11))]).flat(),
      ),
      [],
    ],
  ])('%s', async (_, passes, expected) => {
    expect(await found(passes)).toEqual(expected)
  })

  it('are new only where there are records of the weeks before', async () => {
    const passes = nights.map(d => pass('n', 'A', at(d, 1, d)))
    const long = [...passes, pass('old', 'A', '2025-12-10T09:00:00+08:00')]
    expect(await found(long)).toEqual(['n V02 V07'])
    expect(await found([...long, pass('n', 'A', '2025-12-20T09:00:00+08:00')])).toEqual(['n V02'])
  })

  it('of a case are known, and of a later case are not', async () => {
    const of = (filed_at: string) => ({ cases: [{ case_no: 'A1', filed_at, case_type: '无证运输', plates: 'k;z' }] })
    const [known] = await suspects([pass('k', 'A', at(3, 9))], of(at(20, 9)))
    expect(known).toMatchObject({ subject: 'k', score: 0.95, reasons: ['V01'], evidence: { V01: { 来源: ['A1'] } } })
    expect(await suspects([pass('k', 'A', at(3, 9))], of('2026-04-01'))).toEqual([])
  })

  it('are scored alike in whatever order they come, with the places and times of it', async () => {
    const passes = [...together(nights), ...nights.flatMap(roundB)]
    const first = await suspects(passes)
    expect(first[2]?.evidence).toMatchObject({ V06: { 应过卡口: '卡口B', 从: '卡口A', 到: '卡口C', 未过天数: 6 } })
    expect(await suspects(passes.toReversed())).toEqual(first)
  })

  it('are unknown without a file, which is named; without checkpoints they go by number', async () => {
    await layTables(engine, {})
    const nothing = await scoreVehicles({ engine, asOf: '2026-03-31', policy })
    expect(nothing).toMatchObject({ subjects: 0, missing: ['vehicle_passes', 'checkpoints', 'cases', 'clues'] })
    const [first] = await suspects(
      nights.map(d => pass('n', 'A', at(d, 1, d))),
      { checkpoints: [] },
    )
    expect(first?.evidence).toMatchObject({ V02: { 卡口: ['A'] } })
  })
})
