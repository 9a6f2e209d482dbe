import type { StaffView } from '#contract/access'
import { type FieldRound, routes } from '#contract/delivery'
import { call, type Reply } from '../../shared/api.ts'
import { database } from './database.ts'
import { open, seal } from './seal.ts'

type Options = Reply<typeof routes.options>

/** 今天: what a courier needs until the evening without network. */
export interface Today {
  readonly day: string
  readonly staff: Pick<StaffView, 'id' | 'name'>
  readonly rounds: readonly FieldRound[]
  readonly topics: Options['topics']
  readonly codeTries: number
  readonly loadedAt: string
}

/** The day in China, as the round is planned. */
export const chinaDay = (at: Date): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(at)

/** Asks the server for the day and keeps it sealed. Throws `Problem` when it cannot be had. */
export async function loadToday(staff: Today['staff']): Promise<Today> {
  const [mine, options] = [await call(routes.myRounds), await call(routes.options)]
  const today: Today = {
    day: mine.day,
    staff: { id: staff.id, name: staff.name },
    rounds: mine.rounds,
    topics: options.topics,
    codeTries: options.codeTries,
    loadedAt: new Date().toISOString(),
  }
  await database.day.put({ id: 'today', sealed: await seal(today) })
  return today
}

/** What is kept, if it is of today; yesterday's is wiped before anybody sees it. */
export async function keptToday(): Promise<Today | undefined> {
  const row = await database.day.get('today')
  const today = row === undefined ? undefined : await open<Today>(row.sealed)
  if (today !== undefined && today.day === chinaDay(new Date())) return today
  await database.day.clear()
  return undefined
}

/** 清除: at sign-out and at the end of the day. With nothing left to send, the key goes too. */
export async function wipe(): Promise<void> {
  await database.day.clear()
  await database.tries.clear()
  await database.outbox.where('state').equals('received').delete()
  if ((await database.outbox.count()) === 0) await database.keys.clear()
}
