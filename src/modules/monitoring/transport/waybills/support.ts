import type { Engine } from '../../lake/engine.ts'

type Values = Readonly<Record<string, number | string>>

/** W09–W11: what is no suspicion by itself, looked for only in parcels that have one. */
export async function findSupport(engine: Engine, values: Values): Promise<void> {
  await engine.run(
    'create or replace temp table suspect as select distinct subject as id from signal where strength > 0',
  )
  // Without a month of history everybody is new.
  await engine.run(`insert into signal
    with pair as (select sender, receiver from parcel semi join suspect using (id) group by all),
    began as (select sender, receiver, min((sent_at, id)) as opening from parcel semi join pair using (sender, receiver) group by all)
    select id, 'W09', 1, json_object('首次', p.day)
    from parcel p semi join suspect using (id) join began b on p.sender = b.sender and p.receiver = b.receiver and (p.sent_at, p.id) = b.opening
    where p.day >= (select min(day) + 30 from parcel)`)
  await engine.run(
    `insert into signal
     with sender as (select distinct sender from parcel semi join suspect using (id)),
     named as (select sender, count(distinct sender_name) as names from parcel semi join sender using (sender)
       where sender_name is not null group by 1 having count(distinct sender_name) >= $namesOnePhone)
     select id, 'W10', 1, json_object('姓名数', names) from parcel semi join suspect using (id) join named using (sender)`,
    values,
  )
  await engine.run(`insert into signal
    with here as (select sender_area, goods, count(distinct sender) as n from parcel where goods <> '' group by all),
    sized as (select *, sum(n) over (partition by sender_area) as area_n, sum(n) over (partition by goods) as goods_n, sum(n) over () as all_n from here),
    rare as (select sender_area, goods, n, area_n * goods_n::double / all_n as expected from sized where n <= 0.15 * area_n * goods_n::double / all_n and area_n * goods_n::double / all_n >= 10)
    select id, 'W11', 1, json_object('品名', goods, '寄件地', sender_area, '本地寄件人', n, '按比例应有', round(expected))
    from parcel semi join suspect using (id) join rare using (sender_area, goods)`)
}
