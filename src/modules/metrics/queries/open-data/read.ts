import type { Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import type { OpenDataset } from '../../contract/open-data.ts'
import { metricsPolicy, openDataPolicy } from '../../policy.ts'
import { openColumns } from '../../rules/open-data/dictionary.ts'
import { overlaps } from '../../rules/open-data/overlap.ts'
import { hiddenIn, type Opened, publishCounts, publishRecords, shutWords } from '../../rules/open-data/publish.ts'
import { findTable, keepTable, listShown } from '../../store/open-tables.ts'
import { countsDatasets } from './counts.ts'
import type { CountsDataset, Dataset, OpenAsk, RecordsDataset } from './dataset.ts'
import { recordsDatasets } from './records.ts'

export const datasets: readonly Dataset[] = [...countsDatasets, ...recordsDatasets]

/** One set with what may be seen of it. */
export interface OpenedDataset {
  readonly told: OpenDataset
  readonly opened: Opened
}

export async function openDataset(tx: Tx, dataset: Dataset, at: Moment): Promise<OpenedDataset> {
  const ask = askOf(at)
  const { opened, madeAt } =
    dataset.kind === 'counts' ? await tableOf(tx, dataset, ask) : await recordsOf(tx, dataset, ask)
  const { id, kind, name, about, sources } = dataset
  const columns = dataset.kind === 'counts' ? ([...dataset.by, 'count'] as const) : dataset.columns
  return {
    opened,
    told: {
      ...{ id, kind, name, about, sources: [...sources], updated: madeAt },
      columns: columns.map(key => ({ key, ...openColumns[key] })),
      rows: opened.open ? opened.published.lines.length : 0,
      hidden: opened.open && dataset.kind === 'counts' ? hiddenIn(opened.published) : 0,
      withheld: opened.open ? null : shutWords[opened.why],
    },
  }
}

interface Made {
  readonly opened: Opened
  readonly madeAt: string
}

/**
 * The table of this month as it was first shown. One that is shut is looked at again: nobody has seen it. One that was shown under a
 * smaller k than today's is shut, and no second one takes its place: their difference would tell.
 */
async function tableOf(tx: Tx, dataset: CountsDataset, ask: OpenAsk): Promise<Made> {
  const which = { dataset: dataset.id, month: ask.at.today.toString().slice(0, 7), smallest: ask.k }
  const madeAt = ask.at.instant.toString()
  const shown = await findTable(tx, which)
  if (shown && shown.smallest >= ask.k)
    return { opened: { open: true, published: shown.published }, madeAt: shown.madeAt }
  if (shown) return { opened: { open: false, why: 'overlap' }, madeAt }
  const opened = publishCounts(await dataset.read(tx, ask), dataset.by, ask.k)
  if (!opened.open) return { opened, madeAt }
  const beside = countsDatasets.filter(({ of, id }) => of === dataset.of && id !== dataset.id).map(({ id }) => id)
  const others = await listShown(tx, which.month, beside)
  if (others.some(other => overlaps(opened.published, other, ask.k)))
    return { opened: { open: false, why: 'overlap' }, madeAt }
  const made = await keepTable(tx, which, { published: opened.published, madeAt })
  return { opened: { open: true, published: made.published }, madeAt: made.madeAt }
}

async function recordsOf(tx: Tx, dataset: RecordsDataset, ask: OpenAsk): Promise<Made> {
  return { opened: publishRecords(await dataset.read(tx, ask), dataset.columns), madeAt: ask.at.instant.toString() }
}

function askOf(at: Moment): OpenAsk {
  const { k, months } = openDataPolicy(at.today)
  const month = at.today.with({ day: 1 })
  return {
    ...{ at, k, policy: metricsPolicy(at.today) },
    from: month.subtract({ months }).toString(),
    to: month.subtract({ days: 1 }).toString(),
  }
}
