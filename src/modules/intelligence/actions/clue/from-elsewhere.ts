import type { Moment } from '#kernel/dates'
import type { Result } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import type { FactKind } from '../../rules/clue/facts.ts'
import type { ClueMatter, ClueSource } from '../../rules/clue/words.ts'
import { withoutIntroduced } from '../../rules/informant/redact.ts'
import type { Setting } from '../setting.ts'
import { takeClue } from './take-clue.ts'

interface Told {
  readonly source: ClueSource
  readonly matter: ClueMatter
  readonly areaCode: string
  /** The number under which the other domain knows it: told twice, it is one clue. */
  readonly sourceRef: string
  readonly text: string
  readonly certain: readonly { readonly kind: FactKind; readonly value: string }[]
}

/**
 * 别处来的线索 (reaction): what another domain found is a clue without anybody typing it again. Told twice it is one; any other refusal is an
 * error of the house, so the job tries again and is seen.
 */
async function takeFromElsewhere(tx: Tx, told: Told, at: Moment, setting: Setting): Promise<void> {
  const taken = await takeClue(tx, { ...told, by: `system:${told.source}`, at }, setting)
  if (!taken.ok && taken.refusal !== 'clueTakenAlready') throw new Error(`${told.sourceRef}: ${taken.refusal}`)
}

interface Finding {
  readonly taskId: string
  readonly licenceNo: string
  readonly areaCode: string
  readonly outcome: string
  readonly checkedOn: string
  readonly reasons: readonly string[]
}

/** 检查发现 → 线索: only what a visit left to be filed; corrections have their own way (credit). */
export async function takeFromInspection(tx: Tx, fact: Finding, at: Moment, setting: Setting): Promise<void> {
  if (fact.outcome !== 'filed') return
  const reasons = fact.reasons.length === 0 ? '' : `派工原因：${fact.reasons.join('、')}。`
  const text = `${fact.checkedOn} 现场检查（任务 ${fact.taskId}）发现问题，拟立案。${reasons}详见检查笔录。`
  const { areaCode, licenceNo, taskId: sourceRef } = fact
  const certain = [{ kind: 'licence', value: licenceNo }] as const
  await takeFromElsewhere(
    tx,
    { source: 'inspection', matter: 'other', areaCode, sourceRef, text, certain },
    at,
    setting,
  )
}

interface Cartons {
  readonly taskId: string
  readonly areaCode: string
  readonly licenceNo?: string | undefined
  readonly codes: readonly string[]
}

/** 外来卷烟 → 线索: cartons of another shop, each a certain fact. */
export async function takeFromCartons(tx: Tx, fact: Cartons, at: Moment, setting: Setting): Promise<void> {
  const { areaCode, taskId, licenceNo, codes } = fact
  const where = licenceNo === undefined ? '' : `在许可证 ${licenceNo} 的店里`
  const text = `检查任务 ${taskId} ${where}查到外来卷烟 ${codes.length} 条，条码见要素。`
  const certain = [
    ...(licenceNo === undefined ? [] : [{ kind: 'licence', value: licenceNo } as const]),
    ...codes.slice(0, 30).map(value => ({ kind: 'carton', value }) as const),
  ]
  const told = { source: 'inspection', matter: 'otherSource', areaCode, text, certain } as const
  await takeFromElsewhere(tx, { ...told, sourceRef: `${taskId}:cartons` }, at, setting)
}

interface Verdict {
  readonly alertId: string
  readonly subjectKind: string
  readonly subject: string
  readonly areaCode: string
  readonly verdict: string
  /** In words. */
  readonly reasons: readonly string[]
}

const ofSubject: Readonly<
  Record<string, { readonly matter: ClueMatter; readonly kind: FactKind | null; readonly zh: string }>
> = {
  retailer: { matter: 'otherSource', kind: 'licence', zh: '零售户' },
  waybill: { matter: 'posting', kind: 'waybill', zh: '运单' },
  vehicle: { matter: 'transport', kind: 'plate', zh: '车辆' },
  vessel: { matter: 'smuggled', kind: null, zh: '船舶' },
}

/** 模型预警 → 线索: only what a person found to be true. */
export async function takeFromVerdict(tx: Tx, fact: Verdict, at: Moment, setting: Setting): Promise<void> {
  const known = ofSubject[fact.subjectKind]
  if (fact.verdict !== 'true' || !known) return
  // The lake keeps a plate as a digest: shown by its end, and no fact that anybody could confirm.
  const hashed = known.kind === 'plate' && !/^\p{Script=Han}/u.test(fact.subject)
  const subject = hashed ? `（车牌散列 …${fact.subject.slice(-6)}）` : ` ${fact.subject}`
  const text = `预警 ${fact.alertId} 研判属实：${known.zh}${subject}，理由：${fact.reasons.join('；')}。`
  const certain = known.kind === null || hashed ? [] : [{ kind: known.kind, value: fact.subject }]
  const { areaCode, alertId: sourceRef } = fact
  await takeFromElsewhere(
    tx,
    { source: 'model', matter: known.matter, areaCode, sourceRef, text, certain },
    at,
    setting,
  )
}

/** An item that an agency released to us, or handed over with a package. */
export interface PartnerItem {
  /** Who gave it, in the words of its agreement: 公安经侦, 邮政管理局 … */
  readonly agency: string
  /** Its number there: told twice, it is one clue. */
  readonly itemRef: string
  readonly matter: ClueMatter
  readonly areaCode: string
  readonly text: string
  readonly certain?: readonly { readonly kind: FactKind; readonly value: string }[]
}

/** 部门移送 → 线索 (reference §7, YSJ 41): the number of the clue, or `clueTakenAlready` where the same item came before. */
export function takeFromPartner(tx: Tx, item: PartnerItem, at: Moment, setting: Setting): Promise<Result<string>> {
  const { agency, itemRef, matter, areaCode, text, certain = [] } = item
  const told = {
    source: 'partner',
    matter,
    areaCode,
    text: `${agency}移送：${withoutIntroduced(text)}`,
    certain,
  } as const
  return takeClue(tx, { ...told, sourceRef: `${agency} ${itemRef}`, by: 'system:partner', at }, setting)
}
