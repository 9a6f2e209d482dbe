import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import type { Result } from '#kernel/refusal'
import { randomBytes } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { listParties } from '../queries/draws.ts'
import { listProposedOf } from '../queries/tasks.ts'
import { commitmentOf, manifestHashOf } from '../rules/draw/seed.ts'
import { isDayOff } from '../rules/task/plan.ts'
import { lockDraw } from '../store/draws.ts'
import { lockTask } from '../store/tasks.ts'
import { assembleManifest, digest } from './draw-manifest.ts'
import { noteOutcome, publishDrawOutcomes } from './draw-outcomes.ts'
import { carryOut, type PastFinding, type PastScene, pastMoment, type Seen } from './past-visits.ts'
import { prepareDraw } from './prepare-draw.ts'
import { proposeDrawn } from './propose-drawn.ts'
import { approveDraw, drawNow, linkToken, notePublicNumber, openSecret, promise } from './run-draw.ts'

/** A draw of a demonstration, from its lists to its published outcomes. */
export interface PastDraw {
  readonly title: string
  readonly items: readonly { readonly code: string; readonly name: string }[]
  /** When its lists were frozen. */
  readonly daysAgo: number
  readonly outside: string
  readonly publicValue: string
  readonly publicNumber: string
  /** What the nth visit found. */
  readonly seen: (n: number) => Omit<Seen, 'daysAgo'>
}

interface Scene extends PastScene {
  readonly legal: string
  readonly areas: readonly string[]
  readonly blind: (kind: string, text: string) => string
}

/** Days between the freezing and the first visit, days for the visits, and of these a rest in which a long holiday finds room. */
const [untilVisits, visitDays, rest] = [4, 40, 12]

/**
 * 往期抽查 of a demonstration (模拟数据): every step by the action that a person would have called, on its own day, so that the published file
 * is one like any other and stands the same verification. Gives what the visits found.
 */
export async function seedPastDraw(tx: Tx, told: PastDraw, scene: Scene): Promise<readonly PastFinding[]> {
  const { now, setting } = scene
  const frozen = told.daysAgo
  const at = (days: number, hour: number) => pastMoment(now, days, hour)
  const day = (days: number) => now.today.subtract({ days }).toString()
  const analyst = actorOf(scene.analyst, scene.areas)
  const legal = actorOf(scene.legal, scene.areas)
  const asked = {
    title: told.title,
    items: told.items,
    visitsFrom: day(frozen - untilVisits),
    visitsTo: day(frozen - untilVisits - visitDays),
    publicValue: told.publicValue,
    repeats: null,
    parties: [
      { kind: 'staff', staffId: scene.analyst, post: 'analyst' },
      { kind: 'staff', staffId: scene.legal, post: 'legal' },
      { kind: 'outside', name: told.outside },
    ],
  } as const
  const id = sure(await prepareDraw(tx, asked, { by: analyst, at: at(frozen + 2, 9) }))
  await freeze(tx, id, scene, at(frozen, 10))
  await drawIt(tx, id, { actors: [analyst, legal, anonymous], number: told.publicNumber }, scene, at(frozen - 1, 9))
  await proposeDrawn(tx, id, at(frozen - 1, 11), setting)
  return visitAll(tx, id, told, scene)
}

async function freeze(tx: Tx, id: string, { setting, ...scene }: Scene, at: Moment): Promise<void> {
  const record = await lockDraw(tx, id)
  if (!record) throw new Error(`draw ${id} is gone`)
  const manifest = await assembleManifest(tx, record, { policy: setting.policy, today: at.today.toString() })
  const seen = { id, manifestHash: manifestHashOf(manifest, digest) }
  sure(await approveDraw(tx, seen, { by: actorOf(scene.head, scene.areas), at, policy: setting.policy }))
}

interface Chance {
  readonly actors: readonly Actor[]
  readonly number: string
}

/** Promises first, an hour later the number that nobody makes, then the secrets; the draw follows the last of them. */
async function drawIt(tx: Tx, id: string, { actors, number }: Chance, { blind }: Scene, at: Moment): Promise<void> {
  const parties = await listParties(tx, id)
  const secrets = new Map(parties.map(({ id: party }) => [party, randomBytes(32).toString('hex')]))
  for (const [n, { id: party, staffId }] of parties.entries()) {
    const commitment = commitmentOf({ drawId: id, party, secret: secrets.get(party) ?? '' }, digest)
    const token = staffId === null ? linkToken(blind, id, party) : null
    sure(await promise(tx, { id, party, commitment, token }, { by: actors[n] ?? anonymous, at: later(at, n), blind }))
  }
  sure(await notePublicNumber(tx, { id, value: number }, { at: later(at, 60) }))
  for (const [n, [party, secret]] of [...secrets].entries())
    sure(await openSecret(tx, { id, party, secret }, { at: later(at, 70 + n) }))
  await drawNow(tx, id, later(at, 80))
}

/** Every drawn shop by its own pair; the outcomes become public in two portions, each within its 20 working days. */
async function visitAll(tx: Tx, id: string, told: PastDraw, scene: Scene): Promise<readonly PastFinding[]> {
  const { now, setting } = scene
  const tasks = await listProposedOf(tx, 'draw', id)
  const findings: PastFinding[] = []
  for (const [n, taskId] of tasks.entries()) {
    const task = await lockTask(tx, taskId)
    const [first, second] = task?.officers ?? []
    if (task === undefined || first === undefined || second === undefined) continue
    const meant = told.daysAgo - untilVisits - 2 - Math.floor(((visitDays - rest) * n) / tasks.length)
    const seen = { ...told.seen(n), daysAgo: workday(meant, scene) }
    const drawn = { id: taskId, licenceNo: task.licenceNo, areaCode: task.areaCode, hours: 'office' } as const
    const { checkedOn, rectifyBy } = await carryOut(tx, drawn, seen, { ...scene, officers: [first, second] })
    const { outcome } = seen
    const noted = { drawId: id, object: task.licenceNo, outcome, checkedOn, by: `staff:${first}` }
    sure(await noteOutcome(tx, noted, pastMoment(now, seen.daysAgo, 16)))
    findings.push({
      ...{ taskId, licenceNo: task.licenceNo, source: 'draw', sourceRef: id },
      ...{ outcome, checkedOn, rectifyBy },
    })
    const half = n + 1 === Math.ceil(tasks.length / 2)
    if (half || n + 1 === tasks.length)
      sure(await publishDrawOutcomes(tx, id, pastMoment(now, workday(meant - 3, { now, setting }), 17)))
  }
  return findings
}

const workday = (daysAgo: number, { now, setting }: Pick<PastScene, 'now' | 'setting'>): number =>
  isDayOff(now.today.subtract({ days: daysAgo }), setting.calendar) ? workday(daysAgo - 1, { now, setting }) : daysAgo

const later = (at: Moment, minutes: number): Moment => ({ ...at, instant: at.instant.add({ minutes }) })

const anonymous: Actor = { kind: 'anonymous' }

const actorOf = (staffId: string, areas: readonly string[]): Extract<Actor, { kind: 'staff' }> => ({
  ...{ kind: 'staff', staffId, sessionId: 'demo', roles: [], areas },
})

/** A story that one of the guards refuses is told wrongly. */
function sure<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the draw of the demonstration: ${result.refusal}`)
  return result.value
}
