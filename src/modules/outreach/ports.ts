import type { LawUse } from '#kernel/law-use'
import type { Db } from '#platform/database'
import type { Studio } from './media/studio.ts'

/** What this domain asks of the house: 引用总表, everything in the system that cites the law, and 直播间 with its recordings. */
export interface OutreachPorts {
  readonly lawUses: (db: Db) => Promise<readonly LawUse[]>
  readonly studio: Studio
}
