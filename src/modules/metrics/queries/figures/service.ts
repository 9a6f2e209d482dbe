import { sql } from 'kysely'
import { allow } from '#kernel/actor'
import { cite } from '#kernel/citation'
import { unpublished } from '../../rules/working-day-count.ts'
import type { Figure, FigureGroup, RowSearch } from './group.ts'

const column = (name: string) => () => sql.ref(`r.${name}`)
const applyMinutes = column('apply_minutes')
const approvalDays = column('approval_days')
const received = { period: 'span', day: sql`r.received_on` } as const
const decided = { period: 'span', day: sql`r.decided_on` } as const
const design = { zh: '领域参考第九章（设计）', en: 'Domain reference 9 (design)' }
const article = { zh: '报道中的说法；算法为设计', en: 'Named in the articles; the formula is design' }

const figures: readonly Figure[] = [
  {
    ...{
      ...received,
      code: 'received',
      name: { zh: '收件量', en: 'Applications received' },
      unit: 'cases',
      aggregate: 'count',
    },
    formula: { zh: '本期提交的办件数。', en: 'Applications submitted in the period.' },
    basis: design,
    value: () => sql`1`,
  },
  {
    ...{
      ...decided,
      code: 'decided',
      name: { zh: '办结量', en: 'Applications decided' },
      unit: 'cases',
      aggregate: 'count',
    },
    formula: { zh: '本期作出决定的办件数。', en: 'Applications decided in the period.' },
    basis: design,
    value: () => sql`1`,
  },
  {
    ...{
      ...received,
      code: 'atTerminal',
      name: { zh: '终端办件量', en: 'Done at terminals' },
      unit: 'cases',
      aggregate: 'count',
    },
    formula: {
      zh: '本期在村级终端上提交的办件数。',
      en: 'Applications submitted at a village terminal in the period.',
    },
    better: 'up',
    basis: article,
    value: () => sql`case when r.channel = 'terminal' then 1 end`,
  },
  {
    ...{
      ...received,
      code: 'applyMinutes',
      name: { zh: '申请时长', en: 'Time to apply' },
      unit: 'minutes',
      aggregate: 'median',
    },
    formula: {
      zh: '从第一次触摸屏幕到提交的分钟数，取中位数。不含审批。',
      en: 'Minutes from the first touch to submit, median. Approval is not part of it.',
    },
    better: 'down',
    basis: design,
    value: applyMinutes,
  },
  {
    ...{
      ...received,
      code: 'applyMinutesP90',
      name: { zh: '申请时长（九成以内）', en: 'Time to apply, P90' },
      unit: 'minutes',
    },
    formula: {
      zh: '十件里有九件在这个分钟数以内提交。',
      en: 'Nine of ten applications are submitted within these minutes.',
    },
    aggregate: 'p90',
    better: 'down',
    basis: design,
    value: applyMinutes,
  },
  {
    ...{ ...decided, code: 'approvalDays', name: { zh: '审批时长', en: 'Time to decide' }, unit: 'workingDays' },
    formula: {
      zh: '从受理到作出决定的工作日数，受理当天为第0日，取中位数。',
      en: 'Working days from acceptance (day 0) to the decision, median.',
    },
    aggregate: 'median',
    better: 'down',
    basis: [cite('XK', 42)],
    value: approvalDays,
  },
  {
    ...{
      ...decided,
      code: 'approvalDaysP90',
      name: { zh: '审批时长（九成以内）', en: 'Time to decide, P90' },
      unit: 'workingDays',
    },
    formula: {
      zh: '十件里有九件在这个工作日数以内作出决定。',
      en: 'Nine of ten are decided within these working days.',
    },
    aggregate: 'p90',
    better: 'down',
    basis: [cite('XK', 42)],
    value: approvalDays,
  },
  {
    ...{ ...decided, code: 'onTime', name: { zh: '准时率', en: 'Decided on time' }, unit: 'share', aggregate: 'share' },
    formula: {
      zh: '在承诺期限当日或之前作出决定的办件 ÷ 作出决定的办件。当场作出的决定算准时。',
      en: 'Decided on or before the promised day ÷ decided. A decision at once is on time.',
    },
    better: 'up',
    basis: design,
    value: () =>
      sql`case when r.decided_on = r.received_on then 1 when r.decide_by is not null then (r.decided_on <= r.decide_by)::int end`,
  },
  {
    ...{
      ...decided,
      code: 'onTimeByLaw',
      name: { zh: '法定期限内办结率', en: 'Decided within the law’s limit' },
      unit: 'share',
    },
    formula: {
      zh: '受理后二十个工作日内作出决定的办件 ÷ 作出决定的办件。',
      en: 'Decided within twenty working days of acceptance ÷ decided.',
    },
    aggregate: 'share',
    better: 'up',
    basis: [cite('XK', 42)],
    value: () => sql`(r.approval_days <= 20)::int`,
  },
  {
    ...{
      ...decided,
      code: 'firstTime',
      name: { zh: '一次办成率', en: 'Done the first time' },
      unit: 'share',
      aggregate: 'share',
    },
    formula: { zh: '没有被要求补正的办件 ÷ 作出决定的办件。', en: 'Without a request for corrections ÷ decided.' },
    better: 'up',
    basis: design,
    value: () => sql`(not r.corrected)::int`,
  },
  {
    ...{
      ...decided,
      code: 'automatic',
      name: { zh: '自动准予占比', en: 'Granted by the rules' },
      unit: 'share',
      aggregate: 'share',
    },
    formula: {
      zh: '由规则当场准予的办件 ÷ 作出决定的办件。机器不作不予许可的决定。',
      en: 'Granted by the rules at once ÷ decided. The machine never refuses.',
    },
    basis: design,
    value: () => sql`r.by_rules::int`,
  },
  {
    ...{
      ...received,
      code: 'assisted',
      name: { zh: '帮办率', en: 'Done with a helper' },
      unit: 'share',
      aggregate: 'share',
    },
    formula: { zh: '有帮办员在旁的办件 ÷ 收件量。', en: 'With a helper beside the applicant ÷ received.' },
    basis: design,
    value: () => sql`r.assisted::int`,
  },
  {
    ...{
      ...decided,
      code: 'zeroErrand',
      name: { zh: '零跑动率', en: 'No way to town' },
      unit: 'share',
      aggregate: 'share',
    },
    formula: {
      zh: '没有到城里窗口跑过一次的办件 ÷ 办结量。在村里终端办、邮寄或送证上门都不算跑动；到窗口申请或到窗口领证各算一次。',
      en: 'Without one way to the window in town ÷ decided. A village terminal, post and delivery to the door count as none.',
    },
    better: 'up',
    basis: article,
    alsoFrom: ['delivery.published_item'],
    value: () => sql`(r.window_visits = 0)::int`,
  },
]

