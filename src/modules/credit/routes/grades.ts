import { type Actor, actorLabel } from '#kernel/actor'
import { formatCitation } from '#kernel/citation'
import { ok, type Result, refuse } from '#kernel/refusal'
import { findRetailer, listByOperator } from '#modules/registry'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { houseSetOn } from '#platform/policy'
import { type NewMatter, openFile } from '../actions/open-file.ts'
import { settingOn } from '../actions/setting.ts'
import { type Criteria, type MyCredit, gradeRoutes as routes } from '../contract.ts'
import { creditPolicy } from '../policy.ts'
import { rowOf } from '../queries/detail.ts'
import { findListed, listOfShop } from '../queries/files.ts'
import { listGrades, listPublicModels, readShopCredit } from '../queries/grades.ts'
import { readMyShop } from '../queries/mine.ts'
import { type RecordKind, recordKinds } from '../rules/records.ts'

type Citizen = Extract<Actor, { kind: 'citizen' }>
const citizenOf = ({ actor }: Pick<Ask, 'actor'>): Citizen | undefined => (actor.kind === 'citizen' ? actor : undefined)

async function mineOf(ask: Pick<Ask, 'read' | 'at'>, { personIndex }: Citizen): Promise<Result<MyCredit>> {
  const policy = creditPolicy(ask.at.today)
  const items = await ask.read(async tx => {
    const shops = []
    for (const shop of await listByOperator(tx, personIndex)) shops.push(await readMyShop(tx, shop, policy))
    return shops
  })
  return ok({ items, objectionDays: policy.objectionWorkingDays, repairDays: policy.repairWorkingDays })
}

/** A request of the holder about his own shop; row security shows him no other. */
async function askOf(
  ask: Pick<Ask, 'actor' | 'act' | 'read' | 'at' | 'services'>,
  matter: Pick<NewMatter, 'kind' | 'licenceNo' | 'input'>,
): Promise<Result<MyCredit>> {
  const citizen = citizenOf(ask)
  if (!citizen) return refuse('notPermitted')
  const { at, services } = ask
  const sent = await ask.act({ action: `credit.ask`, subject: matter.licenceNo, details: { kind: matter.kind } }, tx =>
    openFile(tx, { ...matter, by: actorLabel(citizen), at }, settingOn(at.today, services.keyring)),
  )
  return sent.ok ? mineOf(ask, citizen) : sent
}

function criteriaOn(today: Temporal.PlainDate): Criteria {
  const policy = creditPolicy(today)
  const { basePoints: base, thresholds, goodCap, months, points } = policy
  const own = houseSetOn(today)
    .list()
    .filter(({ key }) => key.startsWith('credit.'))
  return {
    version: policy.version,
    base,
    thresholds,
    goodCap,
    kinds: (Object.keys(recordKinds) as RecordKind[]).map(code => {
      const { zh, en, weight, ...rest } = recordKinds[code]
      const basis = 'basis' in rest ? formatCitation(rest.basis) : null
      return { code, zh, en, weight, points: points[code], months: months[weight], basis }
    }),
    unconfirmed: own.some(entry => entry.unconfirmed),
  }
}

/** 信用等级 */
export const gradeBindings: readonly RouteBinding[] = [
  bind(routes.grades, async ({ read, query }) => ok(await read(tx => listGrades(tx, query)))),

  bind(routes.shop, ask =>
    ask.act({ action: 'credit.readShop', subject: ask.params.licenceNo }, async tx => {
      const shop = await findRetailer(tx, ask.params.licenceNo)
      if (!shop) return refuse('creditShopUnknown')
      const credit = await readShopCredit(tx, shop, creditPolicy(ask.at.today))
      const files = await listOfShop(tx, shop.licenceNo)
      return ok({ credit, files: files.map(file => rowOf(file, ask.at.today)) })
    }),
  ),

  bind(routes.criteria, async ({ at }) => ok(criteriaOn(at.today))),

  // The list is public; the rows belong to no reader.
  bind(routes.models, async ({ read }) => ok(await read(listPublicModels, { areas: 'all' }))),

  bind(routes.mine, async ask => {
    const citizen = citizenOf(ask)
    return citizen ? mineOf(ask, citizen) : refuse('notPermitted')
  }),

  bind(routes.ask, async ask => {
    const { kind, about, words } = ask.body
    const licenceNo = await ask.read(async tx => (await findListed(tx, about))?.licenceNo ?? '')
    return askOf(ask, { kind, licenceNo, input: { about, words } })
  }),

  bind(routes.nominate, ask => {
    const { licenceNo, words } = ask.body
    return askOf(ask, { kind: 'model', licenceNo, input: { words } })
  }),
]
