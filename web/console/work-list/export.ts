import type { ApplicationRow } from '#contract/licensing'
import { formatInstant } from '../../shared/format.ts'
import { today } from '../app/china-time.ts'
import { csvText, downloadCsv } from '../table/csv.ts'
import { clockLook } from './clock-tone.ts'
import { texts } from './texts.ts'

/** The visible list as a file, in the order of the screen. */
export function exportWorkList(rows: readonly ApplicationRow[]): void {
  const { t } = texts
  const text = csvText(rows, [
    { head: t('due'), cell: row => t(clockLook(row.clock).word) },
    { head: t('csv.left'), cell: row => row.clock?.workingDaysLeft ?? null },
    { head: t('csv.dueOn'), cell: row => row.clock?.dueOn ?? null },
    { head: t('number'), cell: row => row.applicationNo },
    { head: t('shop'), cell: row => row.shopName },
    { head: t('csv.licenceNo'), cell: row => row.licenceNo },
    { head: t('service'), cell: row => row.serviceLabel },
    { head: t('stateOf'), cell: row => row.stateLabel },
    { head: t('townOf'), cell: row => row.townName },
    { head: t('next'), cell: row => row.nextStep },
    { head: t('received'), cell: row => formatInstant(row.receivedAt) },
  ])
  downloadCsv(`${t('fileName')}-${today()}.csv`, text)
}
