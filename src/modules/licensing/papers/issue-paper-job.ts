import Type from 'typebox'
import type { Tx } from '#platform/database'
import { defineJob, enqueue } from '#platform/jobs'
import { issuePaper } from './issue-paper.ts'

const jobName = 'licensing.issuePaper'
const Automatic = Type.Enum([
  'receipt',
  'deemedRenewal',
  ...(['renewalGrant', 'changeGrant', 'suspendGrant', 'resumeGrant', 'reissueGrant', 'closeGrant'] as const),
])

/** Documents that need nothing but the file and come by the thousand. */
export type AutomaticPaper = Type.Static<typeof Automatic>

/**
 * Writes the document after the commit, so that terminals which renew at once do not queue at one counter of numbers.
 * The job is made in the transaction of the decision: no decision without its paper, and no paper twice.
 */
export async function issuePaperLater(tx: Tx, kind: AutomaticPaper, applicationNo: string): Promise<void> {
  await enqueue(
    tx,
    jobName,
    { kind, applicationNo },
    { key: `paper:${kind}:${applicationNo}`, queue: 'licensing.papers' },
  )
}

export const issuePaperJob = defineJob({
  name: jobName,
  schema: Type.Object({ kind: Automatic, applicationNo: Type.String() }),
  handle: async ({ kind, applicationNo }, { services: { database, keyring, clock } }) => {
    const request = { kind, applicationNo, facts: {}, at: clock.now() }
    await database.within({ areas: 'all' }, tx => issuePaper(tx, keyring, request))
  },
})
