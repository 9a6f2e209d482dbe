import { actorLabel } from '#kernel/actor'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { reviewAutomaticGrant, reviewClosedFile, settleSpotCheck } from '../actions/review-spot-check.ts'
import { settingOf } from '../actions/settings.ts'
import { spotCheckRoutes as routes, type SpotCheck, type SpotChecks } from '../contract/spot-checks.ts'
import { readSpotChecks } from '../queries/spot-checks.ts'

type Asking = Pick<Ask, 'actor' | 'at' | 'act'>

/** 抽查: every act answers with the list as it stands afterwards. */
async function acted(
  ask: Asking,
  verb: { readonly action: string; readonly id: number; readonly kind: SpotCheck['kind'] },
  work: (tx: Tx, by: { by: string; at: Ask['at'] }) => Promise<Result<null>>,
): Promise<Result<SpotChecks>> {
  const by = { by: actorLabel(ask.actor), at: ask.at }
  return ask.act({ action: verb.action, subject: String(verb.id) }, async tx => {
    const done = await work(tx, by)
    if (!done.ok) return done
    return ok(await readSpotChecks(tx, { kind: verb.kind, reader: by.by, today: ask.at.today.toString() }))
  })
}

export const spotCheckRoutes: readonly RouteBinding[] = [
  bind(routes.listSpotChecks, async ask => {
    const asked = { kind: ask.query.kind, reader: actorLabel(ask.actor), today: ask.at.today.toString() }
    return ok(await ask.read(tx => readSpotChecks(tx, asked)))
  }),
  bind(routes.reviewGrant, ask =>
    acted(ask, { action: 'licensing.reviewGrant', id: ask.params.id, kind: 'grant' }, (tx, by) =>
      reviewAutomaticGrant(tx, ask.params.id, { ...ask.body, ...by }),
    ),
  ),
  bind(routes.reviewDossier, ask =>
    acted(ask, { action: 'licensing.reviewDossier', id: ask.params.id, kind: 'dossier' }, (tx, by) =>
      reviewClosedFile(tx, ask.params.id, { ...ask.body, ...by }),
    ),
  ),
  bind(routes.settle, ask => {
    const kind = ask.body.outcome === 'corrected' ? 'dossier' : 'grant'
    return acted(ask, { action: 'licensing.settleSpotCheck', id: ask.params.id, kind }, (tx, by) =>
      ask.actor.kind === 'staff'
        ? settleSpotCheck(
            tx,
            ask.params.id,
            { ...ask.body, by: ask.actor, at: by.at },
            settingOf(ask.services, ask.at.today),
          )
        : Promise.resolve(refuse('notPermitted')),
    )
  }),
]
