import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type Moment, momentOf } from '#kernel/dates'
import type { Result } from '#kernel/refusal'
import { createStaff } from '#modules/access'
import { cooperation, cooperationPolicyOf, insertAgency, insertContact } from '#modules/partners'
import { demoPackageKeys, demoPartners } from '../../../town/partners.ts'
import { county } from '../../../town/places.ts'
import type { Tx } from '../../platform/database.ts'
import type { Keyring } from '../../platform/keyring.ts'
import { housePolicy } from '../../platform/policy.ts'
import {
  actionStories,
  hiddenStory,
  type MeetingStory,
  meetingStories,
  type PlanStory,
  taskStories,
} from './cooperation-story.ts'

interface Scene {
  readonly tx: Tx
  readonly now: Moment
  readonly keyring: Keyring
  readonly idOf: (account: string) => string
}

interface Partner {
  readonly agencyId: string
  readonly contactId: string
  readonly accountId: string
}
type Partners = ReadonlyMap<string, Partner>

const policy = housePolicy(cooperationPolicyOf)
const areaCode = county.code
const before = ({ instant }: Moment, minutes: number): Moment => momentOf(instant.subtract({ minutes }))
const day = 24 * 60

function must<T>(result: Result<T>, what: string): T {
  if (!result.ok)
    throw new Error(`demo cooperation, ${what}: ${result.refusal} ${JSON.stringify(result.details ?? {})}`)
  return result.value
}

/** 协作 of a demonstration (模拟数据): agencies with accounts, a meeting held and one to come, an action over and one live, tasks in every state. */
export async function seedCooperation(scene: Scene): Promise<void> {
  const partners = await bringIn(scene)
  for (const story of meetingStories) await tellMeeting(scene, partners, story)
  for (const { source: _, ...story } of taskStories) await tellTask(scene, partners, story, null)
  await tellActions(scene, partners)
  await tellHiddenAction(scene, partners)
}

async function bringIn({ tx, now, keyring, idOf }: Scene): Promise<Partners> {
  const by = `staff:${idOf('head')}`
  const found = new Map<string, Partner>()
  for (const { account, kind, agency, areas, contact, duty, phone, password, totpSecret } of demoPartners) {
    const [agencyId, contactId] = [randomUUID(), randomUUID()]
    const added = { by, at: now.instant }
    const { publicKey } = demoPackageKeys(account)
    await insertAgency(tx, { id: agencyId, kind, name: agency, areas, publicKey, ...added })
    const asked = {
      account,
      name: contact,
      roles: ['partner'] as const,
      agencyId,
      areas,
      password,
      totpSecret,
      demo: true,
    }
    const made = must(await createStaff(tx, asked, { at: now, keyring }), account)
    await insertContact(tx, {
      ...{ id: contactId, agencyId, name: contact, duty, accountId: made.staffId, ...added },
      phoneSealed: keyring.sealField(phone),
      phoneMasked: `*******${phone.slice(-4)}`,
    })
    found.set(account, { agencyId, contactId, accountId: made.staffId })
  }
  return found
}

function known(partners: Partners, account: string): Partner {
  const one = partners.get(account)
  if (!one) throw new Error(`demo cooperation: no partner ${account}`)
  return one
}

