import { verifyToken } from '#modules/licensing'
import { openStaffedCounty, shopLines } from '../../registry/testing/staffed-county.ts'
import { createInspection } from '../index.ts'

export const shops = shopLines(12, n => ({
  no: `4407851000${n + 10}`,
  name: `模拟商店${n + 1}`,
  person: (n % 9) + 1,
}))

/** A county of twelve shops, inspectors with and without a certificate, a head and people of other posts, all signed in. */
export async function openInspectionHouse() {
  /** Orders that the lake would know; a test fills it. */
  const orders = new Map<string, readonly string[]>()
  const ports = { verifyLicence: verifyToken, orderDays: async () => (orders.size === 0 ? undefined : orders) }
  const county = await openStaffedCounty({
    module: createInspection(ports),
    at: '/api/inspection',
    shops,
    people: {
      first: ['inspector1', ['inspector']],
      second: ['inspector2', ['inspector']],
      third: ['inspector3', ['inspector']],
      grid: ['grid1', ['inspector']],
      head: ['head1', ['head']],
      legal: ['legal1', ['legal']],
      audit: ['audit1', ['auditAdmin']],
    },
    certified: ['first', 'second', 'third'],
  })
  return { ...county, orders }
}

export type InspectionHouse = Awaited<ReturnType<typeof openInspectionHouse>>