function rows({ workingDays: { first, counts }, ...search }: RowSearch) {
  const days = sql`${[...counts]}::int[]`
  const passed = (day: string) => sql`nullif((${days})[${sql.ref(day)} - ${first}::date + 1], ${unpublished})`
  return sql`
    select a.application_no as ref, a.area_code, a.service as label, a.channel, a.received_on, a.decided_on, a.decide_by, a.by_rules,
      a.assisted, a.corrected, extract(epoch from a.captured_at - a.started_at)::float8 / 60 as apply_minutes,
      ${passed('a.decided_on')} - ${passed('a.accepted_on')} as approval_days,
      (a.channel = 'window')::int + (fetched.application_no is not null)::int as window_visits
    from licensing.published_application a
    left join (select distinct application_no from delivery.published_item where state = 'collected') fetched
      on fetched.application_no = a.application_no
    where ${applicationsIn(search)}`
}

/** Received or decided in the period, cut as the reader asked. */
export function applicationsIn({ from, to, town, service, channel }: Omit<RowSearch, 'workingDays'>) {
  const cuts = [
    sql`(a.received_on between ${from}::date and ${to}::date or a.decided_on between ${from}::date and ${to}::date)`,
  ]
  if (town) cuts.push(sql`left(a.area_code, 9) = ${town}`)
  if (service) cuts.push(sql`a.service = ${service}`)
  if (channel) cuts.push(sql`a.channel = ${channel}`)
  return sql.join(cuts, sql` and `)
}

/** 许可服务 (reference §9). The order is the order on the page. */
export const service: FigureGroup = {
  code: 'service',
  name: { zh: '许可服务', en: 'Licence services' },
  owner: { zh: '许可服务', en: 'Licence services' },
  sources: ['licensing.published_application'],
  opens: 'application',
  readers: allow.anyStaff,
  rows,
  figures,
}
