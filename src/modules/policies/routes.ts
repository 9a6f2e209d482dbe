import { actorLabel } from '#kernel/actor'
import { ok, refuse } from '#kernel/refusal'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { refreshPolicy } from '#platform/policy/published'
import { draftValue, withdrawDraft } from './actions/draft-value.ts'
import { publishDraft } from './actions/publish-draft.ts'
import { cancelTrial, startTrial } from './actions/try-draft.ts'
import { policyRoutes as routes } from './contract.ts'
import { tryLater } from './jobs.ts'
import type { PoliciesPorts } from './ports.ts'
import { findTrialView, listDrafts, listValues } from './queries.ts'
import { findTrial } from './store.ts'

const drafts = async (ask: Pick<Ask, 'read' | 'actor'>) =>
  ok({ items: await ask.read(tx => listDrafts(tx, actorLabel(ask.actor))) })

export const routeBindings = ({ subjects }: PoliciesPorts): readonly RouteBinding[] => [
  bind(routes.listValues, async ask =>
    ok({ today: ask.at.today.toString(), items: await ask.read(tx => listValues(tx, ask.at.today)) }),
  ),
  bind(routes.listDrafts, drafts),

  bind(routes.draftValue, async ask => {
    const { key, why } = ask.body
    const options = { action: 'policies.draft', subject: key, reason: why }
    const drafted = await ask.act(options, tx =>
      draftValue(tx, { ...ask.body, by: actorLabel(ask.actor), at: ask.at }, subjects),
    )
    return drafted.ok ? drafts(ask) : drafted
  }),

  bind(routes.withdrawDraft, async ask => {
    const { id } = ask.params
    const withdrawn = await ask.act({ action: 'policies.withdrawDraft', subject: String(id) }, tx =>
      withdrawDraft(tx, id, actorLabel(ask.actor), ask.at),
    )
    return withdrawn.ok ? drafts(ask) : withdrawn
  }),

  bind(routes.startTrial, async ask => {
    const { id: draftId } = ask.params
    const asked = { draftId, last: ask.body.last, by: actorLabel(ask.actor), at: ask.at }
    const started = await ask.act({ action: 'policies.startTrial', subject: String(draftId) }, async tx => {
      const trial = await startTrial(tx, asked, subjects)
      if (trial.ok) await tryLater(tx, trial.value)
      return trial
    })
    return started.ok ? drafts(ask) : started
  }),

  bind(routes.getTrial, async ask => {
    const view = await ask.read(async tx => {
      const row = await findTrial(tx, ask.params.id)
      return row && findTrialView(tx, row)
    })
    return view ? ok(view) : refuse('policyTrialUnknown')
  }),

  bind(routes.cancelTrial, async ask => {
    const { id } = ask.params
    const cancelled = await ask.act({ action: 'policies.cancelTrial', subject: String(id) }, tx =>
      cancelTrial(tx, id, ask.at),
    )
    return cancelled.ok ? drafts(ask) : cancelled
  }),

  bind(routes.publishDraft, async ask => {
    const { id } = ask.params
    const { effective } = ask.body
    const options = { action: 'policies.publish', subject: String(id), details: { effective } }
    const published = await ask.act(options, tx =>
      publishDraft(tx, { id, effective, by: actorLabel(ask.actor), at: ask.at }, subjects),
    )
    if (!published.ok) return published
    // The other servers read it within a quarter of a minute; this one at once.
    await refreshPolicy(ask.services.database.db)
    return drafts(ask)
  }),
]
