import { CHINA, type Moment } from '#kernel/dates'
import { sm3 } from '#platform/crypto'
import { setPdf, shippedCoverage } from '#platform/typesetting'
import { bureauOn } from './bureau.ts'
import type { FormContent } from './forms.ts'

/** 表单 as PDF; a character no font has leaves an open place, which the person fills in with the signature. */
export function renderForm(content: FormContent, at: Moment, mode: 'demo' | 'production'): Uint8Array {
  const coverage = shippedCoverage()
  const drawable = JSON.parse(JSON.stringify(content), (_, value: unknown) =>
    typeof value === 'string'
      ? [...value].map(one => (coverage.has(one.codePointAt(0) ?? 0) ? one : '□')).join('')
      : value,
  ) as FormContent
  const printed = at.instant.toZonedDateTimeISO(CHINA)
  return setPdf('modules/licensing/papers/templates/form.typ', {
    ...drawable,
    bureau: bureauOn(at.today).name,
    printedAt: `${printed.toPlainDate()} ${printed.toPlainTime().toString().slice(0, 5)}`,
    digest: sm3(JSON.stringify(content)).toString('hex'),
    demo: mode === 'demo',
  })
}
