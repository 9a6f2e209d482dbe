import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { findRetailer } from '#modules/registry'
import type { Tx } from '#platform/database'
import { listIn, readInput, textIn } from '../rules/fields.ts'
import type { FileData, Input } from '../rules/file.ts'
import { type FileKind, ruleOf, startOf } from '../rules/kinds.ts'
import { type FileRecord, hasFileOf, hasOpenTwin, insertFile, takeFileId } from '../store/files.ts'
import { areOnDuty } from '../store/papers.ts'
import { carryOut } from './effects.ts'
import type { Setting } from './setting.ts'
import { gatherFacts } from './step-facts.ts'

export interface NewMatter {
  readonly kind: FileKind
  readonly licenceNo: string
  readonly by: string
  readonly at: Moment
  /** What a person entered; checked by the fields of the kind. */
  readonly input?: Input
  /** What the house knows already. */
  readonly data?: FileData
  readonly state?: string
  readonly sourceRef?: string
  /** About several shops: no single person. */
  readonly ofNobody?: true
  readonly areaCode?: string
}

/** 立档: begins a file. Refusals: `creditShopUnknown`, `creditOpenAlready`, and those of the kind. */
export async function openFile(tx: Tx, asked: NewMatter, setting: Setting): Promise<Result<string>> {
  const { kind, licenceNo, by, at } = asked
  const rule = ruleOf(kind)
  const shop = await findRetailer(tx, licenceNo)
  if (!shop) return refuse('creditShopUnknown')
  if (asked.sourceRef !== undefined && (await hasFileOf(tx, kind, asked.sourceRef))) return refuse('creditOpenAlready')
  const input = asked.input === undefined ? ok({}) : readInput(rule.open?.asks ?? [], asked.input)
  if (!input.ok) return input
  if (!(await areOnDuty(tx, listIn(input.value, 'staff')))) return refuse('creditOfficerUnknown')
  const state = asked.state ?? startOf(kind)
  const areaCode = asked.areaCode ?? shop.areaCode
  const personIndex = asked.ofNobody ? null : shop.operatorIndex
  const draft = { id: '', kind, licenceNo, areaCode, personIndex, state, version: 1, openedBy: by } as const
  const on = at.today.toString()
  const file: FileRecord = { ...draft, openedOn: on, proposedBy: by, dueOn: null, data: asked.data ?? {} }
  const facts = await gatherFacts(tx, { file, event: 'open', input: input.value, by, at }, setting)
  const begun = rule.begin(facts)
  if (!begun.ok) return begun
  const { data: kept = {}, dueOn = null, effects = [] } = begun.value
  const data = { ...file.data, ...kept }
  if (await hasOpenTwin(tx, kind, licenceNo, data)) return refuse('creditOpenAlready')
  const id = await takeFileId(tx, rule.prefix, at.today.year)
  const begunFile = { ...file, id, data, dueOn }
  const note = textIn(input.value, 'words') || String(data['words'] ?? '')
  const sourceRef = asked.sourceRef ?? null
  await insertFile(tx, { ...begunFile, sourceRef, by, on, at: at.instant.toString(), note })
  await carryOut(tx, { file: begunFile, effects, by, at, event: 'open' }, setting)
  return ok(id)
}
