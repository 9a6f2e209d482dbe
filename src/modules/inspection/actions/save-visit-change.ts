import { momentOf } from '#kernel/dates'
import type { Tx } from '#platform/database'
import { putSealed } from '#platform/sealed-files'
import type { VisitAct } from '../rules/visit/act.ts'
import { judgeCode } from '../rules/visit/codes.ts'
import type { Change } from '../rules/visit/decide.ts'
import type { FullTask } from '../store/tasks.ts'
import { moveTaskAlong } from '../store/tasks.ts'
import {
  insertCode,
  insertLine,
  insertPhoto,
  insertScan,
  insertSignature,
  insertVisit,
  saveVisitState,
  type Told,
} from '../store/visits.ts'
import type { VisitSetting } from './visit-taken.ts'

interface Step {
  readonly act: VisitAct
  readonly change: Change
  readonly told: Told
  readonly task: FullTask
}

/** Writes what the rules decided; nothing for an act that was taken before. */
export async function saveChange(tx: Tx, step: Step, setting: VisitSetting): Promise<void> {
  const { act, change, told, task } = step
  const seal = (value: unknown) => setting.keyring.sealField(JSON.stringify(value))
  if (change.scan) await saveScan(tx, step)
  if (change.to && change.to !== 'underway') await saveVisitState(tx, task.id, change.to)
  if (change.line) {
    const { kind, field } = change.line
    const said =
      change.line.kind === 'enter' ? change.line.value : { side: change.line.side, reason: change.line.reason }
    await insertLine(tx, told, { kind, field, sealed: seal(said) })
  }
  if (act.kind === 'code' && change.line) await judge(tx, act.code, step, setting)
  if (change.photo && act.kind === 'photo') await savePhoto(tx, told, [change.photo, act.picture], setting)
  if (change.signature) await insertSignature(tx, told, { ...change.signature, sealed: seal(signedOf(act)) })
}

async function savePhoto(
  tx: Tx,
  told: Told,
  [digest, picture]: readonly [digest: string, picture: string],
  setting: VisitSetting,
): Promise<void> {
  const bytes = Buffer.from(picture, 'base64')
  const file = await putSealed(tx, bytes, setting)
  if (!file.ok) throw new Error('the route takes larger pictures than the file store')
  await insertPhoto(tx, told, { digest, file: file.value, bytes: bytes.length })
}

async function saveScan(tx: Tx, { act, change, told, task }: Step): Promise<void> {
  if (change.to === 'underway') {
    await insertVisit(tx, { taskId: task.id, licenceNo: task.licenceNo, areaCode: task.areaCode, at: told.at })
    await moveTaskAlong(tx, task, { event: 'scanIn', by: `staff:${told.by}`, at: told.at })
  }
  const how = act.kind === 'scanIn' ? act.how : undefined
  await insertScan(tx, told, {
    way: change.scan ?? 'in',
    how: how?.kind ?? null,
    reason: how?.kind === 'number' ? how.reason.trim() : '',
  })
}

/** Judged as of the day on which it was read, with the orders that the house knows. */
async function judge(tx: Tx, code: string, { told, task }: Step, { policy, orderDays }: VisitSetting): Promise<void> {
  const { today } = momentOf(Temporal.Instant.from(told.capturedAt))
  const shop = { licenceNo: task.licenceNo, orderDays }
  await insertCode(tx, task.id, { ...judgeCode(code, shop, { today, orderDays: policy.codeOrderDays }), code }, told.at)
}

function signedOf(act: VisitAct): object {
  if (act.kind === 'retailerSign') return { name: act.name.trim(), content: act.content, strokes: act.strokes }
  if (act.kind === 'refuseSign')
    return { reason: act.reason.trim(), witness: act.witness.trim(), content: act.content, strokes: act.strokes }
  return act.kind === 'officerSign' ? { strokes: act.strokes } : {}
}
