import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import type { PackageKind } from '../package/format.ts'
import { letterPdf } from '../package/letter.ts'
import { makePackage } from '../package/make.ts'
import { packageDigest, readReceipt } from '../package/receipt.ts'
import { partnersPolicy } from '../policy.ts'
import { findAgency } from '../queries/agencies.ts'
import { agreementOf, findAgreement } from '../queries/agreements.ts'
import { findItem } from '../queries/items.ts'
import { findPackage, type PackageRow } from '../queries/packages.ts'
import type { Field, ItemKind } from '../rules/agencies.ts'
import { inForce } from '../rules/agreement.ts'
import { insertPackage, saveReceipt, takeLetterSerial } from '../store/packages.ts'

interface By {
  readonly by: string
  readonly at: Moment
  readonly keyring: Keyring
  readonly mode: 'demo' | 'production'
}

const letters: Readonly<Record<PackageKind, { readonly title: string; readonly mark: string }>> = {
  transfer: { title: '案件移送函', mark: '移函' },
  assist: { title: '协助调查函', mark: '协查' },
  notice: { title: '情况通报', mark: '通报' },
}

const kindOf = (kind: ItemKind): PackageKind =>
  kind === 'referral' ? 'transfer' : kind === 'assist' ? 'assist' : 'notice'

/** 制作移交包 of an item that was given: the letter and its fields, sealed to the agency's own key. What is not released is not in it. */
export async function packItem(tx: Tx, no: string, { by, at, keyring, mode }: By): Promise<Result<PackageRow>> {
  const item = await findItem(tx, no, true)
  if (!item) return refuse('partnerItemUnknown')
  if (item.givenAt === null || item.state === 'withdrawn') return refuse('itemStepNotAllowed')
  const agreement = inForce(agreementOf(await findAgreement(tx, item.agreementNo)), at.instant)
  if (!agreement.ok) return agreement
  const agency = await findAgency(tx, item.agencyId)
  if (agency === undefined || agency.publicKey === null) return refuse('agencyNoKey')
  const policy = partnersPolicy(at.today)
  const kind = kindOf(item.kind)
  const { title, mark } = letters[kind]
  const serial = await takeLetterSerial(tx, kind, at.today.year)
  const number = `${policy.numberMark}${mark}〔${at.today.year}〕第${serial}号`
  const values = JSON.parse(keyring.openField(item.valuesSealed)) as Partial<Record<Field, string>>
  const words = values.words ?? `现将有关情况提供给贵单位，用于${agreement.value.purpose}。`
  const date = at.today.toString()
  const pdf = letterPdf({ title, number, bureau: policy.bureau, addressee: agency.name, words, values, date, mode })
  const content = { item: no, number, purpose: agreement.value.purpose, values }
  const made = makePackage(
    {
      ...{
        kind,
        number,
        from: policy.bureau,
        to: agency.name,
        receiverKey: agency.publicKey,
        madeAt: at.instant.toString(),
      },
      files: [
        { name: `${title}.pdf`, bytes: pdf },
        { name: '内容.json', bytes: Buffer.from(JSON.stringify(content, null, 2)) },
      ],
    },
    keyring.ledger,
  )
  if (!made.ok) return made
  const text = JSON.stringify(made.value)
  const row = {
    id: made.value.header.id,
    number,
    kind,
    digest: packageDigest(text),
    madeAt: at.instant.toString(),
    receiptAt: null,
  }
  await insertPackage(tx, { ...row, kind, itemNo: no, text, by, at: row.madeAt })
  return ok(row)
}

/** 登记回执: it must be of this package and signed by the key it was sealed to. */
export async function takeReceipt(
  tx: Tx,
  { id, receipt }: { readonly id: string; readonly receipt: string },
  at: Moment,
): Promise<Result<PackageRow>> {
  const pack = await findPackage(tx, id)
  if (!pack) return refuse('packageMissing')
  const item = await findItem(tx, pack.itemNo)
  const agency = item && (await findAgency(tx, item.agencyId))
  const read = readReceipt(receipt, { id, digest: pack.digest, receiverKey: agency?.publicKey ?? '' })
  if (!read.ok) return read
  const receiptAt = at.instant.toString()
  if (!(await saveReceipt(tx, id, read.value, receiptAt))) return refuse('receiptKnown')
  const { number, kind, digest, madeAt } = pack
  return ok({ id, number, kind, digest, madeAt, receiptAt })
}
