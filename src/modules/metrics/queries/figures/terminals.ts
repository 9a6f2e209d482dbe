import { sql } from 'kysely'
import { allow } from '#kernel/actor'
import type { Figure, FigureGroup } from './group.ts'

const basis = { zh: '报道中的说法（全市一千四百多台终端）', en: 'Named in the articles' }
const now = { period: 'now', unit: 'terminals', aggregate: 'count', better: 'up', basis } as const

const figures: readonly Figure[] = [
  {
    ...{ ...now, code: 'terminalsConnected', name: { zh: '在线终端', en: 'Terminals connected' } },
    formula: {
      zh: '已启用、最近{connected}分钟内有心跳的终端台数。',
      en: 'Terminals in use that were heard within the last {connected} minutes.',
    },
    value: ({ policy: { connectedMinutes } }) =>
      sql`case when r.quiet <= make_interval(mins => ${connectedMinutes}) then 1 end`,
  },
  {
    ...{ ...now, code: 'terminalsInUse', name: { zh: '已启用终端', en: 'Terminals in use' } },
    formula: { zh: '已入网启用的终端台数。', en: 'Terminals that were enrolled and are in use.' },
    value: () => sql`1`,
  },
]

export const terminals: FigureGroup = {
  code: 'terminals',
  name: { zh: '终端', en: 'Terminals' },
  owner: { zh: '信息中心', en: 'Information centre' },
  sources: ['access.published_terminal', 'access.published_terminal_pulse'],
  opens: 'terminal',
  readers: allow.anyStaff,
  rows: ({ town }) => sql`
    select t.id::text as ref, t.area_code, t.code || ' ' || t.name as label, now() - p.seen_at as quiet
    from access.published_terminal t left join access.published_terminal_pulse p on p.terminal_id = t.id
    where t.state = 'active' ${town ? sql`and left(t.area_code, 9) = ${town}` : sql``}`,
  figures,
}
