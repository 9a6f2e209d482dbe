import { sql } from 'kysely'
import type { Moment } from '#kernel/dates'
import type { Database } from '#platform/database'
import { type Keys, learnShop } from './feed.ts'

const page = 100

/**
 * 零售户登记进入关系图 (night): every shop of the register with its holder, licence, telephone and door, a page a transaction. What the
 * graph knows already is said again without effect, so a night that was broken off is simply done again.
 */
export async function learnRegister(
  database: Database,
  with_: { readonly keyring: Keys; readonly at: Moment },
): Promise<number> {
  let after = ''
  for (let told = 0; ; ) {
    const numbers = await database.within({ areas: 'all' }, async tx => {
      const { rows } = await sql<{ licenceNo: string }>`select licence_no from registry.published_retailer
        where licence_no > ${after} order by licence_no limit ${page}`.execute(tx)
      for (const { licenceNo } of rows) await learnShop(tx, licenceNo, with_)
      return rows.map(({ licenceNo }) => licenceNo)
    })
    told += numbers.length
    after = numbers.at(-1) ?? after
    if (numbers.length < page) return told
  }
}
