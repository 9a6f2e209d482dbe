import { expect, it } from 'vitest'
import { lookOf } from './looks.ts'

const seen = { at: '2026-11-26T02:00:00Z', action: 'licensing.readApplication', subject: 'R20261126-000001' }
const office = '恩平市烟草专卖局'

it('says for what, in which role and office somebody looked, and never who', () => {
  expect(lookOf({ ...seen, roles: ['inspector', 'reviewer'], agency: null }, office)).toEqual({
    at: seen.at,
    about: 'R20261126-000001',
    purpose: 'application',
    role: '审核',
    roleEn: 'Review',
    office,
  })
})

it('has words for a page and a role it does not know', () => {
  expect(lookOf({ ...seen, action: 'credit.readGrade', roles: [], agency: null }, office)).toMatchObject({
    purpose: 'other',
    role: '工作人员',
  })
})
