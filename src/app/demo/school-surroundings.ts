import { type Moment, momentOf } from '#kernel/dates'
import type { Result } from '#kernel/refusal'
import { agreeExit, noteLicenceEnd, noteTalk, openCampaign, reportPlace, stepPlace } from '#modules/credit'
import { listShopsNearSchools, noteLicence, recordWalk, type ShopNearSchool, schoolLimits } from '#modules/registry'
import type { Tx } from '../../platform/database.ts'
import { exitReasons, places, talks } from './school-words.ts'

/** Ids of two who measure and talk, and of the head. */
export interface DemoOfficers {
  readonly first: string
  readonly second: string
  readonly head: string
}

interface Scene {
  readonly tx: Tx
  readonly now: Moment
  readonly officers: DemoOfficers
}

/**
 * 校园周边 of a demonstration (模拟): two years of measuring, talks and leavings, so that shops stand in every state and the trend has a
 * past. Every step goes the way a person's would, on its own day.
 */
export async function seedSchoolSurroundings(tx: Tx, now: Moment, officers: DemoOfficers): Promise<void> {
  const scene = { tx, now, officers }
  const near = await listShopsNearSchools(tx, schoolLimits(now.today))
  for (const [n, shop] of near.entries()) if (n % 6 !== 5 || isOver(shop)) await measure(scene, shop, n)
  for (const [n, shop] of near.filter(isOver).entries()) await leave(scene, shop, n)
  const campaign = {
    title: '秋季校园周边专项行动（模拟）',
    agencies: ['市烟草专卖局', '市教育局', '市市场监督管理局', '市公安局'],
    goal: '周边持证户劝导全覆盖；无证售卖点逐个核实、移送、回访。',
    fromOn: before(now, 70).today.toString(),
    toOn: now.today.add({ days: 20 }).toString(),
  }
  const opened = { staffId: officers.head, at: before(now, 70), areaCode: '440785' }
  must(await openCampaign(tx, campaign, opened))
  for (const [n, shop] of near.filter(one => !isOver(one)).entries()) await persuade(scene, shop, n)
  for (const [n, place] of places.entries()) await report(scene, place, near[n * 7], n)
}

const before = ({ instant }: Moment, days: number): Moment => momentOf(instant.subtract({ hours: 24 * days }))
const isOver = ({ licenceState }: ShopNearSchool) => licenceState === 'cancelled' || licenceState === 'expired'

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`demo of the school surroundings: ${result.refusal}`)
  return result.value
}

/** Most walks are a little longer than the line, some by a fence or a canal; one shop in eight turns out to be far enough. */
async function measure({ tx, now, officers }: Scene, shop: ShopNearSchool, n: number): Promise<void> {
  const measuredOn = before(now, isOver(shop) ? 700 - 20 * (n % 5) : 90 + ((n * 37) % 600)).today.toString()
  for (const { gate, line, limit } of shop.gates.slice(0, 3)) {
    const more = n % 8 === 7 && !isOver(shop) ? limit : 3
    const walk = {
      schoolId: gate.schoolId,
      gate: gate.gate,
      metres: Math.round(((line?.metres ?? 0) * (1.03 + (n % 4) / 25) + more) * 10) / 10,
      method: n % 3 === 0 ? 'tape' : 'wheel',
      measuredOn,
      officers: [officers.first, officers.second],
      photos: [],
      note: '模拟数据',
    } as const
    const by = { by: officers.first, second: officers.second, at: now }
    must(await recordWalk(tx, { licenceNo: shop.licenceNo }, walk, by))
  }
}

/** Who has left within the year (the distances on file begin with it): talked to while the licence lived, and gone by the way he named. */
async function leave(scene: Scene, shop: ShopNearSchool, n: number): Promise<void> {
  const { tx, now } = scene
  const { licenceNo, validTo } = shop
  const note = (state: 'valid' | 'cancelled' | 'expired') =>
    noteLicence(tx, { licenceNo, state, validFrom: validTo, validTo })
  if (n % 4 !== 3) {
    await note('valid')
    const heard = await talk(scene, licenceNo, n, before(now, 318 - 34 * n))
    if (heard) await exit(scene, licenceNo, n, before(now, 316 - 34 * n))
  }
  const state = shop.licenceState === 'expired' ? 'expired' : 'cancelled'
  await note(state)
  await noteLicenceEnd(tx, { licenceNo, state }, before(now, 300 - 36 * n))
}

/** Half of the holders have been talked to, one in nine is about to go; the rest is protected until expiry and left alone. */
async function persuade(scene: Scene, { licenceNo }: ShopNearSchool, n: number): Promise<void> {
  if (n % 2 === 1) return
  const days = 5 + ((n * 13) % 55)
  const done = await talk(scene, licenceNo, n, before(scene.now, days))
  if (done && n % 9 === 0) await exit(scene, licenceNo, n, before(scene.now, days - 3))
}

/** False where the walk showed the shop far enough, or nobody has measured: then nobody talks to the holder. */
async function talk({ tx, officers }: Scene, licenceNo: string, n: number, at: Moment): Promise<boolean> {
  const asked = { licenceNo, version: 0, talkedOn: at.today.toString(), officers: [officers.second] }
  return (await noteTalk(tx, { ...asked, ...talks[n % 3 === 0 ? 0 : 1] }, { staffId: officers.first, at })).ok
}

async function exit({ tx, officers }: Scene, licenceNo: string, n: number, at: Moment): Promise<void> {
  const way = n % 2 === 0 ? 'close' : 'move'
  const asked = {
    licenceNo,
    version: 1,
    way,
    reason: exitReasons[way],
    by: at.today.add({ days: 75 }).toString(),
  } as const
  must(await agreeExit(tx, asked, { staffId: officers.first, at }))
}

async function report(
  { tx, now, officers }: Scene,
  place: (typeof places)[number],
  shop: ShopNearSchool | undefined,
  n: number,
) {
  const { steps, address, ...said } = place
  const gate = shop?.gates[0]?.gate
  if (shop === undefined || gate === undefined) return
  const position = { lng: gate.lng + 0.0002, lat: gate.lat - 0.00015 }
  const asked = { ...said, areaCode: shop.areaCode, address: `${gate.school}${address}`, position }
  const id = must(await reportPlace(tx, asked, { staffId: officers.first, at: before(now, 50 - 5 * n) }))
  for (const [version, { event, agency, note }] of steps.entries())
    must(
      await stepPlace(
        tx,
        { id, version: version + 1, event, agency, note },
        { staffId: officers.first, at: before(now, 40 - 5 * n - version) },
      ),
    )
}
