import Type from 'typebox'
import type { Tx } from '#platform/database'
import { defineJob, enqueue, type JobDefinition } from '#platform/jobs'
import { tryPage } from './actions/try-draft.ts'
import type { PolicySubject } from './ports.ts'

const name = 'policies.tryDraft'

export const tryLater = (tx: Tx, trialId: number): Promise<void> => enqueue(tx, name, { trialId })

/** 试算 page by page, each in a transaction of its own, so that progress is seen and a stop is heard at once. */
export const tryDraftJob = (subjects: readonly PolicySubject[]): JobDefinition =>
  defineJob({
    name,
    schema: Type.Object({ trialId: Type.Integer() }),
    handle: async ({ trialId }, { services: { database, clock }, signal }) => {
      for (let more = true; more; ) {
        if (signal.aborted) throw new Error('the server stops; the trial goes on at the next start')
        more = await database.within({ areas: 'all' }, tx => tryPage(tx, trialId, clock.now(), subjects))
      }
    },
  })
