import { drawable, setPdf } from '#platform/typesetting'
import { type Field, fields, isField } from '../rules/agencies.ts'

export interface Letter {
  readonly title: string
  readonly number: string
  readonly bureau: string
  readonly addressee: string
  readonly words: string
  readonly values: Readonly<Partial<Record<Field, string>>>
  readonly date: string
  readonly mode: 'demo' | 'production'
}

/** 移送函、协查函、通报 as A4: what is asked, then the fields that were released, nothing else. */
export function letterPdf({ values, mode, ...letter }: Letter): Uint8Array {
  const rows = Object.keys(fields)
    .filter(isField)
    .filter(name => name !== 'words' && values[name] !== undefined)
    .map(name => [fields[name].zh, values[name] ?? ''])
  const demo = mode === 'demo'
  return setPdf('modules/partners/package/templates/letter.typ', {
    ...drawable({ ...letter, rows }),
    demo,
    sealWords: demo ? '模拟印章' : '',
  })
}
