import { actorLabel } from '#kernel/actor'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import type { Side } from '../actions/give-task.ts'
import { unnamedIn } from '../actions/leave-unnamed.ts'
import { takeOwnAct } from '../actions/own-act.ts'
import { type CooperationAct, type OwnDay, ownRoutes as routes } from '../contract.ts'
import { findOwnDay, listHeldActs } from '../queries/own-work.ts'
import { findAgencyArea } from '../queries/people.ts'
import { insertHeldAct, settleHeldAct } from '../store/held-acts.ts'

function sideOf({ actor }: Pick<Ask, 'actor'>): Side {
  if (actor.kind === 'partner') return { agencyId: actor.agencyId }
  if (actor.kind === 'staff') return { staffId: actor.staffId }
  throw new Error('own work was opened to somebody else')
}

const dayOf = async (ask: Pick<Ask, 'actor' | 'at' | 'read'>): Promise<Result<OwnDay>> =>
  ok(await ask.read(tx => findOwnDay(tx, sideOf(ask), ask.at)))

const matterOf = (act: CooperationAct): string =>
  act.kind === 'task' ? act.taskId : act.kind === 'reply' ? act.meetingId : act.actionId

/** 协作单位和外勤人员自己的任务、行动、会议 */
export const ownBindings: readonly RouteBinding[] = [
  bind(routes.ownDay, dayOf),

  bind(routes.act, ask =>
    ask.act({ action: `partners.own.${ask.body.kind}`, subject: matterOf(ask.body) }, tx => {
      const { actor, body, services } = ask
      // An agency's words are its own: a refusal would tell it who reported.
      const texts = actor.kind === 'staff' ? [body.words] : []
      return unnamedIn(tx, { of: matterOf(body) }, texts, services.keyring, () =>
        takeOwnAct(tx, body, { side: sideOf(ask), by: actorLabel(actor), at: ask.at }),
      )
    }),
  ),

  bind(routes.holdAct, ask => {
    const { act, why } = ask.body
    return ask.act({ action: 'partners.holdAct', subject: matterOf(act) }, async tx => {
      const { actor, at } = ask
      const id = randomId()
      const agencyId = actor.kind === 'partner' ? actor.agencyId : null
      const own =
        actor.kind === 'staff' ? actor.areas[0] : agencyId === null ? undefined : await findAgencyArea(tx, agencyId)
      const line = { id, agencyId, areaCode: own ?? '', act, why, by: actorLabel(actor), at: at.instant.toString() }
      await insertHeldAct(tx, line)
      return ok({ id })
    })
  }),

  bind(routes.heldActs, async ({ read }) => {
    const rows = await read(listHeldActs)
    return ok({ items: rows.map(row => ({ ...row, act: row.act as CooperationAct })) })
  }),

  bind(routes.settleHeldAct, ask =>
    ask.act({ action: 'partners.settleHeldAct', subject: ask.params.id }, async tx => {
      const line = { by: actorLabel(ask.actor), at: ask.at.instant.toString() }
      return (await settleHeldAct(tx, ask.params.id, line)) ? ok({ id: ask.params.id }) : refuse('heldActUnknown')
    }),
  ),
]
