import { actorLabel } from '#kernel/actor'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { answerOpening, askOpening, lookAtIdentity, seeAlarm } from '../actions/informant/openings.ts'
import { answerReward, proposeReward } from '../actions/informant/rewards.ts'
import { settingOn } from '../actions/setting.ts'
import { type InformantPanel, informantRoutes as routes } from '../contract/informants.ts'
import { listNamed, readPanel } from '../queries/informant.ts'
import { listAlarms, listAsked } from '../store/informant.ts'
import { type Officer, officerOf } from './staff.ts'

type Asked = Pick<Ask, 'actor' | 'at' | 'services' | 'act' | 'read'>
const setting = ({ at, services }: Pick<Ask, 'at' | 'services'>) => settingOn(at.today, services.keyring)

/** One step about whoever reported; `work` gives the clue's number, the panel is read afterwards and kept nowhere. */
async function step(
  ask: Asked,
  options: Parameters<Asked['act']>[0],
  work: (tx: Tx, by: Officer) => Promise<Result<string>>,
): Promise<Result<InformantPanel>> {
  const by = officerOf(ask)
  if (!by) return refuse('notPermitted')
  const done = await ask.act(options, tx => work(tx, by))
  return done.ok ? panel(ask, by, done.value) : done
}

const panel = (ask: Asked, by: Officer, no: string): Promise<Result<InformantPanel>> =>
  ask.read(tx => readPanel(tx, no, by, ask.at.instant.toString(), setting(ask)))

const about = async (no: string, work: Promise<Result<undefined>>): Promise<Result<string>> => {
  const done = await work
  return done.ok ? ok(no) : done
}

const alarmList = (ask: Asked) =>
  ask.read(async tx => {
    const by = officerOf(ask)
    const label = actorLabel(ask.actor)
    const isHead = by?.roles.includes('head') ?? false
    const alarms = isHead ? await listAlarms(tx) : []
    const since = ask.at.instant.subtract({ hours: 24 * 30 }).toString()
    return ok({
      named: isHead ? await listNamed(tx, since) : [],
      asked: (await listAsked(tx)).map(({ id, clueNo, reason, asker, askedBy }) => ({
        ...{ id, clueNo, reason, askedBy: asker },
        mine: askedBy === label,
      })),
      items: alarms.map(({ id, clueNo, reason, agreedAt }) => ({ id, clueNo, reason, agreedAt })),
    })
  })

/** 举报人、启封、奖励 */
export const informantBindings: readonly RouteBinding[] = [
  bind(routes.panel, async ask => {
    const by = officerOf(ask)
    return by ? panel(ask, by, ask.params.no) : refuse('notPermitted')
  }),
  bind(routes.ask, ask => {
    const { no } = ask.params
    const { reason } = ask.body
    return step(ask, { action: 'intelligence.askOpening', subject: no, reason }, (tx, by) =>
      about(no, askOpening(tx, { no, reason }, { by, at: ask.at }, setting(ask))),
    )
  }),
  bind(routes.answer, ask => {
    const action = ask.body.agree ? 'intelligence.agreeOpening' : 'intelligence.refuseOpening'
    return step(ask, { action, subject: ask.params.id }, (tx, by) =>
      answerOpening(tx, { ...ask.params, ...ask.body }, { by, at: ask.at }, setting(ask)),
    )
  }),
  bind(routes.look, async ask => {
    const by = officerOf(ask)
    if (!by) return refuse('notPermitted')
    return ask.act({ action: 'intelligence.lookAtIdentity', subject: ask.params.id }, tx =>
      lookAtIdentity(tx, ask.params, { by, at: ask.at }, setting(ask)),
    )
  }),
  bind(routes.alarms, alarmList),
  bind(routes.seeAlarm, async ask => {
    const by = officerOf(ask)
    if (!by) return refuse('notPermitted')
    const seen = await ask.act({ action: 'intelligence.seeOpening', subject: ask.params.id }, tx =>
      seeAlarm(tx, ask.params, { by, at: ask.at }),
    )
    return seen.ok ? alarmList(ask) : seen
  }),
  bind(routes.proposeReward, ask => {
    const { no } = ask.params
    return step(ask, { action: 'intelligence.proposeReward', subject: no }, (tx, by) =>
      about(no, proposeReward(tx, { no, ...ask.body }, { by, at: ask.at }, setting(ask))),
    )
  }),
  bind(routes.answerReward, ask => {
    const action = ask.body.agree ? 'intelligence.approveReward' : 'intelligence.rejectReward'
    return step(ask, { action, subject: ask.params.id }, (tx, by) =>
      answerReward(tx, { ...ask.params, ...ask.body }, { by, at: ask.at }),
    )
  }),
]
