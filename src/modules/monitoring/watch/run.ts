import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ok, type Result } from '#kernel/refusal'
import { writeCsv, writeRejected } from '#platform/csv'
import type { Engine } from '../lake/engine.ts'
import { openLake } from '../lake/open.ts'
import { modelPolicy } from '../model/policy.ts'
import type { MonitoringPolicy } from '../rules/policy.ts'
import { type Judged, judgeFacts, type RaisedAlert } from './judge.ts'
import { scorerOf } from './learn.ts'

/** What every scorer of the watch is given: an opened lake, the day, and the folder for its file. */
export interface WatchTools {
  readonly engine: Engine
  readonly asOf: Temporal.PlainDate
  readonly out: string
}

/** A further scorer (transport, hot spots): writes its file, returns what it found and what to say of it. */
export type MoreScorer = (tools: WatchTools) => Promise<{
  readonly alerts: readonly RaisedAlert[]
  readonly file: string
  readonly say: readonly string[]
}>

export interface WatchRequest {
  readonly lake: string
  readonly asOf: Temporal.PlainDate
  readonly out: string
  readonly policy: MonitoringPolicy
  readonly more?: readonly MoreScorer[]
}

export interface WatchReport {
  readonly shops: number
  readonly alerts: number
  readonly files: readonly string[]
  readonly says: readonly string[]
  readonly rejected: readonly { readonly file: string; readonly lines: number }[]
}

/** `yzt watch run`: a folder in, files out, no database. The same folder and day give the same files. */
export async function runWatch(engine: Engine, request: WatchRequest): Promise<Result<WatchReport>> {
  const { lake, asOf, out, policy, more = [] } = request
  const scratch = await mkdtemp(join(tmpdir(), 'yzt-watch-'))
  try {
    const opened = await openLake(engine, lake, scratch)
    if (!opened.ok) return opened
    await mkdir(out, { recursive: true })
    for (const { file, rejects } of opened.value.rejected) await writeRejected(join(out, file), rejects)
    const model = modelPolicy(asOf)
    const { scorer, say } = await scorerOf({ engine, asOf, policy, model })
    const judged = await judgeFacts(engine, { policy, scorer, alertChance: model.alertChance })
    const alerts = [...judged.alerts]
    const files = ['retailer_scores.csv', 'alerts.csv']
    const says: string[] = [say]
    for (const scorer of more) {
      const found = await scorer({ engine, asOf, out })
      alerts.push(...found.alerts)
      files.push(found.file)
      says.push(...found.say)
    }
    await writeScores(join(out, 'retailer_scores.csv'), judged)
    await writeAlerts(join(out, 'alerts.csv'), alerts, asOf)
    const rejected = opened.value.rejected.map(({ file, rejects }) => ({ file, lines: rejects.length }))
    return ok({ shops: judged.shops.length, alerts: alerts.length, files, says, rejected })
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

const writeScores = (path: string, { shops }: Judged): Promise<void> =>
  writeCsv(path, [
    ['licence_no', 'score', 'rank', 'reasons'],
    ...shops.map(({ licenceNo, score, rank, reasons }) => [licenceNo, score, rank, reasons.join(';')]),
  ])

const writeAlerts = (path: string, alerts: readonly RaisedAlert[], asOf: Temporal.PlainDate): Promise<void> =>
  writeCsv(path, [
    ['alert_id', 'kind', 'subject_kind', 'subject', 'area_code', 'raised_at', 'score', 'reasons', 'evidence'],
    ...alerts.map(alert => [
      alertId(alert, asOf),
      alert.kind,
      alert.subjectKind,
      alert.subject,
      alert.areaCode ?? '',
      `${asOf}T23:59:59+08:00`,
      alert.score,
      alert.reasons.join(';'),
      JSON.stringify(alert.evidence),
    ]),
  ])

/** The same subject on the same day is the same alert, whoever computes it. */
const alertId = ({ subjectKind, subject }: RaisedAlert, asOf: Temporal.PlainDate): string =>
  `${asOf}-${createHash('sha256').update(`${subjectKind}\n${subject}\n${asOf}`).digest('hex').slice(0, 12)}`
