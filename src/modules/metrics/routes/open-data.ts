import { ok, refuse } from '#kernel/refusal'
import { csvLines } from '#platform/csv'
import type { Tx } from '#platform/database'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { openDataRoutes as routes } from '../contract/open-data.ts'
import { openDataPolicy } from '../policy.ts'
import { datasets, type OpenedDataset, openDataset } from '../queries/open-data/read.ts'
import { openColumns } from '../rules/open-data/dictionary.ts'

/** Counted over the whole house: the gate stands behind, not the area of a reader. */
const everywhere = { areas: 'all' } as const

const list = bind(routes.openData, async ({ at, read }) =>
  ok({
    smallestGroup: openDataPolicy(at.today).k,
    items: await read(async tx => {
      const items: OpenedDataset['told'][] = []
      for (const dataset of datasets) items.push((await openDataset(tx, dataset, at)).told)
      return items
    }, everywhere),
  }),
)

async function openOne({ at, read }: Pick<Ask, 'at' | 'read'>, id: string) {
  const dataset = datasets.find(one => one.id === id)
  if (dataset === undefined) return refuse('openDataUnknown')
  const { told, opened } = await read((tx: Tx) => openDataset(tx, dataset, at), everywhere)
  return opened.open ? ok({ told, ...opened.published }) : refuse('openDataWithheld')
}

const json = bind(routes.openDataJson, async ask => {
  const found = await openOne(ask, ask.params.id)
  if (!found.ok) return found
  const { told, columns, lines } = found.value
  return ok({
    dataset: told,
    data: lines.map(line => Object.fromEntries(columns.map((column, n) => [column, line[n] ?? null]))),
  })
})

const csv = bind(routes.openDataCsv, async ask => {
  const found = await openOne(ask, ask.params.id)
  if (!found.ok) return found
  const { columns, lines } = found.value
  ask.http.reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${ask.params.id}.csv"`)
  // With a mark at the front, or a spreadsheet reads the Chinese wrongly.
  return ok(`\ufeff${csvLines([columns.map(column => openColumns[column].name.zh), ...lines])}`)
})

export const openDataBindings: readonly RouteBinding[] = [list, json, csv]
