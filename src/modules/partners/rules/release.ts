import { ok, type Result, refuse } from '#kernel/refusal'
import type { Field, ItemKind } from './agencies.ts'
import { type Agreement, inForce, type NotInForce } from './agreement.ts'

/** One item with its values, as the domain that owns it lends it. */
export interface Item {
  readonly kind: ItemKind
  readonly number: string
  readonly values: Readonly<Partial<Record<Field, string>>>
}

/** 逐件放行: this item to this agency, these fields, by one officer or, where the agreement says so, by two; until withdrawn. */
export interface Release {
  readonly itemKind: ItemKind
  readonly itemNo: string
  readonly agreementId: string
  readonly agencyId: string
  readonly fields: readonly Field[]
  readonly proposedBy: string
  /** The second person; null where none is asked for. */
  readonly approvedBy: string | null
  readonly withdrawn: boolean
}

type NotReleased =
  | 'agreementMissing'
  | 'agreementNotYet'
  | 'agreementExpired'
  | 'agreementWithdrawn'
  | 'releaseOneHand'
  | 'releaseItemKind'
  | 'releaseFieldBeyond'
  | 'releaseNoFields'
  | 'releaseQuota'

/** Whether an item may be released: within the agreement in kind, every field and number, and by as many people as it asks for. */
export function mayRelease(
  release: Release,
  agreement: Agreement | undefined,
  thisMonth: number,
  now: Temporal.Instant,
): Result<true, NotReleased> {
  const held = inForce(agreement, now)
  if (!held.ok) return held
  const { id, agencyId, items, fields, monthlyQuota, secondHand } = held.value
  if (release.agreementId !== id || release.agencyId !== agencyId) return refuse('agreementMissing')
  if (secondHand && (release.approvedBy === null || release.proposedBy === release.approvedBy))
    return refuse('releaseOneHand')
  if (!items.includes(release.itemKind)) return refuse('releaseItemKind')
  if (release.fields.length === 0) return refuse('releaseNoFields')
  const beyond = release.fields.find(field => !fields.includes(field))
  if (beyond !== undefined) return refuse('releaseFieldBeyond', { field: beyond })
  return thisMonth >= monthlyQuota ? refuse('releaseQuota', { quota: monthlyQuota }) : ok(true)
}

/**
 * What a partner sees of an item: the fields of the release that the agreement still covers, nothing else. It is asked anew at each look:
 * what was given under an agreement that ended since is closed by name at the very next one; what was never released does not exist for him.
 */
export function partnerView(
  item: Item,
  reader: { readonly agencyId: string },
  release: Release | undefined,
  agreement: Agreement | undefined,
  now: Temporal.Instant,
): Result<Readonly<Partial<Record<Field, string>>>, 'itemNotReleased' | NotInForce> {
  const none = refuse('itemNotReleased')
  if (release === undefined || release.withdrawn || release.agencyId !== reader.agencyId) return none
  if (release.itemKind !== item.kind || release.itemNo !== item.number) return none
  const held = inForce(agreement, now)
  if (!held.ok) return held
  if (held.value.id !== release.agreementId || held.value.agencyId !== reader.agencyId) return none
  if (!held.value.items.includes(item.kind)) return none
  const open = release.fields.filter(field => held.value.fields.includes(field))
  return ok(
    Object.fromEntries(
      open.flatMap(field => {
        const value = item.values[field]
        return value === undefined ? [] : [[field, value]]
      }),
    ),
  )
}
