import type { Report, ReportTarget } from '#modules/exchange'
import { handReport } from '../hand-report.ts'
import { portalItemOf, withdrawalApplyType } from './item-codes.ts'

/** 国家烟草专卖局政务服务平台 by HTTP (README.md): applications, results and withdrawals with the portal's own codes. */
export const httpNationalPortal = (base: string | undefined, milliseconds?: number): ReportTarget => ({
  hand: async report => {
    const { service, ...facts } = report.body
    const item = portalItemOf(String(service))
    if (!item) return { kind: 'refused', why: `没有“${String(service)}”的事项编码` }
    const applyType = report.kind === 'withdrawn' ? withdrawalApplyType : item.applyType
    const { id, kind, about: applicationNo } = report
    const body = { id, event: kind, applicationNo, itemCode: item.itemCode, itemName: item.name, applyType, ...facts }
    return handReport(base, `/${pathOf(kind)}`, { id, body, milliseconds })
  },
})

const pathOf = (kind: Report['kind']): string => (kind === 'decided' ? 'results' : 'applications')
