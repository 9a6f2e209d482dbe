import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePhone } from './phone.ts'

describe('parsePhone', () => {
  it.each([
    ['13800138000', '13800138000'],
    ['+86 138-0013-8000', '13800138000'],
    ['8613800138000', '13800138000'],
    ['0086 13800138000', '13800138000'],
    ['１９９００００００００', '19900000000'],
    ['0750-7123456', '0750-7123456'],
    ['(0750) 7123456', '0750-7123456'],
    ['（０７５０）7123456', '0750-7123456'],
    ['+86 750 7123456', '0750-7123456'],
    ['010-65001234', '010-65001234'],
    ['02087654321', '020-87654321'],
    ['+86 20 8765 4321', '020-87654321'],
    ['0086-0750-7123456', '0750-7123456'],
  ])('reads %j as %s', (text, phone) => {
    expect(parsePhone(text)).toEqual({ ok: true, value: phone })
  })

  it.each([
    '',
    '12313',
    '12800138000',
    '1380013800',
    '138001380000',
    '7123456',
    '7507123456',
    '0750-1123456',
    '+852 91234567',
    '+1 202 555 0100',
    '0750-7123456转12',
    '1380013800O',
  ])('refuses %j', text => {
    expect(parsePhone(text)).toEqual({ ok: false, refusal: 'phoneInvalid' })
  })

  it('reads its own answer back, and never throws', () => {
    const typed = fc.oneof(fc.stringMatching(/^(\+86)?0?[0-9]{8,12}$/u), fc.string())
    fc.assert(
      fc.property(typed, text => {
        const phone = parsePhone(text)
        return !phone.ok || JSON.stringify(parsePhone(phone.value)) === JSON.stringify(phone)
      }),
    )
  })
})
