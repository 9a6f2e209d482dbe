import type { Engine } from '../../lake/engine.ts'
import { ramp } from './work.ts'

type Values = Readonly<Record<string, number | string>>

/** W04, W05: what the scales say against what was declared. */
export async function findStrangeWeights(engine: Engine, values: Values): Promise<void> {
  const facts = `json_object('品名', goods, '承运人', carrier, '单件克', round(each_g), '件数', pieces,
    '通常克', round(exp(mid)), '参照寄件人数', senders)`
  await engine.run(
    `insert into signal
     select id, 'W04', case when mid is null then 0.3 else ${ramp('z', '$strangeWeight::double - 1', '$strangeWeight::double + 3')} end, ${facts}
     from weighed where each_g between $boxGramsLow and $boxGramsHigh and (goods = '' or z >= $strangeWeight)`,
    values,
  )
  await engine.run(
    `insert into signal
     select id, 'W05', ${ramp('z', '$strangeWeight::double', '$strangeWeight::double + 6')}, ${facts}
     from weighed where z >= $strangeWeight + 1 and each_g not between $boxGramsLow and $boxGramsHigh and each_g >= $antGramsLow`,
    values,
  )
}

/** `weighed`: each parcel with its distance from the usual weight (`z`, null when nothing is usual). */
export async function weigh(engine: Engine): Promise<void> {
  await engine.run(`create or replace temp view weighed as
    select p.*, mid, senders, (ln(greatest(each_g, 1)) - mid) / spread as z from parcel p left join usual using (carrier, goods)`)
}
