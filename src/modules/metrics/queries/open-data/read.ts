import type { Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import type { OpenDataset } from '../../contract/open-data.ts'
import { metricsPolicy, openDataPolicy } from '../../policy.ts'
import { openColumns } from '../../rules/open-data/dictionary.ts'
import { type Opened, publishCounts, publishRecords, violationWords } from '../../rules/open-data/publish.ts'
import { countsDatasets } from './counts.ts'
import type { Dataset, OpenAsk } from './dataset.ts'
import { recordsDatasets } from './records.ts'

export const datasets: readonly Dataset[] = [...countsDatasets, ...recordsDatasets]

/** One set with what may be seen of it. */
export interface OpenedDataset {
  readonly told: OpenDataset
  readonly opened: Opened
}

export async function openDataset(tx: Tx, dataset: Dataset, at: Moment): Promise<OpenedDataset> {
  const ask = askOf(at)
  const opened =
    dataset.kind === 'counts'
      ? publishCounts(await dataset.read(tx, ask), dataset.by, ask.k)
      : publishRecords(await dataset.read(tx, ask), dataset.columns)
  const { id, kind, name, about, sources } = dataset
  const columns = dataset.kind === 'counts' ? ([...dataset.by, 'count'] as const) : dataset.columns
  return {
    opened,
    told: {
      ...{ id, kind, name, about, sources: [...sources], updated: at.instant.toString() },
      columns: columns.map(key => ({ key, ...openColumns[key] })),
      rows: opened.open ? opened.published.lines.length : 0,
      withheld: opened.open ? null : violationWords[opened.why],
    },
  }
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
