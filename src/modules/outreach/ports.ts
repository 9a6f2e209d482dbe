import type { LawUse } from '#kernel/law-use'
import type { Db } from '#platform/database'

/** What this domain asks of the house: 引用总表, everything in the system that cites the law. */
export interface OutreachPorts {
  readonly lawUses: (db: Db) => Promise<readonly LawUse[]>
}
