import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { MessageView, UnreachedView } from '../contract/messages.ts'

/** 短信 about a shop, newest first; those about its files stand with the files. */
export async function listMessagesOf(tx: Tx, licenceNo: string): Promise<MessageView[]> {
  const { rows } = await sql<MessageView>`
    select id, kind, state, error, queued_at as at, settled_at, told_how, told_at from access.message
    where about = ${licenceNo} order by queued_at desc limit 50`.execute(tx)
  return rows
}

/**
 * 没有送达的到期提醒: the latest of each shop, while its licence still ends on the day the message spoke of (the key holds it) and
 * nobody has told the shop otherwise. Nearest to the end first.
 */
export async function listUnreached(tx: Tx): Promise<UnreachedView[]> {
  const { rows } = await sql<UnreachedView>`
    select m.id, m.about as licence_no, r.shop_name, coalesce(town.name, '') as town_name, r.valid_to::text as valid_to, m.error,
      m.queued_at as at
    from (select distinct on (about) * from access.message where kind = 'renewalReminder' order by about, queued_at desc) m
      join registry.published_retailer r on r.licence_no = m.about and r.valid_to::text = split_part(m.key, ':', 3)
      left join registry.published_area town on town.code = r.town_code
    where m.state = 'failed' and m.told_at is null and r.licence_state in ('valid', 'suspended')
    order by r.valid_to, m.about limit 200`.execute(tx)
  return rows
}
