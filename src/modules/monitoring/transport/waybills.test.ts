import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Engine, openEngine } from '../lake/engine.ts'
import { at, layTables, type Row } from '../testing/lake-tables.ts'
import { transportPolicy } from './policy.ts'
import { waybillReasons } from './reasons.ts'
import { beginSignals, combine, type Signal, scoreOf, topScores } from './signals.ts'
import { scoreWaybills } from './waybills.ts'

let engine: Engine
beforeAll(async () => {
  engine = await openEngine({ memory: '256MB' })
})
afterAll(() => engine.close())

const policy = transportPolicy(Temporal.PlainDate.from('2026-11-26'))
const asOf = '2026-03-31'
let next = 0
const parcel = (row: Row): Row => {
  next += 1
  return {
    waybill_no: `Y${String(next).padStart(5, '0')}`,
    carrier: '顺丰',
    shipped_at: at(1 + (next % 28), 10),
    sender_phone_hash: `s${next}`,
    sender_area: '440785',
    receiver_phone_hash: `r${next}`,
    receiver_area: '440100',
    pieces: 1,
    weight_g: 900 + (next % 7) * 60,
    declared_goods: '服装',
    ...row,
  }
}
/** Sixty people who send clothes of about a kilogram. */
const ordinary = Array.from({ length: 60 }, () => parcel({}))
const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i))

async function suspects(waybills: readonly Row[], more: Parameters<typeof layTables>[1] = {}) {
  await layTables(engine, { waybills: [...ordinary, ...waybills], ...more })
  await scoreWaybills({ engine, asOf, policy })
  return topScores(engine, 'waybill_scores', 1000)
}
const codes = async (waybills: readonly Row[], more = {}) => [
  ...new Set((await suspects(waybills, more)).flatMap(row => row.reasons)),
]

