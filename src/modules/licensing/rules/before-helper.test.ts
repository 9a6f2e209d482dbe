import { expect, it } from 'vitest'
import type { Draft, LicenceCard, ServiceSheet } from '../contract.ts'
import { cardBeforeHelper, draftBeforeHelper, sheetBeforeHelper } from './before-helper.ts'

const card = { licenceNo: '440785100001', operatorName: '梁模拟', shopName: '模拟商店' } as LicenceCard

it('a helper beside the person sees no name and no number that a register holds', () => {
  const business = { name: '模拟商店', operatorName: '梁模拟', address: '沙湖镇' }
  const sheet = { licence: card, known: { business }, phoneMasked: '*******8000' } as unknown as ServiceSheet
  const draft = { phone: '13800138000', answers: { items: 'phone', phone: '13900139000', operator: '梁模拟' } }
  expect(cardBeforeHelper(card).operatorName).toBe('梁**')
  const seen = JSON.stringify([sheetBeforeHelper(sheet), draftBeforeHelper(draft as unknown as Draft)])
  for (const hidden of ['梁模拟', '13800138000', '13900139000']) expect(seen).not.toContain(hidden)
  expect(seen).toContain('模拟商店')
})
