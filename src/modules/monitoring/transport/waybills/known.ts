import type { Engine } from '../../lake/engine.ts'

/** W01–W03: the parcel, its numbers, or a parcel sharing a number with it, stand in a case or clue. */
export async function findKnown(engine: Engine): Promise<void> {
  await engine.run(`insert into signal
    select id, 'W01', sureness, json_object('来源', sources, '运单', id)
    from parcel join known_waybills on number = id`)
  for (const [side, zh] of [
    ['sender', '寄件号码'],
    ['receiver', '收件号码'],
  ] as const)
    await engine.run(`insert into signal
      select id, 'W02', sureness, json_object('来源', sources, '${zh}', number)
      from parcel join known_phones on number = ${side}`)
  // A shop whose one parcel was once in a file sends thousands: the more parcels a number has, the less the tie says.
  for (const [side, zh] of [
    ['sender', '寄件号码'],
    ['receiver', '收件号码'],
  ] as const)
    await engine.run(`insert into signal
      with tied as (select ${side} as phone, min(id) as via, max(sureness) as sureness
          from parcel join known_waybills on number = id group by 1),
      sized as (select p.${side} as phone, count(*) as parcels from parcel p semi join tied on tied.phone = p.${side} group by 1)
      select p.id, 'W03', sureness * least(1, 20.0 / parcels),
        json_object('经由运单', via, '${zh}', phone, '该号码件数', parcels)
      from parcel p join tied on tied.phone = p.${side} join sized using (phone) where p.id <> via`)
}
