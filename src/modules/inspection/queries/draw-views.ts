import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { digest } from '../actions/draw-manifest.ts'
import type { DrawRoom, PublicDraw } from '../contract.ts'
import type { DrawFile, DrawManifest, DrawResult } from '../rules/draw/manifest.ts'
import { manifestHashOf } from '../rules/draw/seed.ts'
import { drawnOf } from '../rules/draw/select.ts'
import type { DrawRecord } from '../store/draws.ts'
import { countUncertified } from './draw-lists.ts'
import { listAlarms, listEntries, listExclusions, listOutcomes, listParties } from './draws.ts'

export async function findDraw(tx: Tx, id: string): Promise<DrawRecord | undefined> {
  const { rows } = await sql<DrawRecord>`
    select id, area_code, title, items, visits_from, visits_to, public_value, repeats, state, prepared_by, manifest, manifest_hash,
      frozen_at, public_number, public_number_at, result, drawn_at
    from inspection.draw where id = ${id}`.execute(tx)
  return rows[0]
}

/** What is public of a draw; nothing of it before its freezing. */
export async function readPublicDraw(tx: Tx, record: DrawRecord): Promise<PublicDraw> {
  const rows = await listParties(tx, record.id)
  const parties = rows.map(({ id, name, staffId, commitment, promisedAt, secret, openedAt }) => ({
    id,
    name,
    outside: staffId === null,
    commitment,
    promisedAt,
    secret,
    openedAt,
  }))
  const { id, title, state, visitsFrom, visitsTo, repeats, frozenAt, manifestHash, publicValue } = record
  return {
    ...{ id, title, state, visitsFrom, visitsTo, repeats, frozenAt, manifestHash, publicValue },
    manifest: record.manifest === null ? null : (JSON.parse(record.manifest) as DrawManifest),
    parties,
    entries: [...(await listEntries(tx, id))],
    file: fileOf(record, parties),
    outcomes: (await listOutcomes(tx, id)).filter(({ publishedAt }) => publishedAt !== null),
  }
}

/** 公示的抽查文件, in the format of docs/draw.md. */
export function fileOf(record: DrawRecord, parties: PublicDraw['parties']): DrawFile | null {
  const { manifest, manifestHash, frozenAt, result, drawnAt, publicNumber, publicNumberAt } = record
  if (manifest === null || manifestHash === null || frozenAt === null || result === null || drawnAt === null)
    return null
  return {
    manifest: JSON.parse(manifest) as DrawManifest,
    manifestHash,
    frozenAt,
    commitments: parties.flatMap(({ id, commitment, promisedAt: at }) =>
      commitment && at ? [{ party: id, commitment, at }] : [],
    ),
    reveals: parties.flatMap(({ id, secret, openedAt: at }) => (secret && at ? [{ party: id, secret, at }] : [])),
    publicValue: publicNumber === null || publicNumberAt === null ? null : { value: publicNumber, at: publicNumberAt },
    result: JSON.parse(result) as DrawResult,
    drawnAt,
  }
}

/** The room: lists as they stand (or were frozen), who is next, what is late. */
export async function readRoom(
  tx: Tx,
  record: DrawRecord,
  { manifest, staffId, today }: { readonly manifest: DrawManifest; readonly staffId: string; readonly today: string },
): Promise<DrawRoom> {
  const result = record.result === null ? null : (JSON.parse(record.result) as DrawResult)
  const named = new Map(manifest.officers.map(({ id, name }) => [id, name]))
  const rows = await listParties(tx, record.id)
  const mine = rows.filter(
    ({ staffId: own, commitment, secret }) =>
      own === staffId &&
      ((record.state === 'promising' && commitment === null) || (record.state === 'opening' && secret === null)),
  )
  const recusals = Map.groupBy(manifest.recusals, ({ officer, by, reason }) => `${officer}\n${by}\n${reason}`)
  const excluded = new Set(manifest.exclusions.map(({ object }) => object))
  return {
    draw: { ...(await readPublicDraw(tx, record)), manifest: null, outcomes: [...(await listOutcomes(tx, record.id))] },
    lists: {
      manifestHash: manifestHashOf(manifest, digest),
      classes: [...Map.groupBy(manifest.objects, ({ stratum }) => stratum)]
        .map(([name, shops]) => {
          const left = shops.filter(({ id }) => !excluded.has(id)).length
          return { name, listed: left, drawn: drawnOf(left, manifest.rule.rates[name] ?? 0) }
        })
        .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      officers: manifest.officers.map(({ id, name, validTo }) => ({ id, name, validTo })),
      uncertified: await countUncertified(tx, today),
      exclusions: [...(await listExclusions(tx, record.id))],
      recusals: [...recusals.values()].flatMap(([first, ...more]) =>
        first === undefined
          ? []
          : [
              {
                officerName: named.get(first.officer) ?? first.officer,
                by: first.by,
                reason: first.reason,
                shops: 1 + more.length,
              },
            ],
      ),
    },
    selected: result === null ? [] : await namedShops(tx, result),
    groups: (result?.groups ?? []).map(({ key, objects, officers }) => ({
      key,
      shops: objects.length,
      officers: officers.map(id => named.get(id) ?? id),
    })),
    alarms: [...(await listAlarms(tx, record.id))],
    mine: mine.map(({ id }) => id),
    preparedByMe: record.preparedBy === `staff:${staffId}`,
  }
}

async function namedShops(tx: Tx, { selected, groups }: DrawResult): Promise<DrawRoom['selected']> {
  const ids = selected.map(({ id }) => id)
  const { rows } = await sql<{ licenceNo: string; shopName: string; town: string }>`
    select r.licence_no, r.shop_name, coalesce(a.name, r.town_code) as town
    from registry.published_retailer r left join registry.published_area a on a.code = r.town_code
    where r.licence_no = any(${ids}::text[])`.execute(tx)
  const shops = new Map(rows.map(row => [row.licenceNo, row]))
  const groupOf = new Map(groups.flatMap(({ key, objects }) => objects.map(id => [id, key])))
  return selected
    .map(({ id, stratum, area }) => ({
      id,
      shopName: shops.get(id)?.shopName ?? '',
      town: shops.get(id)?.town ?? area,
      stratum,
      group: groupOf.get(id) ?? '',
    }))
    .toSorted((a, b) => (a.group === b.group ? (a.id < b.id ? -1 : 1) : a.group < b.group ? -1 : 1))
}
