import { sql } from 'kysely'
import type { StaffRole } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import { ok, type Result } from '#kernel/refusal'
import { stateInterest } from '#modules/access'
import { compareHolders, creditSettingOn, seedCreditStory, type ToldOfficer } from '#modules/credit'
import {
  approveTask,
  inspectionSettingOn,
  raiseCalendar,
  raiseRegular,
  seedPastDraw,
  seedPastVisits,
} from '#modules/inspection'
import { licenceNoOfShop } from '../../../town/persona-lines.ts'
import { personas } from '../../../town/personas.ts'
import { county } from '../../../town/places.ts'
import { act } from '../../platform/act.ts'
import { systemClock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Keyring } from '../../platform/keyring.ts'
import type { Foundation } from '../compose.ts'
import { drawOf, filesOf, shopsOfStory, visitsOf } from './supervision-story.ts'

/** So many of the week's regular checks are sent for today: the telephones of the two have a day, the board a route. */
const sentToday = 5

/**
 * Ten months of visits, a draw from its lists to its outcomes, and the files of credit that came of them (模拟数据), for a demonstration, once, after the house is ready; then this
 * week's proposals, and the first of them sent for today. A house that was stopped before does it at its next start.
 */
export async function startDemoSupervision(
  { database, keyring }: Pick<Foundation, 'database' | 'keyring'>,
  say: (line: string) => void,
): Promise<void> {
  const now = systemClock.now()
  const caller = { actor: { kind: 'system', job: 'demo.supervision' }, requestId: 'demo' } as const
  try {
    const done = await act(database, caller, { action: 'demo.seedSupervision', details: { simulated: true } }, tx =>
      tellSupervision(tx, now, keyring),
    )
    if (done.ok && done.value.visits > 0)
      say(
        `检查和信用页已有 ${done.value.visits} 次往期检查（含一次双随机抽查）、${done.value.files} 份档案（模拟数据）。`,
      )
  } catch (error) {
    say(`往期检查（模拟数据）没有写成：${error instanceof Error ? error.message : String(error)}`)
  }
}

/** The story itself, in one transaction; nothing where there are tasks already. */
export async function tellSupervision(
  tx: Tx,
  now: Moment,
  keyring: Keyring,
): Promise<Result<{ visits: number; files: number }>> {
  const officers = await listOfficers(tx)
  const idOf = (account: string) => officers.get(account)?.staffId ?? ''
  const staff = [idOf('inspector'), idOf('inspector2')] as const
  const shops = await listStoryShops(tx, now.today)
  const setting = inspectionSettingOn(now.today)
  const scene = { officers: staff, head: idOf('head'), analyst: idOf('analyst'), now, setting }
  const visited = await seedPastVisits(tx, visitsOf(shops), scene)
  if (visited.length === 0) return ok({ visits: 0, files: 0 })
  const room = { legal: idOf('legal'), areas: [county.code], blind: keyring.blindIndex }
  const findings = [...visited, ...(await seedPastDraw(tx, drawOf(now.today), { ...scene, ...room }))]
  const credit = creditSettingOn(now.today, keyring)
  const files = await seedCreditStory(tx, filesOf(findings, shops, { today: now.today, staff }), {
    officers,
    now,
    setting: credit,
  })
  await compareHolders(tx, 'system:credit.compareHolders', now, credit)
  await raiseCalendar(tx, now, setting)
  const proposed = await raiseRegular(tx, now, setting)
  const sent = { version: 1, visitOn: now.today.toString(), hours: 'office', officers: staff } as const
  for (const id of proposed.slice(0, sentToday))
    await approveTask(tx, { id, ...sent }, { by: `staff:${idOf('head')}`, at: now }, setting)
  await tellInterests(tx, shops, { officers, now, keyring })
  return ok({ visits: findings.length, files })
}

interface Tellers {
  readonly officers: ReadonlyMap<string, ToldOfficer>
  readonly now: Moment
  readonly keyring: Keyring
}

/** 利害关系 (模拟数据): one that an officer stated himself, one that the head noted of another. */
async function tellInterests(tx: Tx, shops: readonly string[], { officers, now, keyring }: Tellers): Promise<void> {
  const own = { staffId: null, kind: 'relative', words: '经营者是本人的表兄（模拟数据）', toOn: null } as const
  const noted = { kind: 'work', words: '两年前在该店做过收银（模拟数据）', toOn: null } as const
  const told = [
    ['inspector2', { ...own, licenceNo: shops.at(-1) ?? null }],
    ['head', { ...noted, staffId: officers.get('verifier')?.staffId ?? null, licenceNo: shops.at(-2) ?? null }],
  ] as const
  for (const [account, asked] of told) {
    const teller = officers.get(account)
    if (!teller) continue
    const by = { kind: 'staff', ...teller, sessionId: 'demo', areas: [county.code] } as const
    await stateInterest(tx, { person: null, fromOn: null, ...asked }, { by, at: now, keyring })
  }
}

async function listOfficers(tx: Tx): Promise<ReadonlyMap<string, ToldOfficer>> {
  const { rows } = await sql<{ account: string; id: string; roles: StaffRole[] }>`
    select account, id::text as id, roles from access.published_staff`.execute(tx)
  return new Map(rows.map(({ account, id, roles }) => [account, { staffId: id, roles }]))
}

/** Shops that have traded for years; none of the people of the dock, whose own pages begin empty. */
async function listStoryShops(tx: Tx, today: Temporal.PlainDate): Promise<readonly string[]> {
  const own = personas.flatMap(({ shops }) => shops.map(licenceNoOfShop))
  const { rows } = await sql<{ licenceNo: string }>`
    select licence_no from registry.published_retailer
    where licence_state = 'valid' and licensed_on < ${today.subtract({ years: 2 }).toString()} and not licence_no = any(${own})
    order by md5(licence_no || 'supervision') limit ${shopsOfStory}`.execute(tx)
  return rows.map(({ licenceNo }) => licenceNo)
}
