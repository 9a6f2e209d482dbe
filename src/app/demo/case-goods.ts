import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Moment, momentOf } from '#kernel/dates'
import type { Result } from '#kernel/refusal'
import {
  approvePrices,
  confirmAll,
  countLot,
  decideLot,
  type FactorCode,
  type Handler,
  type HeldGoods,
  holdLot,
  importPriceList,
  moveGoods,
  openCase,
  proposeFineOf,
  sanctionPolicy,
  saveAmounts,
  testLot,
} from '#modules/cases'
import { chinaCalendar } from '../../platform/calendar.ts'
import type { Tx } from '../../platform/database.ts'
import type { Keyring } from '../../platform/keyring.ts'
import { established, type GoodsCase, goodsCases, type LotStep, prices } from './case-goods-words.ts'

interface Scene {
  readonly tx: Tx
  readonly now: Moment
  readonly keyring: Keyring
  readonly idOf: (account: string) => string
  readonly picture: string
}

/**
 * 涉案物品 of a demonstration (模拟): a lorry over the threshold of the police, a shop that bought elsewhere with goods kept too long and a
 * fine waiting for a second person, fakes that wait for the decision, and a count that does not fit. Every step goes the way a person's would.
 */
export async function seedCaseGoods(
  tx: Tx,
  now: Moment,
  keyring: Keyring,
  idOf: (account: string) => string,
): Promise<void> {
  const picture = readFileSync(join(import.meta.dirname, 'goods-picture.jpg')).toString('base64')
  const scene = { tx, now, keyring, idOf, picture }
  const then = before(now, 300).instant.toString()
  must(await importPriceList(tx, prices, { by: `staff:${idOf('legal')}`, at: then }))
  must(await approvePrices(tx, prices.version, { by: `staff:${idOf('head')}`, at: then }))
  for (const one of goodsCases) await seedCase(scene, one)
  await seedSimilar(scene)
}

/** 类案: the closed cases of the demonstration that bought elsewhere get the weighing their fine came from. */
async function seedSimilar({ tx, now, idOf }: Scene): Promise<void> {
  const { rows } = await sql<{ no: string }>`
    select no from cases.case
    where violation = 'P10' and decided_on is not null and state in ('closed', 'archived') order by no`.execute(tx)
  const how = { by: `staff:${idOf('inspector')}`, at: now.instant.toString() }
  for (const [n, { no }] of rows.entries()) {
    const purchases = 900_000 + 300_000 * n
    must(await saveAmounts(tx, no, { ...established, purchases }, how))
    const factors: readonly FactorCode[] = n % 2 === 0 ? ['remedied'] : []
    const asked = { violation: 'P10', serious: false, factors } as const
    const share = n % 2 === 0 ? 575 : 750
    must(
      await proposeFineOf(
        tx,
        { ...asked, caseNo: no, fine: (purchases * share) / 10_000, reason: '' },
        how,
        sanctionPolicy(now.today),
      ),
    )
  }
}

const before = ({ instant }: Moment, days: number): Moment => momentOf(instant.subtract({ hours: 24 * days }))

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`demo of case goods: ${result.refusal}`)
  return result.value
}

async function seedCase(scene: Scene, one: GoodsCase): Promise<void> {
  const { tx, now, keyring, idOf, picture } = scene
  const at = before(now, one.daysAgo)
  const by = `staff:${idOf('inspector')}`
  const shop = one.shopInTown === undefined ? undefined : await findShop(tx, one.shopInTown)
  const caseNo = must(
    await openCase(
      tx,
      {
        ...{ path: 'ordinary', about: one.about, origin: 'scene', violation: one.violation, by, at },
        ...{ originRef: `模拟现场-${one.violation}`, happenedOn: at.today.toString(), areaCode: one.areaCode },
        ...(shop === undefined ? { party: one.party } : { licenceNo: shop }),
      },
      keyring,
    ),
  )
  const second = idOf(one.second)
  for (const { steps, ...lot } of one.lots) {
    const held: HeldGoods = {
      ...{ caseNo, custody: 'registered', barcode: '', codes: [], note: '模拟数据', second, photos: [picture] },
      ...{ ...lot, heldOn: at.today.toString() },
    }
    const lotNo = must(await holdLot(tx, held, handlerOf(scene, 'inspector', one.daysAgo)))
    const confirm = (days: number) => confirmAll(tx, lotNo, { staffId: second, at: before(now, days) })
    // One line is left waiting: the second person of that lot has not been back at his desk yet.
    const open = lot.brand === '中华（软）' && one.violation === 'P10'
    if (!open) must(await confirm(one.daysAgo))
    for (const step of steps) {
      await takeStep(scene, one, lotNo, step)
      must(await confirm(one.daysAgo - step.after))
    }
  }
  if (one.amounts) must(await saveAmounts(tx, caseNo, one.amounts, { by, at: at.instant.toString() }))
  if (one.fine) {
    const asked = { ...one.fine, caseNo }
    must(await proposeFineOf(tx, asked, { by, at: now.instant.toString() }, sanctionPolicy(now.today)))
  }
}

const handlerOf = ({ idOf, now, keyring }: Scene, account: string, days: number): Handler => ({
  ...{ staffId: idOf(account), at: before(now, days), calendar: chinaCalendar, keyring },
})

/** One line of the ledger, on its day, by the one whose duty it is. */
async function takeStep(scene: Scene, one: GoodsCase, lotNo: string, step: LotStep): Promise<void> {
  const { tx, idOf, picture } = scene
  const days = one.daysAgo - step.after
  const by = handlerOf(scene, step.do === 'decide' ? 'head' : 'inspector', days)
  const second = idOf(one.second)
  if (step.do === 'decide') must(await decideLot(tx, { lotNo, decision: step.decision, note: '' }, by))
  else if (step.do === 'test') must(await testLot(tx, { lotNo, nature: step.nature, report: step.report }, by))
  else if (step.do === 'count')
    must(await countLot(tx, { lotNo, counted: step.counted, second, note: '月末盘点（模拟）' }, by))
  else {
    const { amount, target } = step
    must(await moveGoods(tx, { lotNo, kind: step.do, amount, target, second, photos: [picture], note: '' }, by))
  }
}

/** A licensed shop of the town, always the same. */
async function findShop(tx: Tx, town: string): Promise<string | undefined> {
  const { rows } = await sql<{ licenceNo: string }>`
    select licence_no from registry.published_retailer where town_code = ${town} and licence_state = 'valid' order by licence_no offset 60 limit 1`.execute(
    tx,
  )
  return rows[0]?.licenceNo
}
