import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { momentOf } from '#kernel/dates'
import { openRenewalHouse, type RenewalHouse } from '../../modules/licensing/testing/renewal-house.ts'
import { createDemoStaff } from './accounts.ts'
import { seedOpenFiles } from './open-files.ts'
import { stories } from './open-files-story.ts'

const now = momentOf(Temporal.Instant.from('2026-11-26T08:00:00Z'))
let house: RenewalHouse
beforeAll(async () => {
  house = await openRenewalHouse()
  const later = stories.map((_, n) => ({ no: String(440_785_107_701 + n), person: n + 1 }))
  await house.addShops([...later, { no: '440785107799', person: 99, validTo: '2026-12-02' }])
  await house.all(tx => createDemoStaff(tx, now, house.keyring))
})
afterAll(() => house.close())

it('a demonstration has a file wherever somebody has something to do, one of them late and days before 视为准予', async () => {
  expect(await house.all(tx => seedOpenFiles(tx, now, house.keyring))).toBe(stories.length)
  const { rows } = await house.all(tx =>
    sql<{ told: string }>`
      select state || ' ' || clock_kind || ' ' || clock_due_on as told
      from licensing.application where outcome = 'person' order by received_on, clock_due_on, state desc`.execute(tx),
  )
  expect(rows.map(({ told }) => told)).toEqual([
    'reviewing decide 2026-11-03',
    'heardStatement decide 2026-11-30',
    'siteCheck decide 2026-12-01',
    'proposed decide 2026-12-01',
    'correctionRequested correctionAnswer 2026-12-14',
    'submitted accept 2026-11-27',
    'reviewing decide 2026-12-04',
    'submitted accept 2026-12-02',
  ])
})