async function tellMeeting(scene: Scene, partners: Partners, story: MeetingStory): Promise<void> {
  const { tx, now, keyring, idOf } = scene
  const [by, signer] = [`staff:${idOf('inspector')}`, `staff:${idOf('head')}`]
  const called = before(now, story.calledDaysAgo * day)
  const generated = cooperation.agendaOf(await cooperation.listOpenMatters(tx), {
    kind: story.kind,
    today: called.today,
    longest: story.matters,
  })
  const own = story.lines.map(words => ({ kind: 'other' as const, ref: '', words, why: '' }))
  const { id } = must(
    await cooperation.planMeeting(
      tx,
      {
        ...{ kind: story.kind, title: story.title, place: story.place, call: true },
        startsAt: now.instant.subtract({ minutes: story.startsDaysAgo * day }).toString(),
        agencies: story.guests
          .map(account => known(partners, account))
          .map(({ agencyId, contactId }) => ({ agencyId, contactId })),
        lines: [...generated.map(({ kind, ref, words, why }) => ({ kind, ref, words, why })), ...own],
      },
      { by, areaCode, at: called },
    ),
    story.title,
  )
  if (story.startsDaysAgo < 0) return
  const at = before(now, story.startsDaysAgo * day)
  const version = async () => (await cooperation.findMeeting(tx, id, { at, by }))?.version ?? 0
  const step = async (event: 'begin' | 'end') =>
    must(await cooperation.stepMeeting(tx, { id, version: await version(), event, note: '' }, { by, at }), event)
  await step('begin')
  for (const task of story.tasks) await tellTask(scene, partners, task, id)
  await step('end')
  const meeting = await cooperation.findMeeting(tx, id, { at, by })
  const said = (meeting?.lines ?? []).map((line, n) => ({
    id: line.id,
    words: story.said[n % story.said.length] ?? '',
  }))
  const attended = story.guests.map(account => ({
    agencyId: known(partners, account).agencyId,
    there: !story.absent.includes(account),
  }))
  const written = { id, version: await version(), minutes: story.minutes, said, attended }
  must(await cooperation.writeMinutes(tx, written, { by, at }), 'minutes')
  must(
    await cooperation.signMinutes(
      tx,
      { id, version: await version() },
      { by: signer, at, policy: policy(at.today), keyring },
    ),
    'signature',
  )
}

type TaskStory = MeetingStory['tasks'][number]

/** One task with what became of it; the steps are told in minutes after it was given. */
async function tellTask(
  { tx, now, idOf }: Scene,
  partners: Partners,
  story: TaskStory,
  meetingId: string | null,
): Promise<void> {
  const at = before(now, story.givenDaysAgo * day)
  const receiver = story.owner.startsWith('partner.') ? known(partners, story.owner) : undefined
  const staffId = receiver ? null : idOf(story.owner)
  const { id } = must(
    await cooperation.giveTask(
      tx,
      {
        ...{ agencyId: receiver?.agencyId ?? null, contactId: receiver?.contactId ?? null, staffId },
        ...{ areaCode: story.town, aboutRef: '', words: story.words },
        dueOn: now.today.add({ days: story.dueInDays }).toString(),
      },
      {
        ...{ source: meetingId === null ? 'direct' : 'meeting', sourceRef: meetingId },
        ...{ by: `staff:${idOf('inspector')}`, areaCode, at },
      },
    ),
    story.words,
  )
  const side = receiver ? { agencyId: receiver.agencyId } : { staffId: staffId ?? '' }
  const by = receiver ? `partner:${receiver.agencyId}/${receiver.accountId}` : `staff:${staffId}`
  for (const [minutes, event, words] of story.steps) {
    const then = momentOf(at.instant.add({ minutes }))
    const hand = event === 'accept' ? { side: { staffId: idOf('head') }, by: `staff:${idOf('head')}` } : { side, by }
    const asked = { id, event, words, toldAt: then.instant.toString() }
    must(await cooperation.takeTaskStep(tx, asked, { ...hand, at: then }), `${story.words} ${event}`)
  }
}

interface Around {
  readonly at: Moment
  readonly head: string
  readonly partners: Partners
  readonly idOf: (account: string) => string
}

/** 方案 of a story that begins at this moment. */
function planOf(story: PlanStory, { at, head, partners, idOf }: Around) {
  return {
    ...{ title: story.title, purpose: story.purpose, leadAgency: null, area: story.area, planners: [head] },
    startsAt: at.instant.toString(),
    endsAt: at.instant.add({ minutes: story.minutes }).toString(),
    members: story.groups.map(({ name, duty, who }) => {
      const partner = partners.get(who)
      const own = { agencyId: partner?.agencyId ?? null, contacts: partner ? [partner.contactId] : [] }
      return { ...own, name, duty, staff: partner ? [] : [idOf(who)] }
    }),
    phases: story.phases.map(({ title, after }) => ({
      title,
      plannedAt: at.instant.add({ minutes: after }).toString(),
    })),
  }
}

