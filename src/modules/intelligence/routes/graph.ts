import { ok, type Result, refuse } from '#kernel/refusal'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { leaveUnnamed } from '../actions/informant/unnamed.ts'
import { graphRoutes as routes } from '../contract/graph.ts'
import { type Access, findAccess, listAccesses, noteLooks, openAccess } from '../graph/access.ts'
import { renderChart } from '../graph/chart.ts'
import { decideMerge, listMerges, stateHash } from '../graph/merges.ts'
import { type EdgeFilter, rootOf } from '../graph/neighbours.ts'
import { findPath, reach } from '../graph/paths.ts'
import { expand, nodesOf, pictureOf } from '../graph/picture.ts'
import { revealNode } from '../graph/reveal.ts'
import { searchNodes } from '../graph/search.ts'
import { findView, listViews, saveView } from '../graph/views.ts'
import { type EdgeKind, edgeKinds } from '../rules/graph/kinds.ts'
import { type Officer, officerOf } from './staff.ts'

interface FilterText {
  readonly since?: string | undefined
  readonly until?: string | undefined
  readonly kinds?: string | undefined
}
const filterOf = ({ since, until, kinds }: FilterText): EdgeFilter => ({
  since: since === '' ? undefined : since,
  until: until === '' ? undefined : until,
  kinds: (kinds ?? '').split(',').filter((kind): kind is EdgeKind => edgeKinds.some(known => known === kind)),
})

/** The access an ask names, if it is the asker's own and still open. */
async function accessOf(
  ask: Pick<Ask, 'actor' | 'at' | 'read'>,
  id: string,
): Promise<Result<Access & { staff: Officer }>> {
  const staff = officerOf(ask)
  if (!staff) return refuse('notPermitted')
  const found = await ask.read(tx => findAccess(tx, { id, staffId: staff.staffId }, ask.at))
  return found.ok ? ok({ ...found.value, staff }) : found
}

/** 谁看过: what came to the screen, with purpose and number of the matter, before anybody sees it. */
async function looked<T>(
  ask: Pick<Ask, 'act' | 'at'>,
  access: Access,
  seen: { readonly how: string; readonly nodes: readonly number[]; readonly value: T; readonly revealed?: boolean },
): Promise<Result<T>> {
  const line = {
    action: 'intelligence.readGraph',
    subject: access.matterNo,
    reason: access.purpose,
    details: { how: seen.how, nodes: seen.nodes.length, access: access.id },
  }
  return ask.act(line, async tx => {
    await noteLooks(tx, access, seen.nodes, { at: ask.at, revealed: seen.revealed ?? false })
    return ok(seen.value)
  })
}

const idsOf = (nodes: readonly { readonly id: number }[]): number[] => nodes.map(({ id }) => id)

