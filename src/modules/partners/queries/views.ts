import { withoutReporterOf } from '#modules/intelligence'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import type { AgencyView, AgreementView, ItemDetail, ItemRow, TheirItem, TheirRow } from '../contract/shapes.ts'
import { inForce } from '../rules/agreement.ts'
import { stepsOf } from '../rules/item/moves.ts'
import { listFetches } from '../store/watch.ts'
import { listAgencies, listContacts } from './agencies.ts'
import { type AgreementRow, agreementOf, countMonth, listAgreements } from './agreements.ts'
import { type EventRow, findItem, type ItemRecord, isLate, listEvents } from './items.ts'
import { listNotices } from './notices.ts'
import { listPackages } from './packages.ts'

type Opens = Pick<Keyring, 'openField'>
type Compares = Pick<Keyring, 'openField' | 'blindIndex'>

/** 单位 with their people and agreements, each agreement with how it stands at this moment. */
export async function viewAgencies(tx: Tx, now: Temporal.Instant, month: string): Promise<AgencyView[]> {
  const [agencies, contacts, agreements] = [await listAgencies(tx), await listContacts(tx), await listAgreements(tx)]
  const views: AgreementView[] = []
  for (const row of agreements) views.push(agreementView(row, now, await countMonth(tx, row.no, month)))
  return agencies.map(({ publicKey, areas, ...agency }) => ({
    ...agency,
    areas: [...areas],
    hasKey: publicKey !== null,
    contacts: contacts.filter(({ agencyId }) => agencyId === agency.id),
    agreements: views.filter(({ agencyId }) => agencyId === agency.id),
  }))
}

function agreementView(row: AgreementRow, now: Temporal.Instant, thisMonth: number): AgreementView {
  const { no, agencyId, contact, purpose, items, fields, monthlyQuota, dailyReads, secondHand } = row
  const { startsAt: from, endsAt: until, proposedBy, decidedBy, withdrawnWhy } = row
  return {
    ...{ no, agencyId, contact, purpose, items, fields, monthlyQuota, dailyReads, secondHand, from, until },
    ...{ proposedBy, decidedBy, withdrawnWhy, thisMonth, standing: standingOf(row, now) },
  }
}

const standings = {
  agreementNotYet: 'notYet',
  agreementExpired: 'expired',
  agreementWithdrawn: 'withdrawn',
  agreementMissing: 'rejected',
} as const

function standingOf(row: AgreementRow, now: Temporal.Instant): AgreementView['standing'] {
  if (row.state === 'proposed') return 'proposed'
  const held = inForce(agreementOf(row), now)
  return held.ok ? 'inForce' : standings[held.refusal]
}

export function itemRow(item: ItemRecord, now: Temporal.Instant): ItemRow {
  const { no, kind, agencyId, agency, contact, aboutNo, state } = item
  return { no, kind, agencyId, agency, contact, aboutNo, state, ...clocksOf(item, now) }
}

const clocksOf = (item: ItemRecord, now: Temporal.Instant) => ({
  givenAt: item.givenAt,
  receiveDueAt: item.receiveDueAt,
  answerDueAt: item.answerDueAt,
  receivedAt: item.receivedAt,
  answeredAt: item.answeredAt,
  late: isLate(item, now),
})

const linesOf = (events: readonly EventRow[], keyring: Opens): ItemDetail['events'] =>
  events.map(({ at, event, side, by, wordsSealed }) => ({
    ...{ at, event, side, by },
    words: wordsSealed === null ? '' : keyring.openField(wordsSealed),
  }))

/** Ours: all of it, with who of them has read what. */
export async function viewItem(
  tx: Tx,
  no: string,
  now: Temporal.Instant,
  keyring: Compares,
): Promise<ItemDetail | undefined> {
  const item = await findItem(tx, no)
  if (!item) return undefined
  return {
    item: itemRow(item, now),
    version: item.version,
    agreementNo: item.agreementNo,
    fields: item.fields,
    values: JSON.parse(keyring.openField(item.valuesSealed)) as Record<string, string>,
    events: await withoutReporter(tx, item.aboutNo, linesOf(await listEvents(tx, no), keyring), keyring),
    fetches: await listFetches(tx, no),
    packages: await listPackages(tx, no),
    notices: await listNotices(tx, no),
    steps: [...stepsOf(item.state, 'ours')],
  }
}

/** An agency may write who reported, where it knows him by other ways: we read its words without him. */
async function withoutReporter(
  tx: Tx,
  aboutNo: string | null,
  lines: ItemDetail['events'],
  keyring: Compares,
): Promise<ItemDetail['events']> {
  if (aboutNo === null) return lines
  const clean: ItemDetail['events'] = []
  for (const line of lines)
    clean.push(
      line.side === 'theirs' ? { ...line, words: await withoutReporterOf(tx, aboutNo, line.words, keyring) } : line,
    )
  return clean
}

/** Theirs, in a list: what it is and by when; why it is closed, where it is. */
export function theirRow(
  item: ItemRecord,
  {
    now,
    accountId,
    agreements,
  }: { now: Temporal.Instant; accountId: string | null; agreements: readonly AgreementRow[] },
): TheirRow {
  const held = inForce(agreementOf(agreements.find(row => row.no === item.agreementNo)), now)
  return {
    ...{ no: item.no, kind: item.kind, contact: item.contact, state: item.state },
    mine: accountId !== null && item.contactAccountId === accountId,
    ...clocksOf(item, now),
    closed: held.ok ? (item.state === 'withdrawn' ? 'itemWithdrawn' : null) : held.refusal,
  }
}

/** Their side of the history: our colleagues stand there as the bureau, not by name. */
export async function theirLines(tx: Tx, no: string, keyring: Opens): Promise<TheirItem['events']> {
  const lines = linesOf(await listEvents(tx, no), keyring)
  return lines
    .filter(({ event }) => event !== 'propose')
    .map(line => (line.side === 'ours' ? { ...line, by: '烟草专卖局' } : line))
}
