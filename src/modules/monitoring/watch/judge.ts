import type { Position } from '#kernel/position'
import type { Engine, Values } from '../lake/engine.ts'
import { indicators } from '../rules/indicators/all.ts'
import type { SubjectKind } from '../rules/indicators/indicator.ts'
import type { MonitoringPolicy } from '../rules/policy.ts'
import type { Hit, Scorer } from '../rules/score.ts'
import { gatherFacts } from './facts.ts'

/** What judges: the numbers of the bureau, and what turns indicators into a chance. */
export interface Judge {
  readonly policy: MonitoringPolicy
  readonly scorer: Scorer
  readonly alertChance: number
}

/** One shop in the ranking of the day. */
export interface ShopScore {
  readonly licenceNo: string
  readonly areaCode: string | null
  readonly score: number
  readonly rank: number
  readonly reasons: readonly string[]
}

/** One thing to look at: everything that the indicators say of one subject on one day. */
export interface RaisedAlert {
  readonly kind: string
  readonly subjectKind: SubjectKind
  readonly subject: string
  readonly areaCode: string | null
  /** Where it was seen last; absent where the register or the subject itself says it. */
  readonly position?: Position
  readonly score: number
  readonly reasons: readonly string[]
  readonly evidence: readonly Evidence[]
}

/** What a person can check: a sentence and the numbers in it. */
type Evidence = Readonly<Record<string, unknown>> & { readonly code: string; readonly say: string }

export interface Judged {
  readonly shops: readonly ShopScore[]
  readonly alerts: readonly RaisedAlert[]
}

interface HitRow extends Hit {
  readonly subjectKind: SubjectKind
  readonly subject: string
  readonly licenceNo: string
  readonly areaCode: string | null
  readonly evidence: string
}

/** `shop` and `hit`: what stands in the lake about that day, before anybody judges it. */
export async function lookAt(
  engine: Engine,
  asOf: Temporal.PlainDate,
  { thresholds }: MonitoringPolicy,
): Promise<void> {
  await gatherFacts(engine, asOf, thresholds)
  await findHits(engine, thresholds)
}

/** The judgement of the day that was looked at. */
export async function judgeFacts(engine: Engine, judge: Judge): Promise<Judged> {
  const hits = await engine.rows<HitRow>(
    `select h.code, h.subject_kind as "subjectKind", h.subject, h.licence_no as "licenceNo", h.strength, h.evidence,
       coalesce(s.area_code, left(h.licence_no, 6)) as "areaCode" from hit h left join shop s using (licence_no)`,
  )
  const shops = await engine.rows<{ licenceNo: string; areaCode: string | null }>(
    `select licence_no as "licenceNo", area_code as "areaCode" from shop`,
  )
  return { shops: rankShops(shops, hits, judge.scorer), alerts: alertsOf(hits, judge) }
}

/** `hit`: one line for each indicator, subject and shop. Exported for the bench and the tests of single indicators. */
export async function findHits(engine: Engine, thresholds: Values, asked = indicators): Promise<void> {
  await engine.run(`create or replace table hit (code varchar, subject_kind varchar, subject varchar, licence_no varchar,
    strength double, evidence varchar)`)
  for (const { code, sql } of asked)
    await engine.run(
      `insert into hit select '${code}', subject_kind, subject, licence_no, strength, to_json(evidence)::varchar from (${sql})`,
      thresholds,
    )
}

function rankShops(
  shops: readonly { readonly licenceNo: string; readonly areaCode: string | null }[],
  hits: readonly HitRow[],
  scorer: Scorer,
): ShopScore[] {
  const byShop = Map.groupBy(hits, hit => hit.licenceNo)
  const scores = scorer(shops.map(({ licenceNo }) => byShop.get(licenceNo) ?? []))
  return shops
    .map((shop, n) => ({ ...shop, ...(scores[n] ?? silent) }))
    .toSorted((a, b) => b.score - a.score || (a.licenceNo < b.licenceNo ? -1 : 1))
    .map((shop, index) => ({ ...shop, rank: index + 1 }))
}

const silent = { score: 0, reasons: [] }
const supports = new Set(indicators.filter(({ support }) => support).map(({ code }) => code))

function alertsOf(hits: readonly HitRow[], { scorer, alertChance }: Judge): RaisedAlert[] {
  const groups = [...Map.groupBy(hits, hit => `${hit.subjectKind} ${hit.subject}`).values()]
  const scores = scorer(groups)
  return groups
    .flatMap((group, n) => {
      const [first] = group
      const { score, reasons } = scores[n] ?? silent
      const strongest = reasons.find(code => !supports.has(code))
      if (first === undefined || strongest === undefined || score < alertChance) return []
      const kind = indicators.find(({ code }) => code === strongest)?.name ?? strongest
      return [alertOf(group, { kind, subjectKind: first.subjectKind, subject: first.subject, score, reasons })]
    })
    .toSorted((a, b) => b.score - a.score || (a.subject < b.subject ? -1 : 1))
}

const alertOf = (
  group: readonly HitRow[],
  alert: Pick<RaisedAlert, 'kind' | 'subjectKind' | 'subject' | 'score' | 'reasons'>,
): RaisedAlert => ({
  ...alert,
  areaCode:
    group
      .map(hit => hit.areaCode ?? '')
      .filter(Boolean)
      .toSorted()[0] ?? null,
  evidence: alert.reasons.flatMap(code => {
    const hit = group.find(one => one.code === code)
    return hit === undefined ? [] : [{ code, say: '', ...(JSON.parse(hit.evidence) as object) }]
  }),
})
