import type { Actor, StaffRole } from '#kernel/actor'
import { plainCode } from '#kernel/plain-code'
import { ok, type Result, refuse } from '#kernel/refusal'
import { chinaCalendar } from '#platform/calendar'
import type { Tx } from '#platform/database'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { openSealed } from '#platform/paper-seal'
import { withCondemned } from '../actions/goods/condemned.ts'
import { confirmEntry } from '../actions/goods/confirm-entry.ts'
import type { Handler } from '../actions/goods/handler.ts'
import { holdLot } from '../actions/goods/hold-lot.ts'
import { moveGoods } from '../actions/goods/move-goods.ts'
import * as noted from '../actions/goods/note-lot.ts'
import { unnamedInCase } from '../actions/unnamed.ts'
import { type GoodsDetail, type GoodsStore, goodsRoutes as routes } from '../contract/goods.ts'
import { issueGoodsPaper } from '../papers/goods/issue.ts'
import { renderGoodsPaper } from '../papers/goods/render.ts'
import * as queries from '../queries/goods.ts'
import { loadPriceLists } from '../queries/prices.ts'
import { countsAsSticks } from '../rules/amounts/goods.ts'
import { movesNow } from '../rules/goods/ledger.ts'
import { sanctionPolicy } from '../sanction-policy.ts'
import { findGoodsPhoto } from '../store/goods.ts'
import { findGoodsPaper, listGoodsPapers } from '../store/goods-papers.ts'

type Asked = Pick<Ask, 'at' | 'actor' | 'services'>

const rolesOf = (actor: Actor): readonly StaffRole[] => (actor.kind === 'staff' ? actor.roles : [])
const staffIdOf = (actor: Actor): string => (actor.kind === 'staff' ? actor.staffId : '')
const handlerOf = ({ at, actor, services }: Asked): Handler => ({
  ...{ staffId: staffIdOf(actor), at, calendar: chinaCalendar },
  keyring: services.keyring,
})
const reckoningOf = ({ today }: Ask['at']): queries.Reckoning => ({
  ...{ today, calendar: chinaCalendar },
  soonDays: sanctionPolicy(today).keepingSoonDays,
})

async function detailOf(tx: Tx, lotNo: string, { at, actor }: Asked): Promise<Result<GoodsDetail>> {
  const row = await queries.findLot(tx, lotNo)
  if (row === undefined) return refuse('goodsUnknown')
  const me = staffIdOf(actor)
  const lot = await withCondemned(tx, row)
  return ok({
    today: at.today.toString(),
    lot: queries.viewLot(row, await loadPriceLists(tx), reckoningOf(at)),
    caseAbout: (await queries.findCaseAbout(tx, row.caseNo))?.about ?? '',
    codes: await queries.listCodes(tx, lotNo),
    entries: (await queries.entriesOf(tx, [lotNo])).get(lotNo) ?? [],
    condemned: lot.condemned,
    undecided: lot.fate === 'open',
    may: [...movesNow(lot, rolesOf(actor))],
    colleagues: (await queries.listHandlers(tx)).filter(({ id }) => id !== me),
  })
}

function storeOf(items: GoodsStore['items'], today: string): GoodsStore {
  const here = items.filter(({ stored }) => stored > 0)
  const places = [...new Set(here.map(({ place }) => place))].toSorted()
  return {
    today,
    items,
    overdue: items.filter(({ keeping }) => keeping === 'overdue').length,
    places: places.map(place => {
      const lots = here.filter(lot => lot.place === place)
      const sticks = lots.reduce((sum, lot) => sum + (countsAsSticks(lot.kind) ? lot.stored : 0), 0)
      return { place, lots: lots.length, sticks }
    }),
  }
}

/** A write on a lot, and the lot as it is afterwards. */
const onLot = async (
  ask: Asked & Pick<Ask, 'act'>,
  {
    words = [],
    ...how
  }: {
    readonly action: string
    readonly subject: string
    readonly reason?: string
    readonly words?: readonly string[]
  },
  work: (tx: Tx) => Promise<Result<string>>,
): Promise<Result<GoodsDetail>> =>
  ask.act(how, async tx => {
    // The subject is a lot, or the case it is to belong to.
    const caseNo = (await queries.findLot(tx, how.subject))?.caseNo ?? how.subject
    const done = await unnamedInCase(tx, caseNo, words, ask.services.keyring, () => work(tx))
    return done.ok ? detailOf(tx, done.value, ask) : done
  })

/** Free words of an act on goods, whatever it asks: they stand in the ledger and on its papers. */
const wordsIn = (body: object): readonly string[] =>
  Object.entries(body).flatMap(([key, value]) =>
    typeof value === 'string' &&
    ['brand', 'seizedAt', 'place', 'note', 'target', 'reason', 'report', 'evidence'].includes(key)
      ? [value]
      : [],
  )

