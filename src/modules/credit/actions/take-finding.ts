import type { Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import { lockFile, writeEvent } from '../store/files.ts'
import { openFile } from './open-file.ts'
import type { Setting } from './setting.ts'
import { moveByHouse } from './take-step.ts'

export interface FindingFact {
  readonly taskId: string
  readonly licenceNo: string
  readonly source: string
  readonly sourceRef: string | null
  readonly outcome: 'clear' | 'rectify' | 'filed' | 'unreachable' | 'closedDown'
  readonly checkedOn: string
  readonly rectifyBy: string | null
}

const house = 'system:credit'

/**
 * 检查结果 → 处置 (reaction): a follow-up settles what asked for it; every other visit begins what its outcome calls for, once.
 * Which fault it was is never guessed from the reasons of the visit: an officer notes it, another confirms it.
 */
export async function takeFinding(tx: Tx, fact: FindingFact, at: Moment, setting: Setting): Promise<void> {
  const asked = fact.source === 'followUp' ? /^((?:CZ|YT)-\d{4}-\d{6})#(\d+)$/.exec(fact.sourceRef ?? '') : null
  const settled = asked
    ? await takeFollowUp(tx, { id: asked[1] ?? '', round: Number(asked[2]), fact }, at, setting)
    : false
  // A look at one correction is no check of the shop: it earns no good sign.
  if (settled) return
  const begin = { licenceNo: fact.licenceNo, by: house, at, sourceRef: fact.taskId }
  const { taskId, checkedOn, rectifyBy, outcome } = fact
  if (outcome === 'clear') {
    const data = { what: 'clear', happenedOn: checkedOn, words: `检查任务 ${taskId}`, evidence: taskId }
    await openFile(tx, { ...begin, kind: 'record', state: 'counted', data }, setting)
  } else if (outcome === 'rectify') {
    await openFile(tx, { ...begin, kind: 'disposal', data: { taskId, checkedOn, rectifyBy } }, setting)
  } else if (outcome === 'filed') {
    await openFile(tx, { ...begin, kind: 'disposal', state: 'handedOver', data: { taskId, checkedOn } }, setting)
  } else {
    const words = outcome === 'unreachable' ? '检查时无法联系' : '检查时已不经营'
    await openFile(tx, { ...begin, kind: 'watch', data: { reason: 'idle', words, evidence: taskId } }, setting)
  }
}

interface FollowUp {
  readonly id: string
  readonly round: number
  readonly fact: FindingFact
}

/** True where the file that asked was still waiting for this very visit. */
async function takeFollowUp(tx: Tx, { id, round, fact }: FollowUp, at: Moment, setting: Setting): Promise<boolean> {
  const file = await lockFile(tx, id)
  if (!file || Number(file.data['round']) !== round) return false
  const note = `检查任务 ${fact.taskId}`
  if (file.kind === 'disposal' && file.state === 'rectifying' && ['clear', 'rectify', 'filed'].includes(fact.outcome)) {
    const event = fact.outcome === 'clear' ? 'pass' : 'fail'
    await moveByHouse(tx, { id, event, by: house, at, note, input: { words: note } }, setting)
    return true
  }
  // A promise is judged by a person; the visit stands in the history for him.
  await writeEvent(tx, id, {
    event: 'visited',
    to: file.state,
    by: house,
    at: at.instant.toString(),
    note: `${note}：${outcomeWords[fact.outcome]}`,
  })
  return true
}

const outcomeWords = {
  clear: '未发现问题',
  rectify: '责令改正',
  filed: '立案',
  unreachable: '无法联系',
  closedDown: '已歇业',
} as const

export interface VerdictFact {
  readonly alertId: string
  readonly subjectKind: string
  readonly subject: string
  readonly verdict: 'true' | 'false' | 'unclear'
  readonly reasons: readonly string[]
}

/** 预警属实 → 拟列入档案 (reaction): a proposal; the head says whether it stands. */
export async function takeVerdict(tx: Tx, fact: VerdictFact, at: Moment, setting: Setting): Promise<void> {
  if (fact.verdict !== 'true' || fact.subjectKind !== 'retailer') return
  const reason = fact.reasons.includes('M08') ? 'leak' : fact.reasons.includes('M06') ? 'idle' : 'alertConfirmed'
  const data = { reason, words: `预警研判属实：${fact.reasons.join('、')}`, evidence: fact.alertId }
  const { subject: licenceNo, alertId: sourceRef } = fact
  await openFile(tx, { kind: 'watch', licenceNo, by: house, at, sourceRef, data }, setting)
}
