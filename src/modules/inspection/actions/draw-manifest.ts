import { listByOperator } from '#modules/registry'
import { sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { listInterests, listOfficers, listShops } from '../queries/draw-lists.ts'
import { listExclusions, listParties, listRecusals } from '../queries/draws.ts'
import { listAtCap } from '../queries/tasks.ts'
import type { TextDigest } from '../rules/draw/canonical.ts'
import { type DrawManifest, drawFormat } from '../rules/draw/manifest.ts'
import type { InspectionPolicy } from '../rules/policy.ts'
import type { DrawRecord } from '../store/draws.ts'

export const digest: TextDigest = text => sm3(text).toString('hex')

/** 汇总名录: what would be frozen now. Excluded shops stay on the list, so that everybody sees who was left out and why. */
export async function assembleManifest(
  tx: Tx,
  draw: DrawRecord,
  { policy, today }: { readonly policy: InspectionPolicy; readonly today: string },
): Promise<DrawManifest> {
  const shops = await listShops(tx, draw.areaCode)
  const officers = await listOfficers(tx, today)
  const onList = new Set(shops.map(({ id }) => id))
  const classes = new Set(shops.map(({ stratum }) => stratum))
  const parties = await listParties(tx, draw.id)
  return {
    format: drawFormat,
    drawId: draw.id,
    title: draw.title,
    items: draw.items.map(({ code, name }) => ({ code, name })),
    visitsFrom: draw.visitsFrom,
    visitsTo: draw.visitsTo,
    rule: {
      version: `draw-rule/1 ${policy.version}`,
      rates: Object.fromEntries(Object.entries(policy.drawRates).filter(([name]) => classes.has(name))),
      groupSize: policy.drawGroupSize,
    },
    objects: shops.map(({ id, stratum, area }) => ({ id, stratum, area })),
    exclusions: (await exclusionsOf(tx, draw, policy)).filter(({ object }) => onList.has(object)),
    officers: officers.map(({ id, name, certificate, validTo }) => ({ id, name, certificate, validTo })),
    recusals: (await recusalsOf(tx, draw)).filter(
      ({ officer, object }) => onList.has(object) && officers.some(({ id }) => id === officer),
    ),
    parties: parties.map(({ id, name }) => ({ id, name })),
    publicValue: draw.publicValue,
  }
}

/**
 * 回避 by hand, and of every officer who has an interest on record (行政处罚法 §43) on a day of the visits: the shop, or each shop of the person.
 * What is published says that there is one, not which: family is nobody else's business.
 */
async function recusalsOf(tx: Tx, draw: DrawRecord): Promise<DrawManifest['recusals']> {
  const byHand = await listRecusals(tx, draw.id)
  const named = new Set(byHand.map(({ officer, object }) => `${officer} ${object}`))
  const onRecord: DrawManifest['recusals'] = []
  for (const { officer, licenceNo, personIndex, by } of await listInterests(tx, draw)) {
    const shops = licenceNo === null ? await listByOperator(tx, personIndex ?? '') : [{ licenceNo }]
    for (const { licenceNo: object } of shops) {
      if (named.has(`${officer} ${object}`)) continue
      named.add(`${officer} ${object}`)
      onRecord.push({ officer, object, by, reason: '登记的利害关系' })
    }
  }
  const key = ({ officer, object }: DrawManifest['recusals'][number]) => `${officer} ${object}`
  return [...byHand, ...onRecord].toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

/**
 * What people left out, and by the machine every shop that has had its visits of the year (年度频次上限). A targeted visit is no reason:
 * publishing it would warn the shop. A shop that closed after it was left out is not on the list any more.
 */
async function exclusionsOf(
  tx: Tx,
  { id, visitsFrom }: DrawRecord,
  policy: InspectionPolicy,
): Promise<DrawManifest['exclusions']> {
  const byHand = await listExclusions(tx, id)
  const named = new Set(byHand.map(({ object }) => object))
  const full = await listAtCap(tx, Temporal.PlainDate.from(visitsFrom).year, policy.yearlyCap)
  const reason = `当年检查已达${policy.yearlyCap}次上限`
  const byCap = full.filter(object => !named.has(object)).map(object => ({ object, by: '系统', reason }))
  return [...byHand, ...byCap].toSorted((a, b) => (a.object < b.object ? -1 : 1))
}
