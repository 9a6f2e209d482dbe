import { findAction } from '../queries/joint-actions.ts'
import { findMeeting } from '../queries/meetings.ts'
import { listOpenMatters } from '../queries/open-matters.ts'
import { agendaOf } from '../rules/meeting/agenda.ts'
import { giveTask, takeTaskStep } from './give-task.ts'
import { evaluateAction, linkResult, moveAction, movePhase } from './move-action.ts'
import { takeOwnAct } from './own-act.ts'
import { changePlan, planAction } from './plan-action.ts'
import { planMeeting, stepMeeting } from './plan-meeting.ts'
import { signMinutes, writeMinutes } from './write-minutes.ts'

/** For a demonstration: what happened is told by the acts that would have made it, each on its own day. */
export const cooperation = {
  ...{ planMeeting, stepMeeting, writeMinutes, signMinutes, findMeeting, giveTask, takeTaskStep },
  ...{
    planAction,
    changePlan,
    moveAction,
    movePhase,
    linkResult,
    evaluateAction,
    findAction,
    takeOwnAct,
    listOpenMatters,
    agendaOf,
  },
}
