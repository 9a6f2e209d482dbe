import { join } from 'node:path'
import { type RawBuilder, sql } from 'kysely'
import type { Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { openDatabase } from '../../src/platform/database.ts'
import { attachEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'

/** The number of the file that a page tells of. */
export async function numberOn(page: Page): Promise<string> {
  const number = /R\d{8}-\d{6}/.exec(await page.getByRole('main').innerText())?.[0]
  if (number === undefined) throw new Error('no number of a file on the page')
  return number
}

interface FileInHouse {
  readonly state: string
  /** Kinds of the papers that were issued, in order. */
  readonly papers: readonly string[]
  readonly licenceState: string
  readonly suspendedTo: string | null
  readonly shopName: string
  /** Versions of the face that this application made. */
  readonly faces: number
  /** As the register reaches the shop, masked. */
  readonly phone: string | null
}

const file = (applicationNo: string): RawBuilder<FileInHouse> => sql`
  select a.state, l.state as licence_state, l.suspended_to, l.shop_name,
    coalesce((select array_agg(p.kind order by p.issued_at, p.kind) from licensing.paper p where p.application_no = a.application_no), '{}') as papers,
    (select count(*)::int from licensing.licence_version v where v.application_no = a.application_no) as faces,
    (select phone_masked from registry.retailer r where r.licence_no = a.licence_no) as phone
  from licensing.application a join licensing.licence l using (licence_no) where a.application_no = ${applicationNo}`

/** What came of it in the house, behind the page: looked at until it is so, because papers are issued by a job. */
export async function expectFile(applicationNo: string, wanted: object): Promise<void> {
  const { appUrl } = await attachEmbeddedPostgres(join(inject('house').dataFolder, 'postgres'))
  const database = openDatabase(appUrl, { connections: 1 })
  const look = () =>
    database.within({ areas: 'all' }, async tx => (await file(applicationNo).execute(tx)).rows[0] ?? null)
  try {
    await expect.poll(look).toMatchObject(wanted)
  } finally {
    await database.close()
  }
}
