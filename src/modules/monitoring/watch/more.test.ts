import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Engine, openEngine } from '../lake/engine.ts'
import { monitoringPolicy } from '../policy.ts'
import { moreScorers } from './more.ts'
import { runWatch } from './run.ts'

let engine: Engine
let home: string
beforeAll(async () => {
  engine = await openEngine({ memory: '256MB' })
  home = await mkdtemp(join(tmpdir(), 'more-test-'))
})
afterAll(async () => {
  await engine.close()
  await rm(home, { recursive: true, force: true })
})

const asOf = Temporal.PlainDate.from('2026-11-25')
const read = (file: string) => readFile(join(home, 'out', file), 'utf8').then(text => text.trim().split(/\r?\n/))
const run = () =>
  runWatch(engine, { lake: home, asOf, out: join(home, 'out'), policy: monitoringPolicy(asOf), more: moreScorers })

it('writes the files of roads, parcels, sea and hot spots, names what it had no data for, and raises alerts with evidence', async () => {
  await writeFile(
    join(home, 'waybills.csv'),
    `waybill_no,carrier,shipped_at,sender_phone_hash,sender_area,receiver_phone_hash,receiver_area,pieces,weight_g,declared_goods
W1,顺丰,2026-11-20T09:00:00+08:00,a,440785,b,440100,1,900,服装
W2,顺丰,2026-11-20T09:00:00+08:00,known,440785,d,440100,1,900,服装
`,
  )
  await writeFile(
    join(home, 'cases.csv'),
    'case_no,filed_at,case_type,area_code,lng,lat,phones\nA1,2026-11-19,无证运输,440785100,112.32,22.06,known\n',
  )
  const report = await run()
  expect(report).toMatchObject({
    ok: true,
    value: {
      alerts: 1,
      files: expect.arrayContaining(['waybill_scores.csv', 'vehicle_scores.csv', 'vessel_scores.csv', 'hotspots.csv']),
    },
  })
  expect(report.ok && report.value.says).toContain('waybill_scores.csv：2 个对象，1 个有理由；没有数据：clues')
  expect(await read('waybill_scores.csv')).toEqual(['waybill_no,score,rank,reasons', 'W2,0.8,1,W02', 'W1,0.0,2,'])
  expect(await read('vessel_scores.csv')).toEqual(['mmsi,score,rank,reasons'])
  expect((await read('alerts.csv'))[1]).toContain('suspectWaybill,waybill,W2')
  const [head, first] = await read('hotspots.csv')
  expect(head).toBe('h3_cell,weekday,hour_from,hour_to,score,rank,reasons')
  expect(first).toMatch(/^88[0-9a-f]{13},\d,\d+,\d+,1,1,H01$/)
  expect(JSON.parse((await read('hotspots.json')).join('\n'))).toMatchObject({
    asOf: '2026-11-25',
    check: { events: 0 },
  })
  const before = await Promise.all(['waybill_scores.csv', 'hotspots.csv', 'hotspots.json', 'alerts.csv'].map(read))
  await run()
  expect(await Promise.all(['waybill_scores.csv', 'hotspots.csv', 'hotspots.json', 'alerts.csv'].map(read))).toEqual(
    before,
  )
})
