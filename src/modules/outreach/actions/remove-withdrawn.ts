import { rm } from 'node:fs/promises'
import { ok } from '#kernel/refusal'
import { act } from '#platform/act'
import { randomId } from '#platform/crypto'
import type { JobContext } from '#platform/jobs'
import { removeWithdrawnName } from '../job-names.ts'
import { filmFolder } from '../media/film-room.ts'
import { recordingFolder } from '../media/studio.ts'
import { outreachPolicy } from '../policy.ts'
import { listWithdrawnMedia, noteMediaRemoved } from '../store/withdrawn-media.ts'

/**
 * 撤下满期的片源: at night, after the retention of policy. The files first: where the row could not be written, the next night finds
 * the folder gone and writes it. Each is a line of the ledger.
 */
export async function removeWithdrawn({ services: { database, clock, config } }: Pick<JobContext, 'services'>) {
  const now = clock.now()
  const { withdrawnMediaDays } = outreachPolicy(now.today)
  const before = now.instant.subtract({ hours: withdrawnMediaDays * 24 }).toString()
  const caller = { actor: { kind: 'system', job: removeWithdrawnName }, requestId: randomId() } as const
  for (const media of await listWithdrawnMedia(database.db, before)) {
    const folderOf = media.kind === 'film' ? filmFolder : recordingFolder
    await rm(folderOf(config.dataFolder, media.id), { recursive: true, force: true })
    const line = { action: 'outreach.mediaRemoved', subject: media.id, details: { kind: media.kind } }
    await act(database, caller, line, async tx => {
      await noteMediaRemoved(tx, media, now.instant.toString())
      return ok(undefined)
    })
  }
}
