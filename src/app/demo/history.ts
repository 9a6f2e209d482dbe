import { sql } from 'kysely'
import { ok } from '#kernel/refusal'
import {
  drawFirst,
  hasPastFiles,
  licensingSettingOf,
  type PastOfficers,
  remindSoon,
  seedPastFiles,
} from '#modules/licensing'
import { licenceNoOfShop } from '../../../town/persona-lines.ts'
import { personas } from '../../../town/personas.ts'
import { act } from '../../platform/act.ts'
import { systemClock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Foundation } from '../compose.ts'
import { type PastShop, storyOf } from './history-story.ts'
import { seedOpenFiles } from './open-files.ts'

/**
 * Four months of closed files and a few open ones (模拟数据) for the figures, 好差评 and 待办 of a demonstration, once, after the house is ready: some
 * hundred files in two dozen statements. A house that was stopped before does it at its next start.
 */
export async function startDemoHistory(
  { database, keyring }: Pick<Foundation, 'database' | 'keyring'>,
  say: (line: string) => void,
): Promise<void> {
  const at = systemClock.now()
  const setting = licensingSettingOf({ keyring }, at.today)
  const caller = { actor: { kind: 'system', job: 'demo.history' }, requestId: 'demo' } as const
  try {
    if (await database.within({ areas: 'all' }, hasPastFiles)) return
    const done = await act(
      database,
      caller,
      { action: 'demo.seedPastFiles', details: { simulated: true } },
      async tx => {
        const files = storyOf(await pastShops(tx, at.today), at.today)
        const told = await seedPastFiles(tx, files, { officers: await officersOf(tx), at, setting })
        if (!told.ok) return told
        const open = await seedOpenFiles(tx, at, keyring)
        await drawFirst(tx, at)
        await remindSoon(tx)
        return ok({ ...told.value, open })
      },
    )
    if (done.ok)
      say(
        `指标、好差评和抽查复核页已有 ${done.value.files} 件往期办件，待办已有 ${done.value.open} 件在办件（模拟数据）。`,
      )
  } catch (error) {
    say(`往期办件（模拟数据）没有写成：${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Shops that trade, with the terminal of their town; none of the people of the dock, whose own pages begin empty. */
async function pastShops(tx: Tx, today: Temporal.PlainDate): Promise<readonly PastShop[]> {
  const own = personas.flatMap(({ shops }) => shops.map(licenceNoOfShop))
  const { rows } = await sql<PastShop>`
    select r.licence_no, r.valid_from, t.id::text as terminal_id,
      r.licensed_on < r.valid_from and r.valid_from between ${today.toString()}::date - 75 and ${today.toString()}::date as renewed
    from registry.published_retailer r
      left join access.published_terminal t on left(t.area_code, 9) = r.town_code and t.state = 'active'
    where r.licence_state = 'valid' and not r.licence_no = any(${own})
    order by renewed desc, md5(r.licence_no) limit 420`.execute(tx)
  return rows
}

async function officersOf(tx: Tx): Promise<PastOfficers> {
  const { rows } = await sql<{ account: string; id: string }>`select account, id from access.published_staff`.execute(
    tx,
  )
  const idOf = (account: string) => rows.find(row => row.account === account)?.id ?? ''
  const [window, reviewer, decider] = [idOf('window2'), idOf('reviewer2'), idOf('decider2')]
  return { window, reviewer, decider, helper: idOf('helper'), caller: idOf('head') }
}
