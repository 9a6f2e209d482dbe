import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { distanceMetres } from '#kernel/position'
import { type Engine, openEngine } from '../lake/engine.ts'
import { at, layTables, type Row } from '../testing/lake-tables.ts'
import { transportPolicy } from './policy.ts'
import { topScores } from './signals.ts'
import { km } from './vessels/work.ts'
import { scoreVessels } from './vessels.ts'

let engine: Engine
beforeAll(async () => {
  engine = await openEngine({ memory: '256MB' })
})
afterAll(() => engine.close())

const policy = transportPolicy(Temporal.PlainDate.from('2026-11-26'))
const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i))
const noise = (i: number) => (((i * 7919) % 11) - 5) / 100_000
interface Stay {
  readonly day: number
  readonly hour: number
  /** Positions, one every five minutes. */
  readonly fixes: number
  readonly lng: number
  readonly lat: number
  readonly sog?: number
}
const lie = (mmsi: string, { day, hour, fixes, lng, lat, sog = 0.5 }: Stay): Row[] =>
  times(fixes, i => ({ mmsi, at: at(day, hour, i * 5), lng: lng + noise(i), lat: lat + noise(i + 3), sog_kn: sog }))

/** Six boats that lie in the harbour afternoon and night. */
const harbour = times(6, b =>
  times(5, d => lie(`h${b}`, { day: 3 + d, hour: 18, fixes: 100, lng: 112.3 + b * 0.001, lat: 21.93 })).flat(),
).flat()

async function suspects(positions: readonly Row[], more: Parameters<typeof layTables>[1] = {}) {
  await layTables(engine, { vessel_positions: [...harbour, ...positions], ...more })
  await scoreVessels({ engine, asOf: '2026-03-31', policy })
  return topScores(engine, 'vessel_scores', 100)
}
const found = async (positions: readonly Row[]) =>
  (await suspects(positions)).map(({ subject, reasons }) => `${subject} ${reasons.join(' ')}`)

const sea = { lng: 112.45, lat: 21.8 }
const oneAtNight = { day: 5, hour: 25, fixes: 6 }
const meeting = [...lie('X', { ...oneAtNight, ...sea }), ...lie('Y', { ...oneAtNight, lng: 112.4512, lat: 21.8002 })]
const silent = (mmsi: string) => (day: number) => [
  ...lie(mmsi, { day, hour: 20, fixes: 6, lng: 112.4, lat: 21.75, sog: 6 }),
  ...lie(mmsi, { day, hour: 25, fixes: 6, lng: 112.5, lat: 21.7, sog: 6 }),
]
/** Grounds where six boats fish by day; a ship that only passes by stops there at night beside a boat of the place. */
const ground = times(6, b => lie(`g${b}`, { day: 4, hour: 9, fixes: 40, lng: 112.5 + b * 0.001, lat: 21.8 })).flat()
const onGround = { day: 5, hour: 25, lng: 112.5, lat: 21.8 }
const local = (mmsi: string) => [
  ...lie(mmsi, { day: 5, hour: 12, fixes: 60, lng: 112.5, lat: 21.8 }),
  ...lie(mmsi, { ...onGround, fixes: 6 }),
]
const ship = [
  ...times(80, i => ({ mmsi: 'C', at: at(5, 16, i * 5), lng: 112.2 + i * 0.0036, lat: 21.8, sog_kn: 9 })),
  ...lie('C', { ...onGround, lng: 112.501, fixes: 6 }),
]
const shore = lie('G', { day: 6, hour: 25, fixes: 7, lng: 112.38, lat: 21.94 })

