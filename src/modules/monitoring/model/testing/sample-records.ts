import { seededRandom } from '../random.ts'
import type { Visit } from '../records.ts'
import { type RankSettings, rankSettings } from '../settings.ts'

/** 模拟数据: visits over two years in which shops in the north, of kind 'loud' and with a bad record do worse. */
export function sampleVisits(count = 900, seed = 7): Visit[] {
  const random = seededRandom(seed)
  const worse = new Map<string, number>()
  const visits: Visit[] = []
  for (let n = 0; n < count; n += 1) {
    const shop = Math.floor(random() * 500)
    const entity = `S${shop}`
    const own = worse.get(entity) ?? (random() < 0.2 ? 1.5 : 0)
    worse.set(entity, own)
    const [lng, lat] = [112.2 + (shop % 25) * 0.004, 22.1 + Math.floor(shop / 25) * 0.004]
    const kind = shop % 3 === 0 ? 'loud' : 'quiet'
    const odds = -3 + own + (lat > 22.15 ? 1.5 : 0) + (kind === 'loud' ? 0.7 : 0)
    const outcome = random() < 1 / (1 + Math.exp(-odds)) ? 1 : 0
    visits.push({
      entity,
      lng,
      lat,
      chains: [`店 ${shop % 60}`],
      categories: [kind],
      flags: [shop % 2],
      since: 14_000 + shop,
      day: 18_000 + Math.floor((n * 730) / count),
      outcome,
      severity: [outcome, Math.floor(random() * 3)],
      codes: outcome ? ['11'] : ['30'],
      random: random() < 0.5,
      groups: { town: lat > 22.15 ? '北镇' : '南镇' },
    })
  }
  return visits
}

export const sampleShape = {
  severity: ['critical', 'serious'],
  chains: ['name'],
  categories: ['kind'],
  flags: ['bar'],
} as const

/** The real learner with fewer lessons and trees: what is tested does not depend on their number. */
export const sampleSettings: RankSettings = {
  ...rankSettings,
  stepDays: 60,
  rings: [{ metres: 800, halfLife: 365 }],
  learner: { ...rankSettings.learner, trees: { ...rankSettings.learner.trees, rounds: 10 } },
}
