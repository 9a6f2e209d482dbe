import { sql } from 'kysely'
import type { StaffRole } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import { type OpenFile, seedOpenFile } from '#modules/licensing'
import { licenceNoOfShop } from '../../../town/persona-lines.ts'
import { personas } from '../../../town/personas.ts'
import { county } from '../../../town/places.ts'
import type { Tx } from '../../platform/database.ts'
import type { Keyring } from '../../platform/keyring.ts'
import { type Story, stories } from './open-files-story.ts'

/**
 * 待办 of a demonstration (模拟数据): some files at several places of their way and at several distances from their clock, so that whoever signs in has work.
 * Filed and carried on by the ordinary actions; a shop whose application the rules stop is passed over for the next.
 */
export async function seedOpenFiles(tx: Tx, at: Moment, keyring: Keyring): Promise<number> {
  const officers = await listOfficers(tx)
  const [later, soon] = [await shopsExpiring(tx, at.today, [45, 80]), await shopsExpiring(tx, at.today, [3, 9])]
  let seeded = 0
  for (const story of stories) {
    const shops = story.expires === 'soon' ? soon : later
    for (let shop = shops.shift(); shop !== undefined; shop = shops.shift()) {
      const filed = await seedOpenFile(tx, fileOf(story, shop, officers), { at, keyring })
      if (!filed.ok) continue
      seeded += 1
      break
    }
  }
  return seeded
}

type Shop = Pick<OpenFile, 'licenceNo' | 'terminalId'>
type Officers = Awaited<ReturnType<typeof listOfficers>>

const fileOf = ({ steps, expires: _, ...told }: Story, shop: Shop, officers: Officers): OpenFile => ({
  ...told,
  ...shop,
  steps: steps.map(([by, event, ago, input = {}]) => ({ by: officerOf(officers, by), event, ago, input })),
})

function officerOf(officers: Officers, account: string): OpenFile['steps'][number]['by'] {
  const found = officers.find(officer => officer.account === account)
  if (!found) throw new Error(`no account ${account}`)
  return { kind: 'staff', staffId: found.id, sessionId: 'demo', roles: found.roles, areas: [county.code] }
}

async function listOfficers(tx: Tx) {
  const { rows } = await sql<{ account: string; id: string; roles: StaffRole[] }>`
    select account, id::text as id, roles from access.published_staff`.execute(tx)
  return rows
}

/** Shops whose licence ends so many days from now, with the terminal of their town; none of the people of the dock, whose own pages begin empty. */
async function shopsExpiring(
  tx: Tx,
  today: Temporal.PlainDate,
  [from, to]: readonly [number, number],
): Promise<Shop[]> {
  const own = personas.flatMap(({ shops }) => shops.map(licenceNoOfShop))
  const { rows } = await sql<Shop>`
    select distinct on (md5(r.licence_no), r.licence_no) r.licence_no, t.id::text as terminal_id
    from registry.published_retailer r
      left join access.published_terminal t on left(t.area_code, 9) = r.town_code and t.state = 'active'
    where r.licence_state = 'valid' and not r.licence_no = any(${own})
      and r.valid_to between ${today.toString()}::date + ${from}::int and ${today.toString()}::date + ${to}::int
    order by md5(r.licence_no), r.licence_no, t.code limit 40`.execute(tx)
  return [...rows]
}
