import type { Engine, Values } from '../lake/engine.ts'
import { indicators } from '../rules/indicators/all.ts'
import type { SubjectKind } from '../rules/indicators/indicator.ts'
import type { MonitoringPolicy } from '../rules/policy.ts'
import { type Hit, priorScorer, type Scorer } from '../rules/score.ts'
import { gatherFacts } from './facts.ts'

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
  readonly score: number
  readonly reasons: readonly string[]
  readonly evidence: readonly Evidence[]
}

/** What a person can check: a sentence and the numbers in it. */
export type Evidence = Readonly<Record<string, unknown>> & { readonly code: string; readonly say: string }

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

/**
 * All indicators over an opened lake on one day. A shop that no list knows stands in the county of its licence number.
 * `scorer` is the prior unless a learned model takes its place.
 */
export async function judgeMarket(
  engine: Engine,
  asOf: Temporal.PlainDate,
  { policy, scorer = priorScorer(policy.weights) }: { readonly policy: MonitoringPolicy; readonly scorer?: Scorer },
): Promise<Judged> {
  await gatherFacts(engine, asOf, policy.thresholds)
  await findHits(engine, policy.thresholds)
  const hits = await engine.rows<HitRow>(
    `select h.code, h.subject_kind as "subjectKind", h.subject, h.licence_no as "licenceNo", h.strength, h.evidence,
       coalesce(s.area_code, left(h.licence_no, 6)) as "areaCode" from hit h left join shop s using (licence_no)`,
  )
  const shops = await engine.rows<{ licenceNo: string; areaCode: string | null }>(
    `select licence_no as "licenceNo", area_code as "areaCode" from shop`,
  )
  return { shops: rankShops(shops, hits, scorer), alerts: alertsOf(hits, policy, scorer) }
}

/** `hit`: one line for each indicator, subject and shop. Exported for the bench and the tests of single indicators. */
export async function findHits(engine: Engine, thresholds: Values): Promise<void> {
  await engine.run(`create or replace table hit (code varchar, subject_kind varchar, subject varchar, licence_no varchar,
    strength double, evidence varchar)`)
  for (const { code, sql } of indicators)
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
  return shops
    .map(shop => ({ ...shop, ...scorer(byShop.get(shop.licenceNo) ?? []) }))
    .toSorted((a, b) => b.score - a.score || (a.licenceNo < b.licenceNo ? -1 : 1))
    .map((shop, index) => ({ ...shop, rank: index + 1 }))
}

function alertsOf(hits: readonly HitRow[], { alertScore }: MonitoringPolicy, scorer: Scorer): RaisedAlert[] {
  const alerts: RaisedAlert[] = []
  for (const group of Map.groupBy(hits, hit => `${hit.subjectKind} ${hit.subject}`).values()) {
    const [first] = group
    const { score, reasons } = scorer(group)
    const [strongest] = reasons
    if (first === undefined || strongest === undefined || score < alertScore) continue
    const { subjectKind, subject } = first
    alerts.push({
      kind: indicators.find(({ code }) => code === strongest)?.name ?? strongest,
      subjectKind,
      subject,
      areaCode:
        group
          .map(hit => hit.areaCode ?? '')
          .filter(Boolean)
          .toSorted()[0] ?? null,
      score,
      reasons,
      evidence: reasons.flatMap(code => {
        const hit = group.find(one => one.code === code)
        return hit === undefined ? [] : [{ code, say: '', ...(JSON.parse(hit.evidence) as object) }]
      }),
    })
  }
  return alerts.toSorted((a, b) => b.score - a.score || (a.subject < b.subject ? -1 : 1))
}