/** 涉案物品台账 */
export const goodsBindings: readonly RouteBinding[] = [
  bind(routes.goodsStore, async ({ read, query, at }) => {
    const items = await read(tx => queries.listLotViews(tx, query, reckoningOf(at)))
    return ok(storeOf([...items], at.today.toString()))
  }),
  bind(routes.goodsLot, ask => ask.read(tx => detailOf(tx, ask.params.lotNo, ask))),
  bind(routes.goodsByCode, async ({ read, params }) => {
    const lotNo = await read(tx => queries.findLotByCode(tx, plainCode(params.code)))
    return lotNo === undefined ? refuse('goodsUnknown') : ok({ lotNo })
  }),
  bind(routes.goodsHandlers, async ({ read, actor }) => {
    const me = staffIdOf(actor)
    return ok({ items: (await read(queries.listHandlers)).filter(({ id }) => id !== me) })
  }),
  bind(routes.goodsPhoto, ask =>
    ask.act({ action: 'cases.readGoodsPhoto', subject: ask.params.lotNo }, async tx => {
      const sealed = await findGoodsPhoto(tx, ask.params.lotNo, ask.params.photoId)
      return sealed === undefined ? refuse('notFound') : ok({ jpeg: ask.services.keyring.openField(sealed) })
    }),
  ),

  bind(routes.holdGoods, ask =>
    onLot(ask, { action: 'cases.holdGoods', subject: ask.body.caseNo, words: wordsIn(ask.body) }, tx =>
      holdLot(tx, ask.body, handlerOf(ask)),
    ),
  ),
  bind(routes.moveGoods, ask =>
    onLot(ask, { action: `cases.goods.${ask.body.kind}`, subject: ask.params.lotNo, words: wordsIn(ask.body) }, tx =>
      moveGoods(tx, { ...ask.params, ...ask.body }, handlerOf(ask)),
    ),
  ),
  bind(routes.confirmGoods, ask =>
    onLot(ask, { action: 'cases.confirmGoods', subject: ask.params.lotNo }, tx =>
      confirmEntry(tx, { ...ask.params, ...ask.body }, handlerOf(ask)),
    ),
  ),
  bind(routes.countGoods, ask =>
    onLot(ask, { action: 'cases.countGoods', subject: ask.params.lotNo, words: wordsIn(ask.body) }, tx =>
      noted.countLot(tx, { ...ask.params, ...ask.body }, handlerOf(ask)),
    ),
  ),
  bind(routes.correctGoods, ask =>
    onLot(
      ask,
      { action: 'cases.correctGoods', subject: ask.params.lotNo, reason: ask.body.reason, words: wordsIn(ask.body) },
      tx => noted.correctLot(tx, { ...ask.params, ...ask.body }, handlerOf(ask)),
    ),
  ),
  bind(routes.decideGoods, ask =>
    onLot(
      ask,
      { action: `cases.decideGoods`, subject: ask.params.lotNo, reason: ask.body.decision, words: wordsIn(ask.body) },
      tx => noted.decideLot(tx, { ...ask.params, ...ask.body }, handlerOf(ask)),
    ),
  ),
  bind(routes.testGoods, ask =>
    onLot(ask, { action: 'cases.testGoods', subject: ask.params.lotNo, words: wordsIn(ask.body) }, tx =>
      noted.testLot(tx, { ...ask.params, ...ask.body }, handlerOf(ask)),
    ),
  ),
  bind(routes.priceGoods, ask =>
    onLot(ask, { action: 'cases.priceGoods', subject: ask.params.lotNo, words: wordsIn(ask.body) }, tx =>
      noted.priceLot(tx, { ...ask.params, ...ask.body }, handlerOf(ask)),
    ),
  ),

  bind(routes.goodsPapers, async ({ read, query }) =>
    ok({ items: await read(tx => listGoodsPapers(tx, query.caseNo)) }),
  ),
  bind(routes.issueGoodsPaper, ask => {
    const { at, body, services, actor } = ask
    const setting = { policy: sanctionPolicy(at.today), keyring: services.keyring, reckoning: reckoningOf(at) }
    return ask.act({ action: 'cases.issueGoodsPaper', subject: body.caseNo, reason: body.kind }, async tx => {
      const issued = await issueGoodsPaper(tx, { ...body, by: `staff:${staffIdOf(actor)}`, at }, setting)
      return issued.ok ? ok({ items: await listGoodsPapers(tx, body.caseNo) }) : issued
    })
  }),
  bind(routes.goodsPaper, async ({ params, read, services }) => {
    const paper = await read(tx => findGoodsPaper(tx, params.paperId))
    if (!paper) return refuse('notFound')
    const content = openSealed(paper, services.keyring)
    if (content === undefined) return refuse('goodsPaperAltered')
    return ok(renderGoodsPaper(content, paper.digest, services.config.mode))
  }),
]
