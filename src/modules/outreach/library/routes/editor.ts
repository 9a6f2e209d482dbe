import { actorLabel } from '#kernel/actor'
import { ok, refuse } from '#kernel/refusal'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { type LawDraftLine, editorRoutes as routes } from '../../contract/editor.ts'
import type { OutreachPorts } from '../../ports.ts'
import { draftText, draftWithdrawal, dropDraft, releaseDraft } from '../actions/edit-library.ts'
import { type LawDraftRow, listDrafts } from '../queries.ts'
import { impactOf, usesByArticle } from '../rules/impact.ts'
import { faultsOfOrder, parsePasted } from '../rules/parse-statute.ts'
import { keyOf, type Statute } from '../shelf.ts'
import { impactView } from '../views.ts'
import { libraryOf } from './reading.ts'

const lineOf = (row: LawDraftRow, me: string): LawDraftLine => ({
  ...{ id: row.id, kind: row.kind, title: row.title, textOf: row.textOf, effective: row.effective },
  ...{ source: row.source, why: row.why, draftedBy: row.draftedByName, draftedAt: row.draftedAt },
  ...{ mine: row.draftedBy === me, state: row.state, closedBy: row.closedByName },
  key: row.textOf === null ? keyOf(row.title, '').replace(/-.*/u, '') : keyOf(row.title, row.textOf),
})

const drafts = async (ask: Pick<Ask, 'read' | 'actor'>) => {
  const rows = await ask.read(tx => listDrafts(tx))
  return ok({ items: rows.map(row => lineOf(row, actorLabel(ask.actor))) })
}
const byOf = ({ actor, at }: Pick<Ask, 'actor' | 'at'>) => ({ by: actorLabel(actor), at })

/** The version that a draft would stand behind: the newest whose first day is not later than its own. */
const beforeDraft = (known: Statute | undefined, effective: string): Statute | undefined =>
  known?.versions().find(({ line }) => (line.inForce || line.day) < effective)

const look = ({ lawUses }: OutreachPorts) =>
  bind(routes.getLawDraft, async ask => {
    const [row] = await ask.read(tx => listDrafts(tx, ask.params.id))
    if (!row) return refuse('lawDraftEnded')
    const draft = lineOf(row, actorLabel(ask.actor))
    const library = await libraryOf(ask)
    const known = library.byKey.get(draft.key.replace(/-.*/u, ''))
    const articles = [...parsePasted(row.body)]
    const before = row.kind === 'withdrawal' ? known : beforeDraft(known, row.effective)
    const uses = usesByArticle(await lawUses(ask.services.database.db))
    // A withdrawal takes every article away: whatever cites one of them is on the list.
    const items = before ? impactOf(before.code, before.articles, articles, uses) : []
    return ok({
      ...{ draft, articles, missing: [...faultsOfOrder(articles).missing] },
      before: before?.line.key ?? null,
      items: items.map(impactView),
    })
  })

const write = bind(routes.draftLaw, async ask => {
  const library = await libraryOf(ask)
  const options = { action: 'outreach.draftLaw', subject: ask.body.title, reason: ask.body.why }
  const done = await ask.act(options, tx => draftText(tx, ask.body, byOf(ask), library))
  return done.ok ? drafts(ask) : done
})

const withdraw = bind(routes.draftWithdrawal, async ask => {
  const statute = (await libraryOf(ask)).byKey.get(ask.params.key)
  if (!statute) return refuse('statuteUnknown')
  const options = { action: 'outreach.draftLawWithdrawal', subject: statute.line.title, reason: ask.body.why }
  const done = await ask.act(options, tx => draftWithdrawal(tx, statute, ask.body, byOf(ask)))
  return done.ok ? drafts(ask) : done
})

const drop = bind(routes.dropLawDraft, async ask => {
  const { id } = ask.params
  const done = await ask.act({ action: 'outreach.dropLawDraft', subject: String(id) }, tx =>
    dropDraft(tx, id, byOf(ask)),
  )
  return done.ok ? drafts(ask) : done
})

const release = bind(routes.releaseLawDraft, async ask => {
  const { id } = ask.params
  const done = await ask.act({ action: 'outreach.releaseLaw', subject: String(id) }, tx =>
    releaseDraft(tx, id, byOf(ask)),
  )
  return done.ok ? drafts(ask) : done
})

export const editorBindings = (ports: OutreachPorts): readonly RouteBinding[] => [
  bind(routes.listLawDrafts, drafts),
  look(ports),
  write,
  withdraw,
  drop,
  release,
]
