import { openStaffedCounty, shopLines } from '../../registry/testing/staffed-county.ts'
import { createCases } from '../index.ts'

export const shops = shopLines(4)

/** A county of four shops, with three inspectors, legal staff, two heads and a colleague of one town, all signed in. */
export const openCaseHouse = () =>
  openStaffedCounty({
    module: createCases(),
    at: '/api/cases',
    shops,
    people: {
      first: ['inspector1', ['inspector']],
      second: ['inspector2', ['inspector']],
      third: ['inspector3', ['inspector']],
      legal: ['legal1', ['legal']],
      head: ['head1', ['head']],
      deputy: ['head2', ['head']],
      town: ['inspector4', ['inspector'], ['440785001']],
      courier: ['courier1', ['courier']],
    },
    certified: ['first', 'second', 'third'],
  })
export type CaseHouse = Awaited<ReturnType<typeof openCaseHouse>>
