import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId, sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { agreementOf, findAgreement } from '../queries/agreements.ts'
import { findItem, type ItemRecord } from '../queries/items.ts'
import { type Field, isField } from '../rules/agencies.ts'
import type { Agreement } from '../rules/agreement.ts'
import { contentText } from '../rules/reconcile.ts'
import { partnerView } from '../rules/release.ts'
import { countReads, insertFetch } from '../store/watch.ts'

export interface Reader {
  readonly agencyId: string
  readonly by: string
  readonly channel: 'page' | 'api'
}

export interface Seen {
  readonly item: ItemRecord
  readonly agreement: Agreement
  readonly values: Readonly<Partial<Record<Field, string>>>
  readonly fetch: { readonly id: string; readonly digest: string; readonly at: string }
}

/** An item this partner may open now, with what is open of it. Everything is loaded at this moment: nothing is kept between two looks. */
export async function openItem(
  tx: Tx,
  no: string,
  { agencyId }: Pick<Reader, 'agencyId'>,
  { at, keyring }: { readonly at: Moment; readonly keyring: Pick<Keyring, 'openField'> },
): Promise<Result<Omit<Seen, 'fetch'>>> {
  const item = await findItem(tx, no)
  if (!item) return refuse('itemNotReleased')
  // They knew it: no reach beyond, only too late.
  if (item.state === 'withdrawn' && item.agencyId === agencyId) return refuse('itemWithdrawn')
  const agreement = agreementOf(await findAgreement(tx, item.agreementNo))
  const values = JSON.parse(keyring.openField(item.valuesSealed)) as Partial<Record<Field, string>>
  const release = {
    ...{ itemKind: item.kind, itemNo: no, agreementId: item.agreementNo, agencyId: item.agencyId, fields: item.fields },
    ...{ proposedBy: item.proposedBy, approvedBy: item.approvedBy },
    withdrawn: item.givenAt === null || item.state === 'withdrawn',
  }
  const seen = partnerView({ kind: item.kind, number: no, values }, { agencyId }, release, agreement, at.instant)
  if (!seen.ok) return seen
  return agreement === undefined ? refuse('agreementMissing') : ok({ item, agreement, values: seen.value })
}

/** 读取一件: within the quota of the day, only the fields that are open, and on record on both sides by number and digest. */
export async function readItem(
  tx: Tx,
  asked: { readonly no: string; readonly fields?: readonly string[] },
  reader: Reader,
  around: { readonly at: Moment; readonly keyring: Pick<Keyring, 'openField'> },
): Promise<Result<Seen>> {
  const { at } = around
  const opened = await openItem(tx, asked.no, reader, around)
  if (!opened.ok) return opened
  const { agreement, values } = opened.value
  const beyond = asked.fields?.find(name => !isField(name) || values[name] === undefined)
  if (beyond !== undefined) return refuse('fieldNotReleased', { field: beyond.slice(0, 20) })
  const day = at.today.toString()
  if ((await countReads(tx, reader.agencyId, day)) >= agreement.dailyReads)
    return refuse('partnerReads', { quota: agreement.dailyReads })
  const shown = Object.fromEntries(Object.entries(values).filter(([name]) => asked.fields?.includes(name) ?? true))
  const digest = sm3(contentText(asked.no, shown)).toString('hex')
  const fetch = { id: randomId(), digest, at: at.instant.toString() }
  const fields = Object.keys(shown).filter(isField)
  await insertFetch(tx, { ...fetch, itemNo: asked.no, ...reader, day, fields })
  return ok({ ...opened.value, values: shown, fetch })
}