describe('vessels', () => {
  it.each<[string, Row[], string[]]>([
    ['boats in harbour', [], []],
    [
      'hours in one place on two nights',
      [5, 6].flatMap(day => lie('L', { day, hour: 23, fixes: 40, ...sea })),
      ['L S01'],
    ],
    ['a fishing boat by day', lie('F', { day: 5, hour: 9, fixes: 60, ...sea }), []],
    [
      'a boat under way by night',
      times(60, i => ({ mmsi: 'M', at: at(5, 23, i * 5), lng: 112.2 + i * 0.005, lat: 21.8, sog_kn: 8 })),
      [],
    ],
    ['two boats side by side at night', meeting, ['X S02', 'Y S02']],
    [
      'two boats two kilometres apart',
      [...meeting.slice(0, 6), ...lie('Y', { ...oneAtNight, lng: 112.47, lat: 21.8 })],
      [],
    ],
    [
      'two boats side by side in harbour',
      ['X', 'Y'].flatMap(m => lie(m, { ...oneAtNight, lng: 112.3, lat: 21.93 })),
      [],
    ],
    ['two boats of the place side by side on the grounds', [...ground, ...local('X'), ...local('Y')], []],
    [
      'a passing ship beside a boat of the place on the grounds',
      [...ground, ...local('X'), ...ship],
      ['C S02', 'X S02'],
    ],
    [
      'and then silence, and a shore',
      [...ground, ...local('X'), ...ship, ...lie('X', { day: 5, hour: 28, fixes: 7, lng: 112.38, lat: 21.94 })],
      ['X S06 S02 S04 S03', 'C S06 S02'],
    ],
    [
      'silence that begins a while after the ship has gone, and is told of both',
      [
        ...ground,
        ...local('X'),
        ...ship,
        ...lie('X', { ...onGround, hour: 26, fixes: 4 }),
        ...lie('X', { day: 5, hour: 29, fixes: 3, lng: 112.5, lat: 21.8, sog: 5 }),
      ],
      ['C S06 S02', 'X S06 S02'],
    ],
    [
      'two boats that go side by side every night',
      ['P', 'Q'].flatMap((m, n) =>
        times(4, d => lie(m, { day: 4 + d, hour: 24, fixes: 18, lng: 112.45 + n * 0.001, lat: 21.8, sog: 2 })).flat(),
      ),
      [],
    ],
    ['silent for hours and elsewhere afterwards', [4, 8].flatMap(silent('D')), ['D S03']],
    [
      'a ship that leaves the watched sea and comes back the next night elsewhere',
      [5, 6].flatMap(day => lie('T', { day, hour: 23, fixes: 4, lng: 111.6 + day * 0.13, lat: 21.54, sog: 9 })),
      [],
    ],
    ['where many fall silent', times(5, b => silent(`D${b}`)(4)).flat(), []],
    ['still by night at an empty shore', shore, ['G S04']],
    [
      'one wild position on a quiet day',
      [
        ...lie('W', { day: 5, hour: 9, fixes: 60, ...sea }),
        { mmsi: 'W', at: at(5, 14, 2), lng: 112.1, lat: 21.7, sog_kn: 5 },
        ...lie('W', { day: 5, hour: 15, fixes: 20, ...sea, sog: 5 }),
      ],
      [],
    ],
  ])('%s', async (_, positions, expected) => {
    expect(await found(positions)).toEqual(expected)
  })

  it('that land are joined to a plate seldom seen by day, not to the one that always goes by', async () => {
    const pass = (plate_hash: string, passed_at: string) => ({
      plate_hash,
      checkpoint_id: 'A',
      passed_at,
      direction: 'N',
    })
    const [first] = await suspects(shore, {
      checkpoints: [{ checkpoint_id: 'A', name: '横陂卡口', road: 'other', lng: 112.36, lat: 22 }],
      vehicle_passes: [
        pass('rare', at(6, 26, 30)),
        pass('usual', at(6, 26, 40)),
        ...times(5, i => pass('usual', at(3 + i, 12))),
      ],
    })
    expect(first).toMatchObject({
      subject: 'G',
      reasons: ['S05', 'S04'],
      evidence: { S05: { 过车: ['03-07 02:30 横陂卡口 rare'] } },
    })
  })

  it('are scored alike in whatever order they come, with the place and time of it', async () => {
    const positions = [...meeting, ...[4, 8].flatMap(silent('D'))]
    const first = await suspects(positions)
    expect(first.find(({ subject }) => subject === 'X')?.evidence).toMatchObject({
      S02: { 对方船: ['Y'], 时间地点: ['03-06 01:00 112.4500,21.8000'] },
    })
    expect(await suspects(positions.toReversed())).toEqual(first)
  })

  it('are unknown without a file, which is named', async () => {
    await layTables(engine, {})
    const nothing = await scoreVessels({ engine, asOf: '2026-03-31', policy })
    expect(nothing).toMatchObject({ subjects: 0, missing: ['vessel_positions', 'vehicle_passes', 'checkpoints'] })
  })

  it('are measured as the kernel measures', async () => {
    const place = fc.record({
      lng: fc.double({ min: 111, max: 114, noNaN: true }),
      lat: fc.double({ min: 21, max: 23, noNaN: true }),
    })
    for (const [a, b] of fc.sample(fc.tuple(place, place), { numRuns: 50, seed: 3 })) {
      const [row] = await engine.rows<{ d: number }>(
        `select ${km('a', 'b')} as d from (select ${a.lng}::double lng, ${a.lat}::double lat) a, (select ${b.lng}::double lng, ${b.lat}::double lat) b`,
      )
      expect(row?.d).toBeCloseTo(distanceMetres(a, b) / 1000, 4)
    }
  })
})
