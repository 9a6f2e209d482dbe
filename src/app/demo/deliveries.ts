import { sql } from 'kysely'
import type { Moment } from '#kernel/dates'
import { receiveItem } from '#modules/delivery'
import type { Tx } from '../../platform/database.ts'

/** Decisions that wait to be delivered (模拟): a dozen doors of two towns and a village day, so that a round can be planned at once. */
export async function seedDeliveries(tx: Tx, at: Moment): Promise<void> {
  const { rows } = await sql<{ licenceNo: string; areaCode: string }>`
    select licence_no, area_code from (
      select licence_no, area_code, row_number() over (partition by town_code order by licence_no) as nth
      from registry.published_retailer
      where town_code in ('440785103', '440785104') and licence_state = 'valid' and lng is not null) numbered
    where nth between 20 and 27 order by licence_no`.execute(tx)
  for (const [index, { licenceNo, areaCode }] of rows.entries()) {
    await receiveItem(
      tx,
      {
        applicationNo: `R${at.today.toString().replaceAll('-', '')}-9${String(index + 1).padStart(5, '0')}`,
        licenceNo,
        areaCode,
        service: 'renewal',
        result: 'grant',
        deliverMode: index % 8 === 7 ? 'pickup' : 'door',
        serveBy: at.today.add({ days: 3 + index }).toString(),
      },
      at,
    )
  }
}