/** An action of tomorrow that only its planners see: written, changed once with a reason, approved, not released. */
async function tellHiddenAction({ tx, now, idOf }: Scene, partners: Partners): Promise<void> {
  const { kind, change, ...story } = hiddenStory
  const around = { at: before(now, -day), head: idOf('head'), partners, idOf }
  const hand = { staffId: idOf('inspector'), by: `staff:${idOf('inspector')}`, areaCode, at: before(now, 2 * day) }
  const plan = planOf(story, around)
  const { id } = must(await cooperation.planAction(tx, { kind, ...plan }, hand), story.title)
  const changed = { ...planOf({ ...story, ...change }, around), id, version: 1, reason: change.reason }
  must(await cooperation.changePlan(tx, changed, { ...hand, at: before(now, day) }), change.reason)
  const head = { ...hand, staffId: idOf('head'), by: `staff:${idOf('head')}`, at: before(now, 120) }
  must(await cooperation.moveAction(tx, { id, version: 2, event: 'approve', note: '' }, head), 'approve')
}

async function tellActions({ tx, now, idOf }: Scene, partners: Partners): Promise<void> {
  const people = { first: idOf('inspector'), head: idOf('head') }
  for (const story of actionStories) {
    const at = before(now, story.startedMinutesAgo)
    const planner = { staffId: people.first, by: `staff:${people.first}`, areaCode, at: before(at, 3 * day) }
    const head = { ...planner, staffId: people.head, by: `staff:${people.head}` }
    const plan = planOf(story, { at, head: people.head, partners, idOf })
    const { id } = must(await cooperation.planAction(tx, { kind: story.kind, ...plan }, planner), story.title)
    const found = async () => {
      const action = await cooperation.findAction(tx, id, planner.by)
      if (!action) throw new Error(`demo cooperation: ${id} is gone`)
      return action
    }
    const move = async (event: 'approve' | 'release' | 'start' | 'end', then: Moment) =>
      must(
        await cooperation.moveAction(
          tx,
          { id, version: (await found()).version, event, note: '' },
          { ...head, at: then },
        ),
        event,
      )
    await move('approve', before(at, 2 * day))
    await move('release', before(at, 60))
    await move('start', at)
    for (const [n, { begun, over }] of story.phases.entries()) {
      const phase = async (step: 'start' | 'end', minutes: number) =>
        must(
          await cooperation.movePhase(
            tx,
            { id, n: n + 1, move: step },
            { ...head, at: momentOf(at.instant.add({ minutes })) },
          ),
          `phase ${n + 1}`,
        )
      if (begun !== null) await phase('start', begun)
      if (over !== null) await phase('end', over)
    }
    const { members } = await found()
    for (const { group, minutes, step, position, words } of story.steps) {
      const member = members.find(({ name }) => name === group)
      const who = story.groups.find(({ name }) => name === group)?.who ?? ''
      const partner = partners.get(who)
      const then = momentOf(at.instant.add({ minutes }))
      const hand = partner
        ? { side: { agencyId: partner.agencyId }, by: `partner:${partner.agencyId}/${partner.accountId}` }
        : { side: { staffId: idOf(who) }, by: `staff:${idOf(who)}` }
      const told = { actionId: id, toldAt: then.instant.toString(), words }
      const act =
        step === null
          ? { kind: 'find' as const, ...told }
          : {
              kind: 'step' as const,
              ...told,
              memberId: member?.id ?? '',
              step,
              position: [...position] as [number, number],
            }
      must(await cooperation.takeOwnAct(tx, act, { ...hand, at: then }), `${group} ${step ?? 'find'}`)
    }
    if (story.evaluation === null) continue
    await linkWhatIsThere(tx, id, { by: planner.by, at })
    await move('end', momentOf(at.instant.add({ minutes: story.minutes })))
    const evaluated = { id, version: (await found()).version, words: story.evaluation }
    must(await cooperation.evaluateAction(tx, evaluated, { ...head, at: before(now, day) }), 'evaluation')
  }
}

/** Numbers that the demonstration's own cases, clues and goods have. */
async function linkWhatIsThere(tx: Tx, id: string, hand: { readonly by: string; readonly at: Moment }): Promise<void> {
  const { rows } = await sql<{ kind: 'case' | 'goods' | 'clue'; ref: string }>`
    (select 'case' as kind, no as ref from cases.published_case where filed_on is not null order by no limit 2)
    union all (select 'goods', lot_no from cases.published_goods_lot order by lot_no limit 3)
    union all (select 'clue', no from intelligence.published_clue order by no limit 1)`.execute(tx)
  for (const { kind, ref } of rows)
    must(await cooperation.linkResult(tx, { id, kind, ref, words: '' }, { ...hand, agencyId: null }), ref)
}
