import type { ReportTarget } from '#modules/exchange'
import { handReport } from '../hand-report.ts'
import { portalItemOf } from '../national-portal/item-codes.ts'

/** 政务服务好差评 by HTTP (README.md): grade and chosen reasons; never free words, a name or a telephone. */
export const httpRatingPlatform = (base: string | undefined, milliseconds?: number): ReportTarget => ({
  hand: async ({ id, about, body: { service, ...facts } }) => {
    const itemCode = portalItemOf(String(service))?.itemCode ?? ''
    return handReport(base, '/ratings', { id, body: { id, applicationNo: about, itemCode, ...facts }, milliseconds })
  },
})
