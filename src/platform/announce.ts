import { sql } from 'kysely'
import Type, { type Static, type TSchema } from 'typebox'
import { Value } from 'typebox/value'
import type { Moment } from '#kernel/dates'
import type { Clock } from './clock.ts'
import type { Database, Tx } from './database.ts'
import { defineJob } from './jobs.ts'

/** A fact a domain tells the house (通告), written in the transaction of the change. */
export interface EventType<S extends TSchema = TSchema> {
  readonly name: string
  readonly payload: S
  /** 急: somebody waits for it by the second, so its reactions go before whatever else stands in the queue. */
  readonly urgent: boolean
}

export const defineEvent = <const S extends TSchema>(name: string, payload: S): EventType<S> => ({
  name,
  payload,
  urgent: false,
})

export const defineUrgentEvent = <const S extends TSchema>(name: string, payload: S): EventType<S> => ({
  name,
  payload,
  urgent: true,
})

export interface Reaction {
  readonly event: EventType
  readonly name: string
  /** The moment is the house's, so that a moved clock moves reactions too. */
  readonly react: (tx: Tx, payload: never, at: Moment) => Promise<void>
}

/** `on(licensing.licenceRenewed, 'registry.refresh', (tx, fact) => …)`; the name makes the effect single. */
export const on = <S extends TSchema>(
  event: EventType<S>,
  name: string,
  react: (tx: Tx, payload: Static<S>, at: Moment) => Promise<void>,
): Reaction => ({
  event,
  name,
  react: react as Reaction['react'],
})

/** A fact with its name, not yet told. */
export interface Fact {
  readonly event: string
  readonly payload: unknown
  readonly urgent: boolean
}

export const factOf = <S extends TSchema>(event: EventType<S>, payload: Static<S>): Fact => ({
  event: event.name,
  payload,
  urgent: event.urgent,
})

/** Writes the facts and their jobs in the caller's transaction, in one round trip: a busy terminal waits for each of them. */
export async function announceAll(tx: Tx, facts: readonly Fact[]): Promise<void> {
  const urgent = [...new Set(facts.flatMap(one => (one.urgent ? [one.event] : [])))]
  await sql`with fact as (insert into platform.announcement (event, payload)
      select f->>'event', f->'payload' from jsonb_array_elements(${JSON.stringify(facts)}::jsonb) with ordinality as given (f, place)
      order by place returning id, event)
    select graphile_worker.add_job('platform.react', payload => json_build_object('announcementId', id), max_attempts => 5,
      priority => case when event = any(${urgent}) then -10 else 0 end) from fact
  `.execute(tx)
}

export const announce = <S extends TSchema>(tx: Tx, event: EventType<S>, payload: Static<S>): Promise<void> =>
  announceAll(tx, [factOf(event, payload)])

/** Runs every reaction to one announcement, each in its own transaction and at most once. */
export const reactJob = (database: Database, reactions: readonly Reaction[], clock: Clock) =>
  defineJob({
    name: 'platform.react',
    schema: Type.Object({ announcementId: Type.Integer() }),
    handle: async ({ announcementId }) => {
      const { rows } = await sql<{ event: string; payload: unknown }>`
        select event, payload from platform.announcement where id = ${announcementId}`.execute(database.db)
      const fact = rows[0]
      if (!fact) return
      for (const reaction of reactions.filter(r => r.event.name === fact.event)) {
        await reactOnce(database, reaction, { id: announcementId, payload: fact.payload, at: clock.now() })
      }
    },
  })

async function reactOnce(
  database: Database,
  reaction: Reaction,
  { id, payload, at }: { id: number; payload: unknown; at: Moment },
): Promise<void> {
  if (!Value.Check(reaction.event.payload, payload))
    throw new Error(`announcement ${id} does not fit ${reaction.event.name}`)
  await database.within({ areas: 'all' }, async tx => {
    const { numAffectedRows } = await sql`insert into platform.reaction_done (announcement_id, reaction)
      values (${id}, ${reaction.name}) on conflict do nothing`.execute(tx)
    if (numAffectedRows) await reaction.react(tx, payload as never, at)
  })
}
