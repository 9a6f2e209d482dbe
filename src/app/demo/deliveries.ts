import { sql } from 'kysely'
import type { Moment } from '#kernel/dates'
import { book, deliverySettingOf, makeVisit, receiveItem } from '#modules/delivery'
import type { Tx } from '../../platform/database.ts'
import type { Keyring } from '../../platform/keyring.ts'

/** Decisions that wait to be delivered (模拟): a dozen doors of two towns and a village day, so that a round can be planned at once. */
export async function seedDeliveries(tx: Tx, at: Moment, keyring: Keyring): Promise<void> {
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
  await seedVisits(
    tx,
    { at, keyring },
    rows.map(({ licenceNo }) => licenceNo),
  )
}

/** 送证下乡日 and 帮办时段 of the next days (模拟), each booked for a shop of its town. */
async function seedVisits(
  tx: Tx,
  { at, keyring }: { readonly at: Moment; readonly keyring: Keyring },
  licences: readonly string[],
): Promise<void> {
  const by = { kind: 'system', job: 'demo.deliveries' } as const
  const visits = [
    { kind: 'village', areaCode: '440785103', place: '沙湖镇便民服务中心', days: 3, licenceNo: licences[0] },
    { kind: 'helper', areaCode: '440785104', place: '牛江镇便民服务中心', days: 5, licenceNo: licences.at(-1) },
  ] as const
  for (const { days, licenceNo, ...visit } of visits) {
    const day = at.today.add({ days }).toString()
    const made = await makeVisit(tx, { ...visit, day, fromMinute: 540, toMinute: 690, capacity: 12 }, { by, at })
    if (!made.ok || licenceNo === undefined) continue
    const who = { name: '模拟经营者', phone: '13800138000', topic: '延续要带什么（模拟数据）' }
    await book(tx, { visitId: made.value, licenceNo, ...who }, { by, at }, deliverySettingOf({ keyring }, at.today))
  }
}
