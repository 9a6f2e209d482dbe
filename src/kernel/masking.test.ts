import fc from 'fast-check'
import { expect, it } from 'vitest'
import { maskAddress, maskCitizenId, maskName, maskPhone } from './masking.ts'

it.each([
  ['11010519491231002X', '**************002X'],
  ['', ''],
  ['1234', '****'],
])('masks the citizen number %j as %j', (id, masked) => {
  expect(maskCitizenId(id)).toBe(masked)
})

it.each([
  ['13800138000', '*******8000'],
  ['0750-7123456', '********3456'],
])('masks the phone %s as %s', (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked)
})

it.each([
  ['陈明', '陈*'],
  ['陈小明', '陈**'],
  ['欧阳小明', '欧***'],
  ['𠮷田', '𠮷*'],
  ['陈', '*'],
  ['', ''],
])('masks the name %j as %j', (name, masked) => {
  expect(maskName(name)).toBe(masked)
})

it.each([
  ['广东省江门市恩平市沙湖镇南塘村12号', '沙湖镇', '广东省江门市恩平市沙湖镇****'],
  ['南塘村12号', '沙湖镇', '沙湖镇****'],
  ['南塘村12号', '', '****'],
  ['', '沙湖镇', ''],
])('masks the address %j in %s as %j', (address, town, masked) => {
  expect(maskAddress(address, town)).toBe(masked)
})

it('shows at most four characters of a number and one of a name', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9X]{1,20}$/u), text => {
      const shown = [...maskCitizenId(text)].filter(c => c !== '*').length
      return shown === (text.length > 4 ? 4 : 0) && maskPhone(text).length === text.length
    }),
  )
  fc.assert(fc.property(fc.stringMatching(/^[一-龥]{2,8}$/u), name => maskName(name).replaceAll('*', '').length === 1))
})
