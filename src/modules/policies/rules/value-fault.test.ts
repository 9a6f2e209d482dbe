import { expect, test } from 'vitest'
import { valueFault } from './value-fault.ts'

const days = { value: 8, unit: '工作日' }
const list = { value: '10,5,2', unit: '工作日' }
const kind = { value: 'calendar', unit: 'calendar|working' }
const codes = { value: 'card,face', unit: '办法' }

test.each([
  [days, 6, undefined],
  [days, '6', /数字/],
  [days, -1, /小于零/],
  [days, Number.NaN, /小于零/],
  [days, 1.5, /整数/],
  [{ value: 1.3, unit: '' }, 1.5, undefined],
  [list, '12,6', undefined],
  [list, '十,五', /整数/],
  [kind, 'working', undefined],
  [kind, 'monthly', /之一/],
  [codes, 'card', undefined],
  [codes, '刷脸', /代码/],
  [{ value: 'x', unit: '' }, ' ', /空/],
  [{ value: true, unit: 'true|false' }, false, undefined],
  [{ value: true, unit: 'true|false' }, 'off', /开/],
] as const)('%j may become %j: %s', (entry, value, fault) => {
  const said = valueFault(entry, value)
  if (fault === undefined) expect(said).toBeUndefined()
  else expect(said).toMatch(fault)
})
