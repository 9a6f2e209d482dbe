import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Static, TSchema } from 'typebox'
import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import type { LawUse } from '#kernel/law-use'
import type { RefusalTable, Result } from '#kernel/refusal'
import type { Route } from '#kernel/route'
import type { ActOptions } from './act.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Database, Db, Scope, Tx } from './database.ts'
import type { JobDefinition, Schedule } from './jobs.ts'
import type { Keyring } from './keyring.ts'
import type { Logger } from './log.ts'

/** What the platform lends to every domain. */
export interface Services {
  readonly config: Config
  readonly database: Database
  readonly clock: Clock
  readonly keyring: Keyring
  readonly log: Logger
}

type Part<R extends Route, K extends 'params' | 'query' | 'body'> = R[K] extends TSchema ? Static<R[K]> : undefined
/** Bytes with their type: a piece of a film, its captions. */
export interface ServedFile {
  readonly type: string
  readonly bytes: Uint8Array
  /** Whether the browser may keep it: only what never changes under its name. */
  readonly lasting: boolean
}
export type ReplyOf<R extends Route> = R['reply'] extends 'pdf'
  ? Uint8Array
  : R['reply'] extends 'file'
    ? ServedFile
    : R['reply'] extends TSchema
      ? Static<R['reply']>
      : undefined

/** One request, parsed and permitted: what a route handler sees. */
export interface Ask<R extends Route = Route> {
  readonly params: Part<R, 'params'>
  readonly query: Part<R, 'query'>
  readonly body: Part<R, 'body'>
  readonly actor: Actor
  readonly at: Moment
  /** When the citizen acted, if a terminal kept the act during an outage; otherwise now. */
  readonly capturedAt: Moment
  readonly services: Services
  readonly http: { readonly request: FastifyRequest; readonly reply: FastifyReply }
  /** Runs a write: one transaction with its idempotent reply and its audit row. */
  act<T>(options: ActOptions, work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>>
  /** Runs a read that sees what this actor may see. */
  read<T>(work: (tx: Tx) => Promise<T>, scope?: Scope): Promise<T>
}

export interface RouteBinding {
  readonly route: Route
  readonly handle: (ask: Ask) => Promise<Result<unknown>>
}

/** Joins a contract route with its handler; the types of both must agree. */
export function bind<const R extends Route>(
  route: R,
  handle: (ask: Ask<R>) => Promise<Result<ReplyOf<R>>>,
): RouteBinding {
  return { route, handle: handle as RouteBinding['handle'] }
}

export interface Module {
  readonly name: string
  readonly routes: readonly RouteBinding[]
  readonly refusals: RefusalTable
  /** What of this domain cites the law, from its own tables; the words of refusals are read from `refusals`. */
  readonly law?: () => readonly LawUse[]
  /** The same for what is written while the house runs and cites the law: a published value, a quiz question. */
  readonly lawInRows?: (db: Db) => Promise<readonly LawUse[]>
  readonly jobs?: readonly JobDefinition[]
  readonly schedules?: readonly Schedule[]
  /** Ends what the domain started beside the server (a programme of a livestream), when the house stops. */
  readonly stop?: () => Promise<void>
}

/** A domain as the house sees it. */
export const defineModule = (module: Module): Module => module
