import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { momentOf } from '#kernel/dates'
import { verifyDraw } from '#modules/inspection'
import { sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { openKeyring } from '#platform/keyring'
import { createTestDatabase } from '../../../test/database/harness.ts'
import { findDraw, readPublicDraw } from '../../modules/inspection/queries/draw-views.ts'
import { retailers, takeAreas, takeRetailers } from '../../modules/registry/testing/small-county.ts'
import { createDemoStaff } from './accounts.ts'
import { tellSupervision } from './supervision.ts'
import { shopsOfStory } from './supervision-story.ts'

const now = momentOf(Temporal.Instant.from('2026-11-26T02:00:00Z'))
const shops = Array.from({ length: shopsOfStory }, (_, n) => ({
  no: String(440_785_107_700 + n),
  person: (n % 9) + 1,
  address: `沙湖镇南塘村${n}号`,
  area: '440785103',
}))

it('the story of a demonstration stands on every page of supervision, passes every guard, and is told once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yzt-story-'))
  const keyring = await openKeyring(join(folder, 'keys'), { create: true })
  const test = await createTestDatabase()
  try {
    const all = <T>(work: (tx: Tx) => Promise<T>) => test.database.within({ areas: 'all' }, work)
    await all(async tx => {
      await takeAreas(tx)
      await takeRetailers(tx, retailers(...shops), keyring)
      await createDemoStaff(tx, now, keyring)
    })
    const told = await all(tx => tellSupervision(tx, now, keyring))
    expect(told).toMatchObject({ ok: true, value: { visits: 124 } })
    const count = async (text: string) =>
      Object.fromEntries(
        (await all(tx => sql.raw<{ what: string; n: number }>(text).execute(tx))).rows.map(({ what, n }) => [what, n]),
      )
    const files = await count(
      `select kind || '.' || state as what, count(*)::int as n from credit.file where kind <> 'suspicion' group by 1 order by 1`,
    )
    expect(files).toMatchInlineSnapshot(`
      {
        "disposal.closed": 4,
        "disposal.failed": 1,
        "disposal.handedOver": 5,
        "disposal.rectifying": 2,
        "model.named": 3,
        "model.nominated": 1,
        "model.public": 2,
        "objection.received": 1,
        "record.counted": 118,
        "record.proposed": 5,
        "repair.received": 1,
        "talk.closed": 1,
        "talk.held": 1,
        "talk.noticed": 1,
        "talk.proposed": 1,
        "watch.leaving": 1,
        "watch.left": 1,
        "watch.open": 7,
        "watch.proposed": 2,
      }
    `)
    const tasks = `select state || '.' || kind as what, count(*)::int as n from inspection.task group by 1 order by 1`
    expect(await count(tasks)).toMatchInlineSnapshot(`
      {
        "assigned.regular": 5,
        "closed.offHours": 23,
        "closed.random": 4,
        "closed.regular": 62,
        "closed.report": 31,
        "found.offHours": 1,
        "found.regular": 2,
        "found.report": 1,
        "proposed.regular": 7,
      }
    `)
    const interests = `select kind as what, count(*)::int as n from access.staff_interest group by 1`
    expect(await count(interests)).toEqual({ relative: 1, work: 1 })
    const { state, file, outcomes, entries } = await all(async tx => {
      const record = await findDraw(tx, 'SJ-2026-0001')
      if (!record) throw new Error('no draw')
      return readPublicDraw(tx, record)
    })
    expect([state, outcomes.length, file?.result.selected.length]).toEqual(['closed', 4, 4])
    const digest = (text: string) => sm3(text).toString('hex')
    expect(verifyDraw(file, digest)).toMatchObject({ ok: true })
    expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted())
    const grades = `select grade as what, count(*)::int as n from credit.grade where last group by 1 order by 1`
    // Whom the draw met is chance: a shop seen clear once more may be one grade better.
    const { A = 0, ...others } = await count(grades)
    expect(others).toMatchObject({ C: 7, D: 1 })
    expect(A).toBeGreaterThanOrEqual(24)
    expect(await all(tx => tellSupervision(tx, now, keyring))).toEqual({ ok: true, value: { visits: 0, files: 0 } })
  } finally {
    await test.drop()
    rmSync(folder, { recursive: true, force: true })
  }
})
