import { ok, type Result, refuse } from '#kernel/refusal'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { openSealed } from '#platform/paper-seal'
import { giveTask } from '../actions/give-task.ts'
import { unnamedIn } from '../actions/leave-unnamed.ts'
import { planMeeting, stepMeeting } from '../actions/plan-meeting.ts'
import { signMinutes, writeMinutes } from '../actions/write-minutes.ts'
import { type MeetingDetail, meetingRoutes as routes } from '../contract.ts'
import { cooperationPolicy } from '../cooperation-policy.ts'
import { renderMinutes } from '../papers/render-minutes.ts'
import { findMeeting, findMinutesPaper, listMeetings } from '../queries/meetings.ts'
import { listOpenMatters } from '../queries/open-matters.ts'
import { listChoices } from '../queries/people.ts'
import { agendaOf } from '../rules/meeting/agenda.ts'
import { lockMeeting } from '../store/meetings.ts'
import { staffHand } from './staff-hand.ts'

const detailOf = (ask: Pick<Ask, 'actor' | 'at' | 'read'>, id: string): Promise<Result<MeetingDetail>> => {
  const { by, at } = staffHand(ask)
  return ask.read(async tx => {
    const found = await findMeeting(tx, id, { at, by })
    return found ? ok(found) : refuse('meetingUnknown')
  })
}

/** 会议 */
export const meetingBindings: readonly RouteBinding[] = [
  bind(routes.listMeetings, async ({ read, at, query }) =>
    ok({ items: await read(tx => listMeetings(tx, at.today.toString(), query)) }),
  ),

  bind(routes.proposeAgenda, ({ read, at: { today }, query: { kind } }) =>
    read(async tx => {
      const policy = cooperationPolicy(today)
      const lines = agendaOf(await listOpenMatters(tx), { kind, today, longest: policy.agendaLines })
      const owing = new Set(lines.map(({ agencyId }) => agencyId))
      const agencies = (await listChoices(tx)).map(({ id, name, contacts }) => ({
        ...{ agencyId: id, name, contacts: [...contacts] },
        concerned: owing.has(id),
      }))
      return ok({
        agencies: agencies.toSorted((a, b) => Number(b.concerned) - Number(a.concerned)),
        lines: lines.map(({ kind: of, ref, words, why }) => ({ kind: of, ref, words, why })),
        noticeMinutes: policy.urgentNoticeMinutes,
      })
    }),
  ),

  bind(routes.planMeeting, async ask => {
    const { body, services } = ask
    const texts = [body.title, body.place, ...body.lines.flatMap(({ words, why }) => [words, why])]
    const done = await ask.act({ action: 'partners.planMeeting', details: { kind: body.kind } }, tx =>
      unnamedIn(tx, { refs: body.lines.map(({ ref }) => ref) }, texts, services.keyring, () =>
        planMeeting(tx, body, staffHand(ask)),
      ),
    )
    return done.ok ? detailOf(ask, done.value.id) : done
  }),

  bind(routes.meeting, ask => detailOf(ask, ask.params.id)),

  bind(routes.moveMeeting, async ask => {
    const { params, body } = ask
    const done = await ask.act({ action: `partners.${body.event}Meeting`, subject: params.id, reason: body.note }, tx =>
      unnamedIn(tx, { of: params.id }, [body.note], ask.services.keyring, () =>
        stepMeeting(tx, { id: params.id, ...body }, staffHand(ask)),
      ),
    )
    return done.ok ? detailOf(ask, params.id) : done
  }),

  bind(routes.writeMinutes, async ask => {
    const { params, body } = ask
    const done = await ask.act({ action: 'partners.writeMinutes', subject: params.id }, tx =>
      unnamedIn(
        tx,
        { of: params.id },
        [body.minutes, ...body.said.map(({ words }) => words)],
        ask.services.keyring,
        () => writeMinutes(tx, { id: params.id, ...body }, staffHand(ask)),
      ),
    )
    return done.ok ? detailOf(ask, params.id) : done
  }),

  bind(routes.decideTask, async ask => {
    const { params, body } = ask
    const done = await ask.act({ action: 'partners.giveTask', subject: params.id }, async tx => {
      const meeting = await lockMeeting(tx, params.id)
      if (!meeting) return refuse('meetingUnknown')
      if (meeting.state !== 'sitting' && meeting.state !== 'held') return refuse('meetingNotNow')
      return unnamedIn(tx, { refs: [body.aboutRef], of: params.id }, [body.words], ask.services.keyring, () =>
        giveTask(tx, body, { source: 'meeting', sourceRef: params.id, ...staffHand(ask) }),
      )
    })
    return done.ok ? detailOf(ask, params.id) : done
  }),

  bind(routes.signMinutes, async ask => {
    const { params, body, services } = ask
    const hand = { ...staffHand(ask), policy: cooperationPolicy(ask.at.today), keyring: services.keyring }
    const done = await ask.act({ action: 'partners.signMinutes', subject: params.id }, tx =>
      signMinutes(tx, { id: params.id, ...body }, hand),
    )
    return done.ok ? detailOf(ask, params.id) : done
  }),

  bind(routes.printMinutes, async ({ params, read, services }) => {
    const paper = await read(tx => findMinutesPaper(tx, params.id))
    if (!paper) return refuse('minutesUnsigned')
    const content = openSealed(paper, services.keyring)
    return content === undefined
      ? refuse('minutesAltered')
      : ok(renderMinutes(content, paper.digest, services.config.mode))
  }),
]