describe('waybills', () => {
  it('of ordinary people get no reason, and all of them a place', async () => {
    expect(await suspects([])).toEqual([])
    expect(await engine.rows('select count(*) as n, max(rank) as last from waybill_scores')).toEqual([
      { n: '60', last: '60' },
    ])
  })

  const box = { weight_g: 13_600, declared_goods: '服装' }
  const ant = (from: number, day: number, i: number, more: Row = {}) =>
    parcel({
      sender_phone_hash: `ant${from}`,
      shipped_at: at(day, 9 + (i % 8)),
      weight_g: 2500 + (i % 3) * 20,
      receiver_phone_hash: `a${from}${i}`,
      receiver_area: '440300',
      declared_goods: '日用品',
      ...more,
    })
  const lot = (day: number, more: Row = {}) =>
    parcel({
      sender_phone_hash: 'lotS',
      receiver_phone_hash: 'lotR',
      shipped_at: at(day, 20),
      weight_g: 5000 + (day % 3) * 15,
      declared_goods: '百货',
      ...more,
    })
  const factory = (day: number) =>
    times(10, i =>
      parcel({
        sender_name: '恩平某服装厂',
        sender_phone_hash: 'factory',
        shipped_at: at(day, 9),
        receiver_phone_hash: `dealer${i}`,
        receiver_area: '440300',
        weight_g: 1000 + i,
      }),
    )

  it.each<[string, Row[], string[]]>([
    ['a 50-carton box declared as clothes', [parcel(box)], ['W04']],
    ['a box declared as nothing', [parcel({ weight_g: 14_000, declared_goods: '' })], ['W04']],
    ['clothes as heavy as stones', [parcel({ weight_g: 40_000 })], ['W05']],
    ['a box of goods that nobody knows', [parcel({ weight_g: 13_600, declared_goods: '石磨' })], []],
    ['ants on three days', [2, 9, 16].flatMap(day => times(8, i => ant(1, day, i))), ['W07']],
    ['a wedding that sends sweets on one day', times(30, i => ant(2, 8, i, { declared_goods: '喜糖' })), []],
    [
      'ants whose receivers live all over the country',
      [2, 9, 16].flatMap(day => times(8, i => ant(3, day, i, { receiver_area: `${440_000 + i}` }))),
      [],
    ],
    ['the same lot every four days', [1, 5, 9, 13, 17, 21].map(day => lot(day)), ['W06']],
    [
      'lots of food to a student',
      [1, 5, 9, 13, 17, 21].map(day => lot(day, { declared_goods: '服装', weight_g: 1000 })),
      [],
    ],
    ['lots at no interval', [1, 2, 3, 17, 18, 28].map(day => lot(day)), []],
    ['a factory that ships every day', times(20, day => factory(day + 1)).flat(), []],
    [
      'six numbers that send one weight to one number',
      times(8, i => parcel({ receiver_phone_hash: 'hub', weight_g: 5000, declared_goods: `物${i}` })),
      ['W08'],
    ],
    [
      'a firm that collects from many',
      times(8, () => parcel({ receiver_phone_hash: 'firm', receiver_name: '某某物流有限公司', weight_g: 1000 })),
      [],
    ],
  ])('%s', async (_, rows, expected) => {
    expect(await codes(rows)).toEqual(expected)
  })

  it('are known by number, phone, and a number shared with a known one; the file must be of the past', async () => {
    const rows = [
      parcel({ waybill_no: 'K1', sender_phone_hash: 'k' }),
      parcel({ waybill_no: 'K2', sender_phone_hash: 'k' }),
      parcel({ waybill_no: 'K3', receiver_phone_hash: 'p' }),
    ]
    const caseRow = { case_no: 'A1', filed_at: at(20, 9), case_type: '无证运输', waybills: 'K1; X', phones: 'p' }
    const found = await suspects(rows, { cases: [caseRow] })
    expect(found.map(({ subject, reasons }) => [subject, reasons])).toEqual([
      ['K1', ['W01']],
      ['K3', ['W02']],
      ['K2', ['W03']],
    ])
    expect(found[2]?.evidence).toEqual({ W03: { 经由运单: 'K1', 寄件号码: 'k', 该号码件数: 2 } })
    expect(await codes(rows, { cases: [{ ...caseRow, filed_at: '2026-04-01T00:00:00+08:00' }] })).toEqual([])
  })

  it('carry what a person can weigh again', async () => {
    const [first] = await suspects([parcel({ ...box, waybill_no: 'B1' })])
    expect(first).toMatchObject({
      subject: 'B1',
      rank: 1,
      evidence: { W04: { 品名: '服装', 单件克: 13_600, 参照寄件人数: 61 } },
    })
  })

  it('are scored alike in whatever order they come', async () => {
    const rows = [
      ...[2, 9, 16].flatMap(day => times(8, i => ant(4, day, i))),
      parcel(box),
      ...times(6, i => lot(1 + 4 * i)),
    ]
    const first = await suspects(rows)
    expect(first.length).toBeGreaterThan(30)
    expect(await suspects(rows.toReversed())).toEqual(first)
  })

  it('are unknown without a file, which is named', async () => {
    await layTables(engine, {})
    expect(await scoreWaybills({ engine, asOf, policy })).toEqual({
      table: 'waybill_scores',
      subjects: 0,
      suspicious: 0,
      missing: ['waybills', 'cases', 'clues'],
    })
  })
})

const signal = fc.record({
  code: fc.constantFrom(...waybillReasons.map(({ code }) => code)),
  strength: fc.integer({ min: 0, max: 100 }).map(n => n / 100),
})
const score = (signals: readonly Signal[]) => scoreOf(signals, waybillReasons, policy.weightOf)

describe('the score', () => {
  it('never falls by more evidence, stays between 0 and 1, and is nothing by support alone', () => {
    fc.assert(
      fc.property(fc.array(signal), signal, (signals, one) => {
        expect(score([...signals, one])).toBeGreaterThanOrEqual(score(signals))
        expect(score(signals)).toBeLessThanOrEqual(1)
        expect(score(signals.toReversed())).toBe(score(signals))
        const supports = signals.filter(({ code }) => waybillReasons.find(r => r.code === code)?.support)
        expect(score(supports)).toBe(0)
      }),
    )
  })

  it('is the same in SQL', async () => {
    const sets = fc.sample(fc.array(signal, { maxLength: 6 }), { numRuns: 200, seed: 7 })
    await beginSignals(engine)
    for (const [n, signals] of sets.entries())
      for (const { code, strength } of signals)
        await engine.run(`insert into signal values ('${n}', '${code}', ${strength}, '{}')`)
    const subjects = `select range::varchar as subject from range(${sets.length})`
    await combine({ engine, policy, asOf }, { table: 'tried', subjects, reasons: waybillReasons })
    const rows = await engine.rows<{ subject: string; score: number }>('select subject, score from tried')
    for (const row of rows) expect(row.score).toBeCloseTo(score(sets[Number(row.subject)] ?? []), 3)
  })
})
