import type { Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import type { NewMessage } from '../store/message.ts'
import { listReachable } from '../store/staff-contact.ts'
import { queueMessage } from './messages.ts'

interface Said {
  readonly key: string
  readonly kind: NewMessage['kind']
  readonly about: string
  readonly areaCode: string
  readonly text: string
  readonly roles: readonly string[]
  /** Labels of those who know it already. */
  readonly except: readonly string[]
}

/** 短信告知值班人员: of the posts, of that county or town, on duty first; where none of them is on duty, all who can be reached. */
export async function tellOnDuty(tx: Tx, { roles, except, key, ...message }: Said, at: Moment): Promise<number> {
  const reachable = (await listReachable(tx, message.areaCode, roles)).filter(
    ({ staffId }) => !except.includes(`staff:${staffId}`),
  )
  const onDuty = reachable.filter(one => one.onDuty)
  const told = onDuty.length > 0 ? onDuty : reachable
  for (const { staffId, phoneSealed } of told)
    await queueMessage(tx, { ...message, key: `${key}:${staffId}`, phoneSealed }, at)
  return told.length
}
