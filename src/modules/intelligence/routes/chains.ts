import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { leaveUnnamed } from '../actions/informant/unnamed.ts'
import { renderReport } from '../chains/render.ts'
import { listRunning } from '../chains/running.ts'
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

/** One write to a chain of the opened matter; what is written names nobody who reported it. */
async function write<T>(
  ask: Pick<Ask, 'actor' | 'at' | 'read' | 'services' | 'act'>,
  { access, texts }: { readonly access: string; readonly texts: readonly string[] },
  line: Parameters<Ask['act']>[0],
  work: (tx: Tx, writer: Writer) => Promise<Result<T>>,
): Promise<Result<T>> {
  const writer = await writerOf(ask, access)
  if (!writer.ok) return writer
  const { matterNo } = writer.value.access
  return ask.act({ subject: matterNo, ...line }, async tx => {
    const unnamed = await leaveUnnamed(tx, matterNo, texts, writer.value.keyring)
    return unnamed.ok ? work(tx, writer.value) : unnamed
  })
}

/** 信息链 */
export const chainBindings: readonly RouteBinding[] = [
  bind(routes.runningChains, ({ read }) => read(async tx => ok({ items: await listRunning(tx) }))),

  bind(routes.listChains, async ask => {
    const writer = await writerOf(ask, ask.query.access)
    if (!writer.ok) return writer
    const { access, keyring } = writer.value
    const items = await ask.read(tx => listChains(tx, access.matter, keyring))
    return ask.act({ action: 'intelligence.readChains', subject: access.matterNo, reason: access.purpose }, async () =>
      ok({ items }),
    )
  }),
  bind(routes.openChain, ask => {
    const { access, title } = ask.body
    return write(ask, { access, texts: [title] }, { action: 'intelligence.openChain' }, async (tx, writer) =>
      ok({ id: await openChain(tx, title, writer) }),
    )
  }),
  bind(routes.addItem, ask => {
    const { access, ...item } = ask.body
    const line = { action: 'intelligence.addChainItem', subject: ask.params.id, details: { kind: item.kind } }
    return write(ask, { access, texts: [item.text] }, line, (tx, writer) =>
      addItem(tx, { ...item, chainId: ask.params.id }, writer),
    )
  }),
  bind(routes.moveItem, ask => {
    const { access, ...move } = ask.body
    const line = { action: 'intelligence.moveChainItem', subject: ask.params.id, details: { state: move.state } }
    return write(ask, { access, texts: [move.reason] }, line, (tx, writer) =>
      moveItem(tx, { ...move, chainId: ask.params.id }, writer),
    )
  }),
  bind(routes.addTask, ask => {
    const { access, ...task } = ask.body
    const texts = [task.asker, task.asked, task.what]
    return write(
      ask,
      { access, texts },
      { action: 'intelligence.addChainTask', subject: ask.params.id },
      (tx, writer) => addTask(tx, { ...task, chainId: ask.params.id }, writer),
    )
  }),
  bind(routes.answerTask, ask => {
    const { access, ...said } = ask.body
    const line = { action: 'intelligence.answerChainTask', subject: ask.params.id }
    return write(ask, { access, texts: [said.answer] }, line, (tx, writer) =>
      answerTask(tx, { ...said, chainId: ask.params.id }, writer),
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
