import { distanceMetres } from '#kernel/position'
import type { Database } from '#platform/database'
import type { SitingResult } from '../contract/circle.ts'
import { countShops, listCandidates, listOutside, type ShopOutside } from '../queries/circle.ts'
import { listTowns } from '../queries/towns.ts'
import { type Candidate, coveringOf, greedy, programOf, reachedBy } from '../rules/siting.ts'
import { solveApart } from '../siting/run.ts'
import { endSiting, findSiting, noteProgress } from '../store/siting.ts'

interface House {
  readonly database: Database
  readonly now: () => Temporal.Instant
  readonly stop: AbortSignal
}

/** How long the solver may look; then the best it has found is given, and said to be no more than that. */
const patience = 60
const look = 400

/**
 * 选址, as a job: reads the shops outside, lets the solver choose, keeps the result with what it was asked. A person may cancel it at any
 * moment; a second run of the same job does the same once more and ends once.
 */
export async function findSites(id: string, { database, now, stop }: House): Promise<void> {
  const all = { areas: 'all' } as const
  const asked = await database.within(all, tx => findSiting(tx, id))
  if (asked === undefined || !['waiting', 'running'].includes(asked.state)) return
  const note = (progress: number, phase: string) => database.within(all, tx => noteProgress(tx, id, progress, phase))
  const began = performance.now()
  if (!(await note(5, '读取零售户和候选地点'))) return
  const search = { points: asked.points, within: asked.withinMetres }
  const read = await database.within({ areas: asked.areas }, async tx => ({
    shops: await listOutside(tx, search),
    candidates: await listCandidates(tx, search),
    towns: await listTowns(tx),
    all: await countShops(tx),
  }))
  const reached = reachedBy(read.shops, read.candidates, asked.withinMetres)
  const covering = coveringOf(reached, asked.count)
  if (!(await note(25, '求解'))) return
  const cancelled = new AbortController()
  const watch = setInterval(() => {
    const share = Math.min(90, 25 + Math.round(((performance.now() - began) / 1000 / patience) * 65))
    note(share, '求解').then(
      wanted => wanted || cancelled.abort(),
      () => undefined,
    )
  }, look)
  const program = programOf(covering)
  const solved = await (covering.groups.length === 0
    ? Promise.resolve({ exact: true, sites: [] })
    : solveApart({ program, seconds: patience }, AbortSignal.any([stop, cancelled.signal]))
  ).finally(() => clearInterval(watch))
  // Stopped with the server: the job comes again. Cancelled by a person: it has ended already.
  if (solved === undefined) return
  const result = resultOf({ ...read, reached, chosen: solved.sites, exact: solved.exact })
  const seconds = Math.round((performance.now() - began) / 100) / 10
  await database.within(all, tx =>
    endSiting(tx, id, { state: 'done', at: now().toString(), result: { ...result, seconds } }),
  )
}

interface Solved {
  readonly shops: readonly ShopOutside[]
  readonly candidates: readonly Candidate[]
  readonly towns: readonly { readonly code: string; readonly name: string }[]
  readonly all: number
  readonly reached: readonly (readonly number[])[]
  readonly chosen: readonly number[]
  readonly exact: boolean
}

/** The chosen places in the order of what each adds, with the way before and after of the shops it brings in. */
function resultOf({ shops, candidates, towns, all, reached, chosen, exact }: Solved): Omit<SitingResult, 'seconds'> {
  const own = chosen.map(site => reached[site] ?? [])
  const ordered = greedy(own, own.length)
  const gained = ordered.reduce((sum, { gains }) => sum + gains.length, 0)
  const before = all - shops.length
  return {
    ...{ exact, shops: all, before, after: before + gained, candidates: candidates.length },
    sites: ordered.flatMap(({ site, gains }) => {
      const place = candidates[chosen[site] ?? -1]
      if (place === undefined) return []
      const mean = (metres: (shop: ShopOutside) => number) =>
        Math.round(gains.reduce((sum, n) => sum + (shops[n] ? metres(shops[n]) : 0), 0) / gains.length)
      const { lng, lat, name, kind, areaCode } = place
      return [
        {
          ...{ lng, lat, name, kind, gains: gains.length },
          townName: towns.find(({ code }) => areaCode.startsWith(code))?.name ?? '',
          metresBefore: mean(shop => shop.metres),
          metresAfter: mean(shop => distanceMetres(place, shop)),
        },
      ]
    }),
  }
}
