import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { momentOf } from '#kernel/dates'
import { type Fact, type Learned, learnEarlier, learnFacts } from '#modules/intelligence'
import { createTestDatabase, type TestDatabase } from '../../../test/database/harness.ts'
import { retailers, takeAreas, takeRetailers } from '../../modules/registry/testing/small-county.ts'
import { readConfig } from '../../platform/config.ts'
import { type Keyring, openKeyring } from '../../platform/keyring.ts'
import { alertIntoGraph } from '../alert-into-graph.ts'
import { earlierIntoGraph } from '../earlier-into-graph.ts'
import { seedGraph } from './graph.ts'

const at = momentOf(Temporal.Instant.from('2026-11-23T02:00:00Z'))
const [families, given] = ['陈黎梁吴岑冯郑何周林', '志强海波丽华建国秀英伟明芳']
/** Others with telephones and doors of their own: alone with each other, two records say nothing. */
const neighbours: Learned = {
  source: { kind: 'officer', ref: '走访' },
  areaCode: '440785',
  facts: Array.from({ length: 60 }, (_, n): Fact[] => {
    const name = `${families[n % 10]}${given[(n * 3) % 12]}${given[(n * 7 + 2) % 12]}`
    const from = { kind: 'person', value: `走访/${n}`, name } as const
    const since = { validFrom: '2026-01-01', confidence: 1 }
    return [
      { from, kind: 'uses', to: { kind: 'phone', value: `1350000${1000 + n}` }, ...since },
      { from, kind: 'at', to: { kind: 'address', value: `恩平市沙湖镇南塘村${n}号` }, ...since },
    ]
  }).flat(),
}

let test: TestDatabase
let folder: string
let keyring: Keyring
beforeAll(async () => {
  test = await createTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'yzt-graph-'))
  keyring = await openKeyring(join(folder, 'keys'), { create: true })
})
afterAll(async () => {
  await test.drop()
  rmSync(folder, { recursive: true, force: true })
})

it('the graph of a demonstration has cases that meet a fresh clue, and a pair that may be one person', async () => {
  await test.database.within({ areas: 'all' }, async tx => {
    await takeAreas(tx)
    const shops = Array.from({ length: 8 }, (_, n) => ({ no: `44078510001${n}`, person: n + 1 }))
    await takeRetailers(tx, retailers(...shops), keyring)
    await learnFacts(tx, neighbours, { keyring, at })
    await seedGraph(tx, at, keyring)
    const { rows } = await sql<{ hits: number; pairs: number; shops: number }>`select
      (select count(*)::int from intelligence.graph_hit) as hits,
      (select count(*)::int from intelligence.graph_merge) as pairs,
      (select count(*)::int from intelligence.graph_node where kind = 'shop') as shops`.execute(tx)
    expect(rows[0]?.hits).toBeGreaterThan(1)
    expect(rows[0]?.pairs).toBeGreaterThan(0)
    expect(rows[0]?.shops).toBe(8)
  })
})

it('what the lake says of an alert enters the graph when somebody judged it true, by hashes, dated, with its record, once', async () => {
  mkdirSync(join(folder, 'lake'))
  const parcels = [
    'YT1,模拟快递,2026-11-20T09:00:00+08:00,aaaa1111,恩平,bbbb2222,广州,1,9000',
    'YT2,模拟快递,2026-11-21T09:00:00+08:00,aaaa1111,恩平,cccc3333,广州,1,9000',
  ]
  const columns =
    'waybill_no,carrier,shipped_at,sender_phone_hash,sender_area,receiver_phone_hash,receiver_area,pieces,weight_g'
  writeFileSync(join(folder, 'lake', 'waybills.csv'), `${[columns, ...parcels].join('\n')}\n`)
  const house = { keyring, config: readConfig({ YZT_DATA: folder }), at }
  // Judged before the graph was there: nobody told it, and the night finds them.
  const old = randomUUID()
  const insert = (alertId: string, subjectKind: string, subject: string, verdict: string, evidence: object[]) =>
    test.database.within({ areas: 'all' }, tx =>
      sql`insert into monitoring.alert (id, kind, subject_kind, subject, area_code, score, reasons, evidence, state, verdict_reason,
          triaged_by, raised_at, renewed_at, expires_at)
        values (${alertId}, 'x', ${subjectKind}, ${subject}, '440785103', 0.9, '{X}', ${JSON.stringify(evidence)}::jsonb, ${verdict}, '核实',
          'staff:x', '2026-11-22T01:00:00Z', '2026-11-22T01:00:00Z', '2026-12-22T01:00:00Z')`.execute(tx),
    )
  const judged = async (subjectKind: string, subject: string, verdict: string, ...evidence: object[]) => {
    const alertId = randomUUID()
    await insert(alertId, subjectKind, subject, verdict, evidence)
    await test.database.within({ areas: 'all' }, async tx => {
      for (const _ of [1, 2]) await alertIntoGraph(tx, { alertId, verdict }, house)
    })
    return linesOf(alertId)
  }
  const linesOf = async (alertId: string) => {
    const { rows } = await test.database.within({ areas: 'all' }, tx =>
      sql<{
        line: string
      }>`select concat_ws(' ', a.label, e.kind, b.label, e.valid_from, e.confidence) as line from intelligence.graph_edge e
        join intelligence.graph_node a on a.id = e.a join intelligence.graph_node b on b.id = e.b
        where e.source_kind = 'alert' and e.source_ref = ${alertId} and e.a <> (select id from intelligence.graph_node where key = ${alertId})
        order by 1`.execute(tx),
    )
    return rows.map(({ line }) => line)
  }
  expect(
    await judged('waybill', 'YT1', 'true', { code: 'W03', 经由运单: 'YT2', 来源: ['模拟案〔2026〕11', '别处案号'] }),
  ).toEqual([
    '****YT1 receives 寄递号码（散列） …bb2222 2026-11-20 0.9',
    '****YT2 receives 寄递号码（散列） …cc3333 2026-11-21 0.9',
    '寄递号码（散列） …aa1111 sends ****YT1 2026-11-20 0.9',
    '寄递号码（散列） …aa1111 sends ****YT2 2026-11-21 0.9',
    '模拟案〔2026〕11 names ****YT1 2026-11-22 0.8',
  ])
  const shared = { code: 'M04', shops: ['440785100010', '440785100011', '999'] }
  expect(await judged('device', 'dddd4444', 'true', shared)).toEqual([
    expect.stringMatching(/ uses 订货设备 …dd4444 2026-11-22 0\.8$/),
    expect.stringMatching(/ uses 订货设备 …dd4444 2026-11-22 0\.8$/),
  ])
  expect(await judged('vehicle', 'eeee5555', 'true', { code: 'V05', 同行车: 'ffff6666' })).toEqual([
    '车牌（散列） …ee5555 alongside 车牌（散列） …ff6666 2026-11-22 0.8',
  ])
  expect(await judged('vehicle', 'eeee7777', 'false', { code: 'V05', 同行车: 'ffff6666' })).toEqual([])

  await insert(old, 'vehicle', '99998888', 'true', [{ code: 'V05', 同行车: 'eeee5555' }])
  expect(await linesOf(old)).toEqual([])
  expect(await learnEarlier(test.database, earlierIntoGraph, house)).toBe(1)
  expect(await linesOf(old)).toEqual(['车牌（散列） …998888 alongside 车牌（散列） …ee5555 2026-11-22 0.8'])
  expect(await learnEarlier(test.database, earlierIntoGraph, house)).toBe(0)
})
