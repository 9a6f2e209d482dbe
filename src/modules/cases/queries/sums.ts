import { sql } from 'kysely'
import { formatCitation } from '#kernel/citation'
import type { Moment } from '#kernel/dates'
import { fen } from '#kernel/money'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { HolidayCalendar } from '#kernel/working-days'
import type { Tx } from '#platform/database'
import type { Amounts, CaseSums } from '../contract/sanctions.ts'
import { countsAsSticks } from '../rules/amounts/goods.ts'
import { listFor } from '../rules/amounts/price-list.ts'
import { type Totals, totalsOf } from '../rules/amounts/value.ts'
import { goodsSettled, type LotState, ledgerBalanced } from '../rules/goods/ledger.ts'
import type { SanctionPolicy } from '../rules/sanction-policy.ts'
import { type CriterionCode, crimes, criteria, criterionOf } from '../rules/thresholds/criteria.ts'
import { type CrimeFacts, thresholdBars } from '../rules/thresholds/live.ts'
import { type TransferDuty, type TransferSteps, transferDuty } from '../rules/thresholds/transfer-duty.ts'
import { findCaseAbout, type LotRow, linePriced, listLots, viewLot } from './goods.ts'
import { loadPriceLists } from './prices.ts'

/** The last row of 查清的金额. */
async function findAmounts(tx: Tx, caseNo: string): Promise<Amounts | undefined> {
  const { rows } = await sql<Amounts>`
    select business::float8 as business, purchases::float8 as purchases, sales::float8 as sales, wholesale::float8 as wholesale,
      gains::float8 as gains, fake_sold::float8 as fake_sold, tax::float8 as tax, sold_sticks::float8 as sold_sticks, party, licence, fake_brand,
      penalties::text[] as penalties, smuggling_penalties::text[] as smuggling_penalties, evidence
    from cases.amount where case_no = ${caseNo} order by n desc limit 1`.execute(tx)
  return rows[0]
}

interface Known {
  readonly about: NonNullable<Awaited<ReturnType<typeof findCaseAbout>>>
  readonly rows: readonly LotRow[]
  readonly lists: Awaited<ReturnType<typeof loadPriceLists>>
  readonly totals: Totals
  readonly amounts: Amounts | undefined
  readonly facts: CrimeFacts
}

/** Everything the sums of a case are made of; undefined: no such case here. */
export async function knownSums(tx: Tx, caseNo: string): Promise<Known | undefined> {
  const about = await findCaseAbout(tx, caseNo)
  if (about === undefined) return undefined
  const rows = await listLots(tx, { caseNo, all: 'yes' })
  const lists = await loadPriceLists(tx)
  const totals = totalsOf(rows.map(row => linePriced(row, lists)))
  const amounts = await findAmounts(tx, caseNo)
  return { about, rows, lists, totals, amounts, facts: crimeFactsOf(about.actedOn, rows, lists, totals, amounts) }
}

/** What the thresholds look at: the ledger, and what was established beside it. Without an established sum the goods' value stands for the business. */
function crimeFactsOf(
  actedOn: string,
  rows: readonly LotRow[],
  lists: Known['lists'],
  totals: Totals,
  amounts: Amounts | undefined,
): CrimeFacts {
  const fakes = rows.filter(({ nature }) => nature === 'fake').map(row => linePriced(row, lists))
  const held = rows.reduce((sum, row) => sum + (countsAsSticks(row.kind) ? row.held : 0), 0)
  return {
    business: fen(Math.max(amounts?.business ?? 0, totals.value)),
    gains: fen(amounts?.gains ?? 0),
    sticks: held + (amounts?.soldSticks ?? 0),
    fakeSold: fen(amounts?.fakeSold ?? 0),
    fakeUnsold: totalsOf(fakes).value,
    tax: fen(amounts?.tax ?? 0),
    party: amounts?.party ?? 'person',
    licence: amounts?.licence ?? 'none',
    fakeBrand: amounts?.fakeBrand ?? false,
    smuggled: (amounts?.tax ?? 0) > 0 || rows.some(({ nature }) => nature === 'smuggled'),
    penalties: amounts?.penalties ?? [],
    smugglingPenalties: amounts?.smugglingPenalties ?? [],
    actedOn,
  }
}

