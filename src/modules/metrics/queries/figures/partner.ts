import { sql } from 'kysely'
import { allow } from '#kernel/actor'
import type { Figure, FigureGroup } from './group.ts'

const basis = {
  zh: '协作约定和领域参考第九章（设计）',
  en: 'Agreements with the agencies, domain reference 9 (design)',
}
const minutes = (end: 'told_at' | 'received_at' | 'answered_at') =>
  sql`extract(epoch from r.${sql.ref(end)} - r.given_at) / 60`

const figures: readonly Figure[] = [
  {
    ...{
      code: 'partnerItems',
      name: { zh: '发给协作单位', en: 'Items given to agencies' },
      unit: 'pieces',
      aggregate: 'count',
      period: 'span',
    },
    formula: { zh: '本期发出的协作事项数。', en: 'Items given in the period.' },
    basis,
    day: sql`r.given_on`,
    value: () => sql`1`,
  },
  {
    ...{
      code: 'partnerToldMinutes',
      name: { zh: '协作短信告知用时', en: 'Time until the contact was told' },
      unit: 'minutes',
      aggregate: 'median',
      period: 'span',
    },
    formula: {
      zh: '本期发出的协作事项从发出到通知联系人的第一条短信交给运营方的分钟数，取中位数。没有短信的不计。',
      en: 'Median minutes from the giving of an item until the first message to its contact was handed over, for items given in the period. Items without a message are left out.',
    },
    better: 'down',
    alsoFrom: ['access.published_message'],
    basis,
    day: sql`r.given_on`,
    value: () => minutes('told_at'),
  },
  {
    ...{
      code: 'partnerReceiveMinutes',
      name: { zh: '协作接收用时', en: 'Time until received' },
      unit: 'minutes',
      aggregate: 'median',
      period: 'span',
    },
    formula: {
      zh: '本期发出的协作事项从发出到对方接收的分钟数，取中位数。没有接收的不计。',
      en: 'Median minutes from the giving of an item to its receipt, for items given in the period. What was not received is left out.',
    },
    better: 'down',
    basis,
    day: sql`r.given_on`,
    value: () => minutes('received_at'),
  },
  {
    ...{
      code: 'partnerAnswerMinutes',
      name: { zh: '协作答复用时', en: 'Time until answered' },
      unit: 'minutes',
      aggregate: 'median',
      period: 'span',
    },
    formula: {
      zh: '本期发出的协作事项从发出到对方答复的分钟数，取中位数。没有答复的不计。',
      en: 'Median minutes from the giving of an item to its answer, for items given in the period. What was not answered is left out.',
    },
    better: 'down',
    basis,
    day: sql`r.given_on`,
    value: () => minutes('answered_at'),
  },
  {
    ...{
      code: 'partnerOnTime',
      name: { zh: '协作按时答复率', en: 'Answered on time' },
      unit: 'share',
      aggregate: 'share',
      period: 'span',
    },
    formula: {
      zh: '在约定时限内答复的件 ÷ 本期发出、已经答复的件。',
      en: 'Answered within the agreed time ÷ answered, of the items given in the period.',
    },
    better: 'up',
    basis,
    day: sql`r.given_on`,
    value: () => sql`(r.answered_at <= r.answer_due_at)::int`,
  },
]

/** 协作时效: how fast agencies receive and answer what was given to them. */
export const partner: FigureGroup = {
  code: 'partner',
  name: { zh: '部门协作', en: 'Partner agencies' },
  owner: { zh: '专卖执法', en: 'Enforcement' },
  sources: ['partners.published_item'],
  opens: 'partnerItem',
  readers: allow.staff('inspector', 'analyst', 'head', 'legal'),
  rows: ({ from, to, town }) => sql`
    select i.no as ref, i.area_code, i.kind as label, (i.given_at at time zone 'Asia/Shanghai')::date as given_on, i.given_at,
      i.received_at, i.answered_at, i.answer_due_at,
      (select min(m.sent_at) from access.published_message m where m.about = i.no and m.kind = 'contactAwaited') as told_at
    from partners.published_item i
    where i.given_at >= (${from}::date)::timestamp at time zone 'Asia/Shanghai'
      and i.given_at < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai' ${town ? sql`and left(i.area_code, 9) = ${town}` : sql``}`,
  figures,
}
