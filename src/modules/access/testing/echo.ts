import Type from 'typebox'
import { actorLabel, allow } from '#kernel/actor'
import { ok, refuse } from '#kernel/refusal'
import type { Routes } from '#kernel/route'
import { bind, defineModule } from '#platform/module'

const Said = Type.Object({ who: Type.String(), capturedAt: Type.String(), runs: Type.Integer() })

const routes = {
  read: {
    method: 'GET',
    url: '/api/licensing/echo',
    allow: allow.of(allow.citizen, allow.terminal),
    summary: 'echo',
    query: Type.Object({ q: Type.Optional(Type.String()) }),
    reply: Said,
  },
  write: {
    method: 'POST',
    url: '/api/licensing/echo',
    allow: allow.of(allow.citizen, allow.terminal),
    summary: 'echo',
    body: Type.Object({ text: Type.String() }, { additionalProperties: false }),
    reply: Said,
  },
  decide: {
    method: 'POST',
    url: '/api/licensing/decide',
    allow: allow.staff('decider'),
    summary: 'for deciders',
    withoutKey: 'a test',
    reply: Type.Object({ who: Type.String() }),
  },
} as const satisfies Routes

let runs = 0

/** Stands where licensing stands: says who it was asked by. */
export const echoModule = defineModule({
  name: 'echo',
  refusals: {},
  routes: [
    bind(routes.read, async ask =>
      ok({ who: actorLabel(ask.actor), capturedAt: ask.capturedAt.instant.toString(), runs }),
    ),
    bind(routes.write, async ask =>
      ask.act({ action: 'echo.write' }, async () => {
        if (ask.body.text === 'refuse') return refuse('holderUnderAge', { age: 18 })
        runs += 1
        return ok({ who: actorLabel(ask.actor), capturedAt: ask.capturedAt.instant.toString(), runs })
      }),
    ),
    bind(routes.decide, async ask => ok({ who: actorLabel(ask.actor) })),
  ],
})
