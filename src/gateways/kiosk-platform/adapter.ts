import type { Report, ReportTarget } from '#modules/exchange'
import { handReport } from '../hand-report.ts'
import { portalItemOf } from '../national-portal/item-codes.ts'

/** 粤智助 terminal platform by HTTP (README.md): which terminals we have, how they are, and what was done at them. */
export const httpKioskPlatform = (base: string | undefined, milliseconds?: number): ReportTarget => ({
  hand: async ({ id, kind, body }) => {
    const path = kind === 'usage' ? '/usage' : '/terminals'
    return handReport(base, path, { id, body: { id, ...body, ...usageOf(kind, body) }, milliseconds })
  },
})

/** Usage is counted by our services and told by the item codes that the platform knows. */
function usageOf(kind: Report['kind'], { usage }: Report['body']) {
  if (kind !== 'usage' || !Array.isArray(usage)) return {}
  return { usage: usage.map(line => ({ ...line, itemCode: portalItemOf(String(line.service))?.itemCode ?? '' })) }
}
