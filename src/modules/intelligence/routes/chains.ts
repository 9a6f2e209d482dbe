import { ok, type Result, refuse } from '#kernel/refusal'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { renderReport } from '../chains/render.ts'
import { addItem, addTask, answerTask, listChains, moveItem, openChain, type Writer } from '../chains/store.ts'
import { chainRoutes as routes } from '../contract/chains.ts'
import { findAccess } from '../graph/access.ts'
import { composeReport } from '../rules/chains/report.ts'

/** Who writes, for which matter: the same opened access as for the graph. */
async function writerOf(ask: Pick<Ask, 'actor' | 'at' | 'read' | 'services'>, id: string): Promise<Result<Writer>> {
  const { actor, at, services } = ask
  if (actor.kind !== 'staff') return refuse('notPermitted')
  const access = await ask.read(tx => findAccess(tx, { id, staffId: actor.staffId }, at))
  if (!access.ok) return access
  return ok({ access: access.value, by: `staff:${actor.staffId}`, at, keyring: services.keyring })
}

/** 信息链 */
export const chainBindings: readonly RouteBinding[] = [
  bind(routes.listChains, async ask => {
    const writer = await writerOf(ask, ask.query.access)
    if (!writer.ok) return writer
    const { access, keyring } = writer.value
    const items = await ask.read(tx => listChains(tx, access.matter, keyring))
    return ask.act({ action: 'intelligence.readChains', subject: access.matterNo, reason: access.purpose }, async () =>
      ok({ items }),
    )
  }),
  bind(routes.openChain, async ask => {
    const writer = await writerOf(ask, ask.body.access)
    if (!writer.ok) return writer
    return ask.act({ action: 'intelligence.openChain', subject: writer.value.access.matterNo }, async tx =>
      ok({ id: await openChain(tx, ask.body.title, writer.value) }),
    )
  }),
  bind(routes.addItem, async ask => {
    const { access, ...item } = ask.body
    const writer = await writerOf(ask, access)
    if (!writer.ok) return writer
    const line = { action: 'intelligence.addChainItem', subject: ask.params.id, details: { kind: item.kind } }
    return ask.act(line, tx => addItem(tx, { ...item, chainId: ask.params.id }, writer.value))
  }),
  bind(routes.moveItem, async ask => {
    const { access, ...move } = ask.body
    const writer = await writerOf(ask, access)
    if (!writer.ok) return writer
    const line = { action: 'intelligence.moveChainItem', subject: ask.params.id, details: { state: move.state } }
    return ask.act(line, tx => moveItem(tx, { ...move, chainId: ask.params.id }, writer.value))
  }),
  bind(routes.addTask, async ask => {
    const { access, ...task } = ask.body
    const writer = await writerOf(ask, access)
    if (!writer.ok) return writer
    return ask.act({ action: 'intelligence.addChainTask', subject: ask.params.id }, tx =>
      addTask(tx, { ...task, chainId: ask.params.id }, writer.value),
    )
  }),
  bind(routes.answerTask, async ask => {
    const { access, ...said } = ask.body
    const writer = await writerOf(ask, access)
    if (!writer.ok) return writer
    return ask.act({ action: 'intelligence.answerChainTask', subject: ask.params.id }, tx =>
      answerTask(tx, { ...said, chainId: ask.params.id }, writer.value),
    )
  }),
  bind(routes.printReport, async ask => {
    const writer = await writerOf(ask, ask.body.access)
    if (!writer.ok) return writer
    const { access, keyring, at } = writer.value
    const chains = await ask.read(tx => listChains(tx, access.matter, keyring))
    const chain = chains.find(({ id }) => id === ask.params.id)
    if (chain === undefined) return refuse('chainUnknown')
    const report = composeReport(chain.items, chain.tasks)
    if (!report.ok) return report
    const { mode } = ask.services.config
    const paper = renderReport({ id: chain.id, title: chain.title, report: report.value, access, at, mode })
    const noted = await ask.act(
      { action: 'intelligence.printChainReport', subject: chain.id, reason: access.purpose },
      async () => ok(null),
    )
    return noted.ok ? ok(paper) : noted
  }),
]
