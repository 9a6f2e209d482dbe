import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Moment, momentOf } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { holdAct } from '../actions/held-acts.ts'
import { type Envelope, type HeldActView, routes } from '../contract.ts'
import { type OpenedAct, openEnvelope } from '../envelope.ts'
import { callAs, type InnerCaller, innerHeader } from '../inner-calls.ts'
import { accessPolicy } from '../policy.ts'
import { mayRunAct } from '../rules/act-target.ts'
import { countedAt } from '../rules/session-life.ts'
import { hashOf } from '../secrets.ts'
import { findSessionOfToken } from '../store/card-session.ts'
import { everywhere, terminalOf } from './actors.ts'

type ActAsk = Ask<typeof routes.terminalAct>
type Why = HeldActView['reason']

/**
 * 终端密封的办理动作 (decision 0002 §5). Opened, judged, and run as the citizen who made it; the inner reply is the reply.
 * What cannot be placed is kept for a person before it is refused: the terminal purges an act that has a final answer.
 */
export const terminalActRoutes: readonly RouteBinding[] = [
  bind(routes.terminalAct, async ask => {
    const opened = openEnvelope(ask.services.keyring, ask.body)
    if (!opened.ok) return hold(ask, opened.refusal)
    if (!mayRunAct(opened.value)) return hold(ask, 'actNotAllowed')
    const caller = await callerOf(ask, opened.value)
    return caller.ok ? ok(await run(ask, opened.value, caller.value)) : hold(ask, caller.refusal)
  }),
]

/** The citizen of the act's session, if it was open when the act was captured; the terminal for an act without one. */
async function callerOf(ask: ActAsk, act: OpenedAct): Promise<Result<InnerCaller, Why>> {
  const terminalId = terminalOf(ask)
  if (act.session === '') return ok({ actor: { kind: 'terminal', terminalId }, capturedAt: ask.at })
  const session = await ask.read(
    tx => findSessionOfToken(tx, { tokenHash: hashOf(act.session), terminalId }),
    everywhere,
  )
  if (!session) return refuse('actSessionUnknown')
  const { personIndex, method } = session
  const times = {
    openedAt: Temporal.Instant.from(session.openedAt),
    endsAt: Temporal.Instant.from(session.endsAt),
    ...(session.endedAt === null ? {} : { endedAt: Temporal.Instant.from(session.endedAt) }),
  }
  const counted = countedAt(times, { at: act.captured, now: ask.at.instant }, accessPolicy(ask.at.today))
  if (!counted || session.clockWrong) return refuse('actTimeDoubtful')
  const capturedAt: Moment = momentOf(counted)
  return ok({ actor: { kind: 'citizen', sessionId: session.id, personIndex, terminalId, method }, capturedAt })
}

/** Runs the act through the server's own door, with all its checks; gives the bytes of the reply as they are. */
async function run({ http, ...ask }: ActAsk, act: OpenedAct, caller: InnerCaller): Promise<Buffer> {
  const language = http.request.headers['accept-language']
  const reply = await callAs(caller, ticket =>
    http.request.server.inject({
      method: 'POST',
      url: act.url,
      headers: {
        [innerHeader]: ticket,
        'idempotency-key': act.idempotencyKey,
        // Counts the inner request to this terminal and not to the server itself.
        'x-yzt-terminal': terminalOf(ask),
        ...(language === undefined ? {} : { 'accept-language': language }),
        ...(act.body === null ? {} : { 'content-type': 'application/json' }),
      },
      ...(act.body === null ? {} : { payload: JSON.stringify(act.body) }),
    }),
  )
  passOn(http.reply, reply)
  return reply.rawPayload
}

type InnerReply = Awaited<ReturnType<FastifyRequest['server']['inject']>>

function passOn(reply: FastifyReply, inner: InnerReply): void {
  reply.code(inner.statusCode)
  for (const name of ['content-type', 'retry-after']) {
    const value = inner.headers[name]
    if (typeof value === 'string') reply.header(name, value)
  }
}

/** Kept first, refused then: the refusal says that staff will take care. */
async function hold(ask: ActAsk, reason: Why): Promise<Result<never>> {
  const key = ask.http.request.headers['idempotency-key']
  const envelope: Envelope = ask.body
  const terminalId = terminalOf(ask)
  const kept = await ask.act(
    { action: 'access.holdAct', subject: terminalId, scope: everywhere, details: { reason } },
    tx => holdAct(tx, { terminalId, actKey: String(key), envelope, reason }, ask.at),
  )
  return kept.ok ? refuse('actHeld') : kept
}
