import { type Actor, actorLabel } from '#kernel/actor'
import { ok, refuse } from '#kernel/refusal'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { openSealed } from '#platform/paper-seal'
import { compareHolders } from '../actions/compare-holders.ts'
import { openFile } from '../actions/open-file.ts'
import { settingOn } from '../actions/setting.ts'
import { takeStep } from '../actions/take-step.ts'
import { fileRoutes as routes } from '../contract.ts'
import { renderTalkPaper } from '../papers/render.ts'
import { creditPolicy } from '../policy.ts'
import { readDetail, rowOf } from '../queries/detail.ts'
import { countAlarms, listClocks, listFiles, listOfficers } from '../queries/files.ts'
import { ruleOf } from '../rules/kinds.ts'
import { findPaper } from '../store/papers.ts'

type Staff = Extract<Actor, { kind: 'staff' }>
const staffOf = ({ actor }: Pick<Ask, 'actor'>): Staff | undefined => (actor.kind === 'staff' ? actor : undefined)
const readerOf = (by: Staff, { at: { today } }: Pick<Ask, 'at'>) => ({
  by: { label: actorLabel(by), roles: by.roles },
  today,
  policy: creditPolicy(today),
})

/** 信用与处置的档案 */
export const fileBindings: readonly RouteBinding[] = [
  bind(routes.clocks, ({ read, at: { today } }) =>
    read(async tx => {
      const files = await listClocks(tx)
      return ok({
        today: today.toString(),
        items: files.map(file => rowOf(file, today)),
        alarms: await countAlarms(tx),
        waitingCases: files.filter(({ kind, state }) => kind === 'disposal' && state === 'handedOver').length,
        officers: [...(await listOfficers(tx))],
      })
    }),
  ),

  bind(routes.list, ({ read, query, at: { today } }) =>
    read(async tx => {
      const { items, total, counts } = await listFiles(tx, query)
      return ok({ today: today.toString(), items: items.map(file => rowOf(file, today)), total, counts })
    }),
  ),

  bind(routes.read, async ask => {
    const by = staffOf(ask)
    if (!by) return refuse('notPermitted')
    const found = await ask.read(tx => readDetail(tx, ask.params.id, readerOf(by, ask)))
    if (!found.ok) return found
    // 谁看过: a file about a shop is a look at it.
    return ask.act({ action: 'credit.readFile', subject: found.value.file.licenceNo }, async () => found)
  }),

  bind(routes.open, async ask => {
    const by = staffOf(ask)
    const { kind, licenceNo, input } = ask.body
    const rule = ruleOf(kind).open
    if (!by || !rule || !by.roles.some(role => rule.by.includes(role))) return refuse('notPermitted')
    return ask.act({ action: `credit.open`, subject: licenceNo, details: { kind } }, async tx => {
      const setting = settingOn(ask.at.today, ask.services.keyring)
      const begun = await openFile(tx, { kind, licenceNo, by: actorLabel(by), at: ask.at, input }, setting)
      return begun.ok ? readDetail(tx, begun.value, readerOf(by, ask)) : begun
    })
  }),

  bind(routes.step, async ask => {
    const by = staffOf(ask)
    if (!by) return refuse('notPermitted')
    const { id } = ask.params
    return ask.act({ action: `credit.${ask.body.event}`, subject: id }, async tx => {
      const setting = settingOn(ask.at.today, ask.services.keyring)
      const taken = await takeStep(tx, { id, ...ask.body, by, at: ask.at }, setting)
      return taken.ok ? readDetail(tx, id, readerOf(by, ask)) : taken
    })
  }),

  bind(routes.paper, async ({ params, read, services }) => {
    const { keyring, config } = services
    const paper = await read(tx => findPaper(tx, params.paperId))
    if (!paper) return refuse('notFound')
    const content = openSealed(paper, keyring)
    if (content === undefined) return refuse('creditPaperAltered')
    return ok(renderTalkPaper(content, paper.digest, config.mode))
  }),

  bind(routes.compare, async ask =>
    ask.act({ action: 'credit.compareHolders' }, async tx =>
      ok(await compareHolders(tx, actorLabel(ask.actor), ask.at, settingOn(ask.at.today, ask.services.keyring))),
    ),
  ),
]
