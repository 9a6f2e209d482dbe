import { ok } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { answerHelpCall, callHelper } from '../actions/help-calls.ts'
import { routes } from '../contract.ts'
import { listHelpCalls } from '../queries.ts'
import { byStaff, everywhere, terminalOf } from './actors.ts'

const called = { zh: '已通知帮办人员，请在这里稍候。', en: 'A helper has been told. Please wait here.' }

/** 找人帮忙: call, list, answer. */
export const helpCallRoutes: readonly RouteBinding[] = [
  bind(routes.callHelper, async ask => {
    const sessionId = ask.actor.kind === 'citizen' ? ask.actor.sessionId : undefined
    const asked = { terminalId: terminalOf(ask), sessionId, step: ask.body.step }
    const call = await ask.act({ action: 'access.callHelper', subject: asked.terminalId, scope: everywhere }, tx =>
      callHelper(tx, asked, ask.at),
    )
    const english = /^en\b/iu.test(ask.http.request.headers['accept-language'] ?? '')
    return call.ok ? ok({ id: call.value, message: english ? called.en : called.zh }) : call
  }),

  bind(routes.listHelpCalls, async ask => ok({ items: await ask.read(tx => listHelpCalls(tx, ask.at.instant)) })),

  bind(routes.answerHelpCall, ask =>
    ask.act({ action: 'access.answerHelpCall', subject: ask.params.id }, tx =>
      answerHelpCall(tx, ask.params.id, byStaff(ask)),
    ),
  ),
]
