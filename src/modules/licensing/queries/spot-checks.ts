import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { SpotCheck, SpotChecks, SpotFigure } from '../contract/spot-checks.ts'
import type { ServiceCode } from '../rules/services/service.ts'
import { services } from '../rules/services/table.ts'

type Kind = SpotCheck['kind']
type Row = Omit<SpotCheck, 'serviceLabel' | 'serviceLabelEn'> & { readonly service: ServiceCode }

/** 抽查列表: what waits first, then the newest; with the figures of this kind. */
export async function readSpotChecks(
  tx: Tx,
  asked: { readonly kind: Kind; readonly reader: string; readonly today: string },
): Promise<SpotChecks> {
  const { kind, reader, today } = asked
  const { rows } = await sql<Row>`
    select s.id, s.kind, s.application_no, a.licence_no, a.service, coalesce(town.name, '') as town_name, w.period, s.because, s.score, w.salt, s.state,
      s.result, s.reason, s.rule, reviewer.name as reviewer, s.correct_by, coalesce(s.state = 'correcting' and s.correct_by < ${today}::date, false) as overdue,
      s.outcome, s.outcome_words, settler.name as outcome_by, coalesce(s.reviewer = ${reader}, false) as mine,
      (coalesce('staff:' || a.helper_id = ${reader}, false) or exists (
        select from licensing.application_event e where e.application_no = s.application_no and e.by = ${reader})) as handled
    from licensing.spot_check s join licensing.draw w on w.id = s.draw_id
    join licensing.application a on a.application_no = s.application_no
    left join registry.published_area town on town.code = left(s.area_code, 9)
    left join access.published_staff reviewer on 'staff:' || reviewer.id = s.reviewer
    left join access.published_staff settler on 'staff:' || settler.id = s.outcome_by
    where s.kind = ${kind} order by (s.state = 'done'), s.id desc limit 500`.execute(tx)
  return {
    items: rows.map(row => ({
      ...row,
      serviceLabel: services[row.service].name.zh,
      serviceLabelEn: services[row.service].name.en,
    })),
    byRule: kind === 'grant' ? await figuresByRule(tx) : [],
    byOffice: await figuresByOffice(tx, kind),
    byOfficer: kind === 'dossier' ? await figuresByOfficer(tx) : [],
  }
}

const found = sql`count(*) filter (where s.result in ('differ', 'flawed', 'unqualified'))::int`

/** Which rule the reviewers missed where they differed; the share is of all that was looked at again. */
async function figuresByRule(tx: Tx): Promise<SpotFigure[]> {
  const { rows } = await sql<SpotFigure>`
    select f->>'rule' as name, count(distinct s.id)::int as reviewed,
      count(distinct s.id) filter (where s.result = 'differ' and s.rule = f->>'rule')::int as found
    from licensing.spot_check s join licensing.rule_run r on r.application_no = s.application_no, jsonb_array_elements(r.findings) f
    where s.kind = 'grant' and s.reviewer is not null group by 1 order by 3 desc, 1`.execute(tx)
  return rows
}

async function figuresByOffice(tx: Tx, kind: Kind): Promise<SpotFigure[]> {
  const { rows } = await sql<SpotFigure>`
    select coalesce(town.name, s.area_code) as name, count(*)::int as reviewed, ${found} as found
    from licensing.spot_check s left join registry.published_area town on town.code = left(s.area_code, 9)
    where s.kind = ${kind} and s.reviewer is not null group by 1 order by 3 desc, 1`.execute(tx)
  return rows
}

/** Whoever took a step in a file stands for it; the machine has a row of its own. */
async function figuresByOfficer(tx: Tx): Promise<SpotFigure[]> {
  const { rows } = await sql<SpotFigure>`
    select coalesce(staff.name, '自动办理') as name, count(*)::int as reviewed, ${found} as found
    from licensing.spot_check s join lateral (select distinct e.by from licensing.application_event e
      where e.application_no = s.application_no and (e.by like 'staff:%' or e.by = 'system:rules')) h on true
    left join access.published_staff staff on 'staff:' || staff.id = h.by
    where s.kind = 'dossier' and s.reviewer is not null group by 1 order by 3 desc, 1`.execute(tx)
  return rows
}
