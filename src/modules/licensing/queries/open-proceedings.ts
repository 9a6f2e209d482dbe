import { sql } from 'kysely'
import { actorLabel } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import type { Officer } from '../actions/take-step.ts'
import type { OpenProceeding } from '../contract/proceedings.ts'
import { whyNotStep } from '../rules/proceeding/guards.ts'
import { proceedingFacts } from '../rules/proceeding/kinds.ts'
import {
  type ProceedingEvent,
  proceedingEvents,
  proceedingMoves,
  proceedingStateLabels,
} from '../rules/proceeding/moves.ts'
import type { ProceedingRow } from '../store/proceedings.ts'

/** 待办 of 依职权办理: what is open in the officer's area, what waits for this officer first. */
export async function listOpenProceedings(tx: Tx, by: Officer, at: Moment): Promise<OpenProceeding[]> {
  const { rows } = await sql<ProceedingRow & { shopName: string; townName: string }>`
    select p.proceeding_no, p.licence_no, l.shop_name, coalesce(town.name, '') as town_name, p.kind, p.state, p.reason, p.case_no,
      p.opened_on, p.statement, p.answer_by, p.hearing, p.proposed_by
    from licensing.proceeding p join licensing.licence l using (licence_no)
      left join registry.published_area town on town.code = left(p.area_code, 9)
    where p.state not in ('decided', 'dropped') order by p.opened_on, p.proceeding_no limit 200`.execute(tx)
  const items = rows.map(row => lineOf(row, by, at))
  return [...items.filter(({ next }) => next !== null), ...items.filter(({ next }) => next === null)]
}

function lineOf(
  row: ProceedingRow & { readonly shopName: string; readonly townName: string },
  by: Officer,
  at: Moment,
): OpenProceeding {
  const { zh: label, en: labelEn, basis } = proceedingFacts[row.kind]
  const state = proceedingStateLabels[row.state]
  const actor = { label: actorLabel(by), roles: by.roles }
  const events = Object.keys(proceedingMoves[row.state]) as ProceedingEvent[]
  // 终止 is always possible and never what is due.
  const next = events.find(event => event !== 'drop' && !whyNotStep(event, { ...row, today: at.today }, actor))
  return {
    ...{ proceedingNo: row.proceedingNo, licenceNo: row.licenceNo, shopName: row.shopName, townName: row.townName },
    ...{ label, labelEn, stateLabel: state.zh, stateLabelEn: state.en, reason: row.reason, basis: [...basis] },
    ...{ caseNo: row.caseNo, openedOn: row.openedOn, answerBy: row.answerBy },
    next: next === undefined ? null : { label: proceedingEvents[next].zh, labelEn: proceedingEvents[next].en },
  }
}
