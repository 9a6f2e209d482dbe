import { sql } from 'kysely'
import { allow } from '#kernel/actor'
import { circleMetres } from '../../rules/policy.ts'
import type { Figure, FigureGroup } from './group.ts'

const basis = {
  zh: '报道中的说法（20公里缩短到3公里以内）；算法为设计',
  en: 'Named in the articles; the formula is design',
}
const distance = { period: 'now', unit: 'metres', aggregate: 'median', better: 'down', basis } as const
const share = { period: 'now', unit: 'share', aggregate: 'share', better: 'up', basis } as const

const figures: readonly Figure[] = [
  {
    ...{ ...distance, code: 'workingMetres', name: { zh: '到最近的在用服务点', en: 'To the nearest working point' } },
    formula: {
      zh: '每户到最近的在用服务点的直线距离，取中位数。大厅和便民服务中心算在用；终端要已启用，并在{hours}小时内有心跳。',
      en: 'Straight line from each shop to the nearest working point, median. Halls and village offices count as working; a terminal must be in use and heard within {hours} hours.',
    },
    value: () => sql`r.working_metres`,
  },
  {
    ...{
      ...distance,
      code: 'nearestMetres',
      name: { zh: '到最近的登记服务点', en: 'To the nearest point on the register' },
    },
    formula: {
      zh: '每户到最近的登记服务点的直线距离，取中位数，不问终端是否在用。',
      en: 'Straight line from each shop to the nearest registered point, working or not, median.',
    },
    value: () => sql`r.nearest_metres`,
  },
  {
    ...{ ...distance, code: 'hallBefore', name: { zh: '从前到大厅', en: 'To the hall, before' } },
    formula: {
      zh: '每户到最近政务服务大厅的直线距离，取中位数：没有村级终端时要走的路。',
      en: 'Straight line from each shop to the nearest hall, median: the way without village terminals.',
    },
    value: () => sql`r.hall_metres`,
  },
  {
    ...{
      ...share,
      code: 'within3km',
      name: { zh: '{nearKm}公里内有在用服务点', en: 'A working point within {nearKm} km' },
    },
    formula: {
      zh: '直线{nearKm}公里以内有在用服务点的户 ÷ 有位置的有效户。',
      en: 'Shops with a working point within {nearKm} km in a straight line ÷ shops with a place.',
    },
    value: ({ policy: { nearMetres } }) => sql`(r.working_metres <= ${nearMetres})::int`,
  },
  {
    ...{ ...share, code: 'within15min', name: { zh: '{minutes}分钟服务圈覆盖率', en: 'Within {minutes} minutes' } },
    formula: {
      zh: '{minutes}分钟内到得了在用服务点的户 ÷ 有位置的有效户。路程按直线乘{detour}估计，速度{speed}公里/小时（本局参数）；没有路网数据。',
      en: 'Shops within {minutes} minutes of a working point ÷ shops with a place. The way is the straight line times {detour} at {speed} km/h (policy); there is no road network.',
    },
    value: ({ policy }) => sql`(r.working_metres <= ${circleMetres(policy)})::int`,
  },
]

/** 15 分钟服务圈: every shop and its points. */
export const reach: FigureGroup = {
  code: 'reach',
  name: { zh: '服务圈', en: 'Service circle' },
  owner: { zh: '许可服务', en: 'Licence services' },
  sources: ['registry.published_retailer', 'registry.published_service_point', 'access.published_terminal_pulse'],
  opens: 'retailer',
  readers: allow.anyStaff,
  rows: ({ town }) => sql`
    select s.licence_no as ref, s.area_code, s.shop_name as label, s.working_metres, s.nearest_metres, s.hall_metres
    from metrics.shop_reach s where s.live ${town ? sql`and left(s.area_code, 9) = ${town}` : sql``}`,
  figures,
}
