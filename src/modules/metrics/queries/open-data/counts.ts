import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Counted } from '../../rules/open-data/table.ts'
import type { CountsDataset } from './dataset.ts'

const counted = async (tx: Tx, query: RawBuilder<Counted>): Promise<readonly Counted[]> =>
  (await query.execute(tx)).rows

const townOf = (code: RawBuilder<unknown>) =>
  sql`coalesce((select name from registry.published_area t where t.code = left(${code}, 9)), '镇街不详')`
/**
 * One base for every standing count by town: with two, the town totals of one less those of the other would be a small number that
 * neither shows.
 */
const alive = sql`licence_state in ('valid', 'suspended', 'rectifying', 'expiredPending')`
const state = sql`case licence_state when 'valid' then '有效' when 'suspended' then '停业' when 'rectifying' then '责令整改'
  when 'expiredPending' then '到期待延续' when 'expired' then '到期失效' when 'cancelled' then '注销' else '其他' end`
const outcome = sql`case outcome when 'clear' then '未发现问题' when 'rectify' then '责令改正' when 'filed' then '立案'
  when 'unreachable' then '无法联系' when 'closedDown' then '不再经营' else '其他' end`
const service = sql`case service when 'issue' then '新办' when 'renewal' then '延续' when 'change' then '变更' when 'suspend' then '停业'
  when 'resume' then '恢复营业' when 'reissue' then '补办' when 'close' then '歇业' else '其他' end`

export const countsDatasets: readonly CountsDataset[] = [
  {
    id: 'licences-by-format',
    kind: 'counts',
    of: 'licence',
    name: { zh: '持证户：镇街和业态', en: 'Licensed shops by town and format' },
    about: {
      zh: '现有烟草专卖零售许可证（含停业），按镇街和业态。',
      en: 'Licences alive, by town and business format.',
    },
    sources: ['registry.published_retailer'],
    by: ['town', 'format'],
    read: tx =>
      counted(
        tx,
        sql<Counted>`select ${townOf(sql`area_code`)} as "row", coalesce(business_format, '未登记') as "column", count(*)::int as count
          from registry.published_retailer where ${alive}
          group by 1, 2 order by 1, 2`,
      ),
  },
  {
    id: 'licences-by-state',
    kind: 'counts',
    of: 'licence',
    name: { zh: '许可证：镇街和状态', en: 'Licences by town and state' },
    about: { zh: '现有的许可证（含停业），按镇街和状态。', en: 'Licences alive, by town and state.' },
    sources: ['registry.published_retailer'],
    by: ['town', 'licenceState'],
    read: tx =>
      counted(
        tx,
        sql<Counted>`select ${townOf(sql`area_code`)} as "row", ${state} as "column", count(*)::int as count
          from registry.published_retailer where ${alive} group by 1, 2 order by 1, 2`,
      ),
  },
  {
    id: 'applications',
    kind: 'counts',
    of: 'application',
    name: { zh: '许可证办件：业务和月份', en: 'Applications by service and month' },
    about: { zh: '最近的整月收到的申请。', en: 'Received in the latest full months.' },
    sources: ['licensing.published_application'],
    by: ['service', 'month'],
    read: (tx, { from, to }) =>
      counted(
        tx,
        sql<Counted>`select ${service} as "row", to_char(received_on, 'YYYY-MM') as "column", count(*)::int as count
          from licensing.published_application where received_on between ${from} and ${to} group by 1, 2 order by 1, 2`,
      ),
  },
  {
    id: 'inspection-outcomes',
    kind: 'counts',
    of: 'check',
    name: { zh: '现场检查：镇街和结果', en: 'Inspections by town and outcome' },
    about: { zh: '最近的整月做完的现场检查。', en: 'Visits of the latest full months.' },
    sources: ['inspection.published_check'],
    by: ['town', 'outcome'],
    read: (tx, { from, to }) =>
      counted(
        tx,
        sql<Counted>`select ${townOf(sql`area_code`)} as "row", ${outcome} as "column", count(*)::int as count
          from inspection.published_check where checked_on between ${from} and ${to} group by 1, 2 order by 1, 2`,
      ),
  },
  {
    id: 'draw-outcomes',
    kind: 'counts',
    of: 'check',
    name: { zh: '双随机抽查：公示的结果', en: 'Published outcomes of draws' },
    about: { zh: '已经公示结果的双随机抽查，按抽查和结果。', en: 'Outcomes of spot checks that were published.' },
    sources: ['inspection.published_draw_outcome'],
    by: ['code', 'outcome'],
    read: tx =>
      counted(
        tx,
        sql<Counted>`select draw_id as "row", ${outcome} as "column", count(*)::int as count
          from inspection.published_draw_outcome group by 1, 2 order by 1, 2`,
      ),
  },
  {
    id: 'penalties',
    kind: 'counts',
    of: 'penalty',
    name: { zh: '公示的行政处罚：违法行为和年度', en: 'Published penalties by violation and year' },
    about: {
      zh: '正在公示的处罚决定；每一件见“处罚公示”。',
      en: 'Decisions now on show; each stands on the page of penalties.',
    },
    sources: ['cases.published_penalty'],
    by: ['about', 'year'],
    read: (tx, { at: { today } }) =>
      counted(
        tx,
        sql<Counted>`select about as "row", to_char(decided_on, 'YYYY') as "column", count(*)::int as count
          from cases.published_penalty where expires_on >= ${today.toString()} group by 1, 2 order by 1, 2`,
      ),
  },
]
