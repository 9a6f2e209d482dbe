import { sql } from 'kysely'
import { allow } from '#kernel/actor'
import type { Figure, FigureGroup } from './group.ts'

const basis = {
  zh: '协作任务的收到、首次答复和办结时间（本局设计）',
  en: 'When tasks of partners were received, first answered and finished (our design)',
}

/** Median minutes from the giving to one of the instants that are kept; what has not happened yet is left out. */
const waited = (
  code: string,
  end: 'received_at' | 'answered_at' | 'finished_at',
  [zh, en]: readonly [string, string],
): Figure => ({
  ...{ code, name: { zh: `协作任务${zh}用时`, en: `Tasks: time until ${en}` } },
  ...{ unit: 'minutes', aggregate: 'median', period: 'span' },
  formula: {
    zh: `本期交办的协作任务从交办到${zh}的分钟数，取中位数。还没有${zh}的不计，撤回的不计。`,
    en: `Median minutes from the giving of a task to when it was ${en}, for tasks given in the period; what was not yet, or was withdrawn, is left out.`,
  },
  better: 'down',
  basis,
  day: sql`r.given_on`,
  value: () => sql`extract(epoch from r.${sql.ref(end)} - r.given_at) / 60`,
})

const figures: readonly Figure[] = [
  {
    ...{ code: 'partnerTasks', name: { zh: '交办协作任务', en: 'Tasks given to agencies' } },
    ...{ unit: 'cases', aggregate: 'count', period: 'span' },
    formula: { zh: '本期交办的协作任务数，撤回的不计。', en: 'Tasks given in the period, without those withdrawn.' },
    basis,
    day: sql`r.given_on`,
    value: () => sql`1`,
  },
  waited('partnerTaskReceiveMinutes', 'received_at', ['接收', 'received']),
  waited('partnerTaskAnswerMinutes', 'answered_at', ['首次答复', 'first answered']),
  waited('partnerTaskFinishMinutes', 'finished_at', ['办结', 'finished']),
]

/** 镇街协作: how fast the town's people receive, answer and finish what was given to them (及时发现、反应迅速、处置有方). */
export const townTasks: FigureGroup = {
  code: 'townTasks',
  name: { zh: '镇街协作', en: 'Tasks of the towns' },
  owner: { zh: '专卖执法', en: 'Enforcement' },
  sources: ['partners.published_task'],
  opens: 'partnerTask',
  readers: allow.staff('inspector', 'analyst', 'head', 'legal'),
  rows: ({ from, to, town }) => sql`
    select t.id as ref, t.area_code, t.source as label, (t.given_at at time zone 'Asia/Shanghai')::date as given_on, t.given_at,
      t.received_at, t.answered_at, t.finished_at
    from partners.published_task t
    where t.state <> 'withdrawn' and t.agency_id is not null and t.given_at >= (${from}::date)::timestamp at time zone 'Asia/Shanghai'
      and t.given_at < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai' ${town ? sql`and left(t.area_code, 9) = ${town}` : sql``}`,
  figures,
}
