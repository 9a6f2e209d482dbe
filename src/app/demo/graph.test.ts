import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { momentOf } from '#kernel/dates'
import { type Fact, type Learned, learnFacts } from '#modules/intelligence'
import { createTestDatabase } from '../../../test/database/harness.ts'
import { retailers, takeAreas, takeRetailers } from '../../modules/registry/testing/small-county.ts'
import { openKeyring } from '../../platform/keyring.ts'
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

it('the graph of a demonstration has cases that meet a fresh clue, and a pair that may be one person', async () => {
  const test = await createTestDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'yzt-graph-'))
  try {
    const keyring = await openKeyring(join(folder, 'keys'), { create: true })
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
  } finally {
    await test.drop()
    rmSync(folder, { recursive: true, force: true })
  }
})
