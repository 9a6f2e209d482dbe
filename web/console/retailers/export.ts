import type { RetailerRow } from '#contract/registry'
import { today } from '../app/china-time.ts'
import { stateTexts } from '../map/state-texts.ts'
import { csvText, downloadCsv } from '../table/csv.ts'
import { texts } from './texts.ts'

/** The visible page of the register as a file; masked as on the screen. */
export function exportRetailers(rows: readonly RetailerRow[]): void {
  const { t } = texts
  const text = csvText(rows, [
    { head: t('licenceNo'), cell: row => row.licenceNo },
    { head: t('shop'), cell: row => row.shopName },
    { head: t('operator'), cell: row => row.operatorNameMasked },
    { head: t('phone'), cell: row => row.phoneMasked },
    { head: t('town'), cell: row => row.townName },
    { head: t('address'), cell: row => row.address },
    { head: t('format'), cell: row => row.businessFormat },
    { head: t('state'), cell: row => stateTexts.t(row.state) },
    { head: t('validTo'), cell: row => row.validTo },
  ])
  downloadCsv(`${t('fileName')}-${today()}.csv`, text)
}
