import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { openEngine } from '../lake/engine.ts'
import { openLake } from '../lake/open.ts'
import { type Parcel, parcelsNamed, sourcesNamed, type Tie, tiesOf } from '../rules/ties.ts'

export interface AlertTies {
  readonly alertId: string
  readonly subjectKind: string
  readonly subject: string
  readonly areaCode: string
  /** The day it was raised; China's. */
  readonly seenOn: string
  readonly ties: readonly Tie[]
  /** Numbers of cases and clues that name the subject. */
  readonly namedIn: readonly string[]
}

interface AlertRow {
  readonly subjectKind: string
  readonly subject: string
  readonly areaCode: string
  readonly seenOn: string
  readonly evidence: readonly Readonly<Record<string, unknown>>[]
}

/** 属实的预警说了什么关系: only of an alert that a person judged true. */
export async function readTies(tx: Tx, alertId: string, dataFolder: string): Promise<AlertTies | undefined> {
  const { rows } = await sql<AlertRow>`select subject_kind, subject, area_code, evidence,
      (raised_at at time zone 'Asia/Shanghai')::date as seen_on
    from monitoring.alert where id = ${alertId} and state = 'true'`.execute(tx)
  const [alert] = rows
  if (!alert) return undefined
  const { subjectKind, subject, areaCode, seenOn } = alert
  const parcels = await readParcels(join(dataFolder, 'lake'), parcelsNamed(alert))
  return {
    ...{ alertId, subjectKind, subject, areaCode, seenOn },
    ties: tiesOf(alert, parcels),
    namedIn: sourcesNamed(alert),
  }
}

/** Of a handful of parcels: sender, receiver and day. A lake that is not there knows none. */
async function readParcels(lake: string, numbers: readonly string[]): Promise<readonly Parcel[]> {
  if (numbers.length === 0) return []
  const engine = await openEngine({ memory: '256MB', threads: 1 })
  const scratch = await mkdtemp(join(tmpdir(), 'yzt-ties-'))
  try {
    const opened = await openLake(engine, lake, scratch)
    if (!opened.ok || !opened.value.present.has('waybills')) return []
    return await engine.rows<Parcel>(
      `select waybill_no as no, min(sender_phone_hash) as sender, min(receiver_phone_hash) as receiver,
         strftime(min(shipped_at), '%Y-%m-%d') as "on"
       from waybills where waybill_no in (select unnest(from_json($numbers, '["VARCHAR"]'))) group by 1 order by 1`,
      { numbers: JSON.stringify(numbers) },
    )
  } finally {
    await engine.close()
    await rm(scratch, { recursive: true, force: true })
  }
}
