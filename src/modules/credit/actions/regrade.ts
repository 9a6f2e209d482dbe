import type { Moment } from '#kernel/dates'
import { findRetailer } from '#modules/registry'
import { announce } from '#platform/announce'
import type { Tx } from '#platform/database'
import { gradeChanged } from '../events.ts'
import { gradeOf } from '../rules/grade.ts'
import type { CreditPolicy } from '../rules/policy.ts'
import { findLastGrade, insertGrade, listCounted, listDueGrades, lockShop } from '../store/grades.ts'

/** 评级: reckoned anew from the confirmed records; kept when anything of it changed, told when the grade did. */
export async function regrade(tx: Tx, licenceNo: string, at: Moment, policy: CreditPolicy): Promise<void> {
  await lockShop(tx, licenceNo)
  const shop = await findRetailer(tx, licenceNo)
  if (!shop) return
  const records = await listCounted(tx, licenceNo)
  const before = await findLastGrade(tx, licenceNo)
  const { grade, points, lines, nextChange } = gradeOf(
    records,
    at.today,
    policy,
    before !== undefined || records.length > 0,
  )
  if (grade === null) return
  const same = before && before.grade === grade && before.points === points && before.nextChange === nextChange
  if (same && JSON.stringify(before.lines.map(({ id }) => id)) === JSON.stringify(lines.map(({ id }) => id))) return
  const { areaCode, operatorIndex: personIndex } = shop
  const kept = { licenceNo, areaCode, personIndex, grade, points, lines, records, nextChange }
  const when = { policyVersion: policy.version, on: at.today.toString(), at: at.instant.toString() }
  await insertGrade(tx, { ...kept, ...when })
  if (before?.grade === grade) return
  await announce(tx, gradeChanged, { licenceNo, areaCode, grade, before: before?.grade ?? null, gradedOn: when.on })
}

/** 每日 (job): records that count half or no more from today on. */
export async function regradeDue(tx: Tx, at: Moment, policy: CreditPolicy): Promise<void> {
  for (const licenceNo of await listDueGrades(tx, at.today.toString())) await regrade(tx, licenceNo, at, policy)
}
