import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { momentOf } from '#kernel/dates'
import { createTestDatabase } from '../../../test/database/harness.ts'
import { retailers, takeAreas, takeRetailers } from '../../modules/registry/testing/small-county.ts'
import { openKeyring } from '../../platform/keyring.ts'
import { seedGraph } from './graph.ts'

it('the graph of a demonstration has cases that meet a fresh clue, and a pair that may be one person', async () => {
  const test = await createTestDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'yzt-graph-'))
  try {
    const keyring = await openKeyring(join(folder, 'keys'), { create: true })
    await test.database.within({ areas: 'all' }, async tx => {
      await takeAreas(tx)
      const shops = Array.from({ length: 8 }, (_, n) => ({ no: `44078510001${n}`, person: n + 1 }))
      await takeRetailers(tx, retailers(...shops), keyring)
      await seedGraph(tx, momentOf(Temporal.Instant.from('2026-11-23T02:00:00Z')), keyring)
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
