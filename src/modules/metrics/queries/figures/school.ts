import { sql } from 'kysely'
import { allow } from '#kernel/actor'
import { cite } from '#kernel/citation'
import type { FigureGroup } from './group.ts'

/** 校园周边: shops that a signed walk shows inside the distance; the newest walk of a gate that still counts decides. */
export const school: FigureGroup = {
  code: 'school',
  name: { zh: '校园周边', en: 'School surroundings' },
  owner: { zh: '稽查', en: 'Inspection' },
  sources: ['registry.published_school_walk', 'registry.published_retailer', 'credit.published_school_exit'],
  opens: 'retailer',
  readers: allow.anyStaff,
  rows: ({ town, policy: { schoolMetres, kindergartenMetres, positionErrorMetres } }) => sql`
    select w.licence_no as ref, p.area_code, p.shop_name as label, p.licensed_on as since,
      coalesce(e.out_on, case when p.licence_state in ('valid', 'suspended', 'rectifying', 'expiredPending') then null else p.valid_to end) as until
    from (
      select distinct licence_no from (
        select distinct on (licence_no, school_id, gate) licence_no, kind, metres from registry.published_school_walk
        where moved_metres <= ${2 * positionErrorMetres} order by licence_no, school_id, gate, measured_on desc, recorded_at desc) newest
      where metres < case when kind = 'kindergarten' then ${kindergartenMetres}::float8 else ${schoolMetres}::float8 end) w
    join registry.published_retailer p on p.licence_no = w.licence_no
    left join credit.published_school_exit e on e.licence_no = w.licence_no
    where true ${town ? sql`and p.town_code = ${town}` : sql``}`,
  figures: [
    {
      ...{
        code: 'nearSchools',
        name: { zh: '校园周边持证户', en: 'Shops near schools' },
        unit: 'shops',
        aggregate: 'count',
      },
      formula: {
        zh: '期末仍在经营、两人实地步行测量在学校或幼儿园规定距离以内的持证户数。目标是逐步归零。',
        en: 'Shops still trading at the end of the period that a signed walk shows inside the distance of a school or kindergarten. It should go to nought.',
      },
      period: 'standing',
      better: 'down',
      basis: [cite('WB', 59)],
      value: () => sql`1`,
    },
  ],
}
