import { CHINA, type Moment } from '#kernel/dates'
import { sm3 } from '#platform/crypto'
import { drawable, setPdf } from '#platform/typesetting'
import { bureauOn } from './bureau.ts'
import type { FormContent } from './forms.ts'

/** 表单 as PDF; a character no font has leaves an open place, which the person fills in with the signature. */
export function renderForm(content: FormContent, at: Moment, mode: 'demo' | 'production'): Uint8Array {
  const printed = at.instant.toZonedDateTimeISO(CHINA)
  return setPdf('modules/licensing/papers/templates/form.typ', {
    ...drawable(content),
    bureau: bureauOn(at.today).name,
    printedAt: `${printed.toPlainDate()} ${printed.toPlainTime().toString().slice(0, 5)}`,
    digest: sm3(JSON.stringify(content)).toString('hex'),
    demo: mode === 'demo',
  })
}