const stateOf = (row: LotRow): LotState => row

/** 合计和追诉标准 of a case, as of now. */
export async function readSums(
  tx: Tx,
  caseNo: string,
  at: Moment,
  { policy, calendar }: { readonly policy: SanctionPolicy; readonly calendar: HolidayCalendar },
): Promise<Result<CaseSums, 'caseUnknown'>> {
  const known = await knownSums(tx, caseNo)
  if (known === undefined) return refuse('caseUnknown')
  const { rows, lists, totals, amounts, facts, about } = known
  const list = listFor(lists, { areaCode: about.areaCode, day: about.actedOn })
  const duty = transferDuty(facts, {}, at.instant, policy.warnPercent)
  const balanced = ledgerBalanced(rows.map(stateOf))
  return ok({
    caseNo,
    today: at.today.toString(),
    lots: rows.map(row => viewLot(row, lists, { today: at.today, calendar, soonDays: policy.keepingSoonDays })),
    ...totals,
    priceList: list ? { version: list.version, issuer: list.issuer, effective: list.effective, sure: list.sure } : null,
    amounts: amounts ?? null,
    warnPercent: policy.warnPercent,
    bars: thresholdBars(facts, policy.warnPercent).map(bar => ({
      ...bar,
      basis: formatCitation(criterionOf(bar.code).basis),
    })),
    duty: { due: duty.due, lawyerFirst: duty.lawyerFirst, basis: formatCitation({ instrument: 'YS', article: 3 }) },
    imbalance: balanced.ok ? null : String(balanced.details?.['lotNo'] ?? ''),
  })
}

interface Words {
  readonly zh: string
  readonly en: string
}

/**
 * For the machine of the procedure: why goods stand in the way of 结案; null where they balance and nothing is left in store, or there are none.
 * `settled: false` asks for the balance alone.
 */
export async function goodsProblem(tx: Tx, caseNo: string, settled = true): Promise<Words | null> {
  const lots = (await listLots(tx, { caseNo, all: 'yes' })).map(stateOf)
  const balanced = ledgerBalanced(lots)
  if (!balanced.ok) {
    const lot = String(balanced.details?.['lotNo'] ?? '')
    if (balanced.refusal === 'goodsUnconfirmed')
      return { zh: `物品 ${lot} 的交接还没有第二人确认`, en: `goods ${lot} wait for their second person` }
    return { zh: `物品 ${lot} 账实不符`, en: `goods ${lot} do not balance` }
  }
  const done = goodsSettled(lots)
  if (done.ok || !settled) return null
  const lot = String(done.details?.['lotNo'] ?? '')
  return { zh: `物品 ${lot} 还在库，没有处理完`, en: `goods ${lot} are still in store` }
}

/** For the machine of the procedure: the first threshold of a crime that is reached, in words; null where none is. */
export async function criminalReached(tx: Tx, caseNo: string, at: Moment): Promise<Words | null> {
  const first = (await readTransferDuty(tx, caseNo, {}, at))?.reasons[0]
  return first === undefined ? null : reasonWords(first)
}

/** 移送义务 of a case with its hours and days, as far as the procedure has gone. */
export async function readTransferDuty(
  tx: Tx,
  caseNo: string,
  done: TransferSteps,
  at: Moment,
): Promise<TransferDuty | undefined> {
  const known = await knownSums(tx, caseNo)
  return known && transferDuty(known.facts, done, at.instant)
}

function reasonWords(code: CriterionCode): Words {
  const { crime, basis } = criteria[code]
  return {
    zh: `已达到${crimes[crime].zh}的追诉标准（${formatCitation(basis)}），应当移送公安机关`,
    en: `the threshold of ${crimes[crime].en} is reached: the case goes to the police`,
  }
}