/** 关系图 */
export const graphBindings: readonly RouteBinding[] = [
  bind(routes.openAccess, ask => {
    const staff = officerOf(ask)
    if (!staff) return Promise.resolve(refuse('notPermitted'))
    const { purpose, matterNo } = ask.body
    return ask.act({ action: 'intelligence.openGraph', subject: matterNo, reason: purpose }, async tx => {
      const unnamed = await leaveUnnamed(tx, matterNo.trim(), [ask.body.note], ask.services.keyring)
      if (!unnamed.ok) return unnamed
      const opened = await openAccess(tx, { ...ask.body, staffId: staff.staffId }, ask.at)
      if (!opened.ok) return opened
      const [matter] = await nodesOf(tx, [opened.value.matter])
      if (!matter) return refuse('graphMatterUnknown', { no: matterNo })
      return ok({ id: opened.value.id, purpose, matter, until: opened.value.until })
    })
  }),

  bind(routes.listAccesses, ({ read }) => read(async tx => ok({ items: await listAccesses(tx) }))),

  bind(routes.searchGraph, async ask => {
    const access = await accessOf(ask, ask.query.access)
    if (!access.ok) return access
    const nodes = await ask.read(async tx => {
      const ids = await searchNodes(tx, ask.query.text, ask.services.keyring)
      const roots = await Promise.all(ids.map(id => rootOf(tx, id)))
      return nodesOf(tx, [...new Set(roots)])
    })
    return looked(ask, access.value, { how: 'search', nodes: idsOf(nodes), value: { nodes } })
  }),

  bind(routes.expandGraph, async ask => {
    const { access: id, node, depth } = ask.query
    const access = await accessOf(ask, id)
    if (!access.ok) return access
    const picture = await ask.read(async tx =>
      expand(tx, { node: await rootOf(tx, node), depth, filter: filterOf(ask.query) }),
    )
    if (picture.nodes.length === 0) return refuse('graphNodeUnknown')
    return looked(ask, access.value, { how: 'expand', nodes: idsOf(picture.nodes), value: picture })
  }),

  bind(routes.pathInGraph, async ask => {
    const access = await accessOf(ask, ask.query.access)
    if (!access.ok) return access
    const { from, to } = ask.query
    const ways = await ask.read(async tx =>
      findPath(tx, { from: await rootOf(tx, from), to: await rootOf(tx, to) }, filterOf(ask.query)),
    )
    const value = { ...ways, paths: ways.paths.map(path => [...path]) }
    return looked(ask, access.value, { how: 'path', nodes: idsOf(ways.picture.nodes), value })
  }),

  bind(routes.reachInGraph, async ask => {
    const access = await accessOf(ask, ask.query.access)
    if (!access.ok) return access
    const kinds = ask.query.to === 'case' ? (['case', 'clue'] as const) : (['person'] as const)
    const ways = await ask.read(async tx =>
      reach(tx, { from: await rootOf(tx, ask.query.from), kinds }, filterOf(ask.query)),
    )
    const value = { ...ways, paths: ways.paths.map(path => [...path]) }
    return looked(ask, access.value, { how: `reach:${ask.query.to}`, nodes: idsOf(ways.picture.nodes), value })
  }),

  bind(routes.revealNode, async ask => {
    const access = await accessOf(ask, ask.body.access)
    if (!access.ok) return access
    const text = await ask.read(tx => revealNode(tx, ask.body.node, ask.services.keyring))
    if (!text.ok) return text
    const seen = { how: 'reveal', nodes: [ask.body.node], value: null, revealed: true }
    // What was opened is put to the answer here: the reply kept under the key would hold it in clear.
    const noted = await looked(ask, access.value, seen)
    return noted.ok ? ok({ text: text.value }) : noted
  }),

  bind(routes.listViews, async ask => {
    const access = await accessOf(ask, ask.query.access)
    if (!access.ok) return access
    return ask.read(async tx => ok({ items: await listViews(tx, access.value.matter) }))
  }),

  bind(routes.saveView, async ask => {
    const access = await accessOf(ask, ask.body.access)
    if (!access.ok) return access
    const { title, content } = ask.body
    const { staffId } = access.value.staff
    return ask.act({ action: 'intelligence.saveGraphView', subject: access.value.matterNo }, async tx => {
      const unnamed = await leaveUnnamed(tx, access.value.matterNo, [title], ask.services.keyring)
      return unnamed.ok ? ok({ id: await saveView(tx, access.value, { staffId, title, content }, ask.at) }) : unnamed
    })
  }),

  bind(routes.readView, async ask => {
    const access = await accessOf(ask, ask.query.access)
    if (!access.ok) return access
    const view = await ask.read(tx => findView(tx, ask.params.id, access.value.matter))
    if (!view) return refuse('graphViewUnknown')
    const picture = await ask.read(tx => pictureOf(tx, idsOf(view.content.nodes), filterOf({})))
    return looked(ask, access.value, { how: 'view', nodes: idsOf(picture.nodes), value: { ...view, picture } })
  }),

  bind(routes.printChart, async ask => {
    const access = await accessOf(ask, ask.body.access)
    if (!access.ok) return access
    const { title, content } = ask.body
    const unnamed = await ask.read(tx => leaveUnnamed(tx, access.value.matterNo, [title], ask.services.keyring))
    if (!unnamed.ok) return unnamed
    const filter = filterOf({ since: content.since, until: content.until, kinds: content.kinds.join(',') })
    const picture = await ask.read(tx => pictureOf(tx, idsOf(content.nodes), filter))
    const { mode } = ask.services.config
    const chart = renderChart({ title, content, picture, access: access.value, at: ask.at, mode })
    const seen = { how: 'print', nodes: idsOf(picture.nodes), value: null }
    // The paper itself is not kept as the reply to the key: it would lie in the clear.
    const noted = await looked(ask, access.value, seen)
    return noted.ok ? ok(chart) : noted
  }),

  bind(routes.listMerges, async ask => {
    const [items, hash] = await ask.read(async tx => [await listMerges(tx), await stateHash(tx)])
    return ask.act({ action: 'intelligence.listGraphMerges', details: { pairs: items.length } }, async () =>
      ok({ items, stateHash: hash }),
    )
  }),

  bind(routes.decideMerge, async ask => {
    const staff = officerOf(ask)
    if (!staff) return refuse('notPermitted')
    const { id } = ask.params
    const { verdict, reason } = ask.body
    return ask.act({ action: 'intelligence.decideGraphMerge', subject: `${id}`, details: { verdict } }, tx =>
      decideMerge(tx, { id, verdict, reason, by: `staff:${staff.staffId}` }, ask.at),
    )
  }),
]
