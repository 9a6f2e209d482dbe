import { cleanText } from '#kernel/chinese-text'
import { parseCitizenId } from '#kernel/citizen-id'
import { type Moment, parseDate } from '#kernel/dates'
import { addIsoMonths } from '#kernel/iso-day'
import { maskCitizenId, maskName } from '#kernel/masking'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import type { PersonBar } from '../contract/person-bars.ts'
import type { BarKind } from '../rules/checks/facts.ts'
import { holdLabels } from '../rules/checks/hold-words.ts'
import { type BarRow, endPersonBar, listPersonBars, savePersonBars } from '../store/person-bars.ts'
import type { Setting } from './setting.ts'

export interface BarAsked {
  readonly kind: BarKind
  readonly name: string
  readonly idNo: string
  /** 文书号 or case number. */
  readonly source: string
  /** The document, its body and what it found. */
  readonly basis: string
  readonly since: string
}

/** 登记人的不良记录: by an officer, with the document it stands on; the number itself is kept as a keyed index only. */
export async function recordPersonBar(
  tx: Tx,
  asked: BarAsked,
  { areaCode, by, at, keyring }: { areaCode: string; by: string; at: Moment; keyring: Keyring },
): Promise<Result<null>> {
  const name = cleanText(asked.name, { max: 30 })
  const idNo = parseCitizenId(asked.idNo.trim().toUpperCase())
  const source = cleanText(asked.source, { max: 60 })
  const basis = cleanText(asked.basis, { max: 300, lines: true })
  const since = parseDate(asked.since)
  if (!idNo.ok) return idNo
  if (!since.ok) return since
  if (!name.ok || !source.ok || !basis.ok) return refuse('barIncomplete')
  if (asked.since > at.today.toString()) return refuse('barDayLater')
  const saved = await savePersonBars(tx, [
    {
      personIndex: keyring.blindIndex('person', idNo.value),
      areaCode,
      kind: asked.kind,
      source: source.value,
      since: asked.since,
      nameSealed: keyring.sealField(name.value),
      idNoMasked: maskCitizenId(idNo.value),
      basis: basis.value,
      recordedBy: by,
      recordedAt: at.instant.toString(),
    },
  ])
  return saved === 1 ? ok(null) : refuse('barKnown')
}

/** 解除: with a reason, once; the record stays to be read. */
export async function liftPersonBar(
  tx: Tx,
  { id, reason }: { readonly id: string; readonly reason: string },
  { by, at }: { readonly by: string; readonly at: Moment },
): Promise<Result<null>> {
  const words = cleanText(reason, { max: 300, lines: true })
  if (!words.ok) return words.refusal === 'textEmpty' ? refuse('opinionMissing') : words
  const ended = await endPersonBar(tx, id, { on: at.today.toString(), reason: words.value, by })
  return ended ? ok(null) : refuse('barNotOpen')
}

export async function personBarViews(tx: Tx, { policy, keyring }: Setting): Promise<PersonBar[]> {
  const years = policy.checks.barYears
  return (await listPersonBars(tx)).map((row: BarRow) => {
    const { nameSealed, ...bar } = row
    return {
      ...bar,
      label: holdLabels[bar.kind].zh,
      labelEn: holdLabels[bar.kind].en,
      nameMasked: nameSealed === null ? null : maskName(keyring.openField(nameSealed)),
      until: addIsoMonths(bar.since, 12 * (years?.[bar.kind] ?? 0)),
    }
  })
}
