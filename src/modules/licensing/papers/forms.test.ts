import { expect, it } from 'vitest'
import { momentOf } from '#kernel/dates'
import { formKinds } from '../rules/documents/form-kinds.ts'
import { type FormFacts, forms } from './forms.ts'
import { renderForm } from './render-form.ts'

const facts: FormFacts = {
  ...{ service: 'renewal', shopName: '模拟商店', operatorName: '梁䶮', licenceNo: '440785100001' },
  ...{ address: '沙湖镇南塘村1号', asked: [{ label: '为什么停业？', value: '店面装修' }], deliver: '窗口自取' },
}
const at = momentOf(Temporal.Instant.from('2026-11-23T02:00:00Z'))

it.each(formKinds)('%s is a page to sign, with names and a line to sign on', kind => {
  const content = forms[kind](facts)
  expect(JSON.stringify(content)).toContain('440785100001')
  expect(content.signers.length).toBeGreaterThan(0)
  const page = Buffer.from(renderForm(content, at, 'demo'))
  expect(page.subarray(0, 5).toString()).toBe('%PDF-')
})

it('leaves lines to write on where nothing is known', () => {
  const blank = forms.application({ ...facts, licenceNo: '', address: '', deliver: '' })
  expect(blank.rows.filter(({ value }) => value.trim() === '')).not.toHaveLength(0)
  expect(Buffer.from(renderForm(blank, at, 'production')).length).toBeGreaterThan(1_000)
})
