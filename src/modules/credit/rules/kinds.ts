import type { KindRule } from './file.ts'
import { disposal } from './kinds/disposal.ts'
import { model } from './kinds/model.ts'
import { record } from './kinds/record.ts'
import { objection, repair } from './kinds/request.ts'
import { suspicion } from './kinds/suspicion.ts'
import { talk } from './kinds/talk.ts'
import { watch } from './kinds/watch.ts'

/** Every kind of file of this domain by its code word, in the order of the pages. */
export const fileKinds = {
  disposal,
  record,
  objection,
  repair,
  watch,
  suspicion,
  talk,
  model,
} as const satisfies Readonly<Record<string, KindRule>>
export type FileKind = keyof typeof fileKinds
export const kindCodes = Object.keys(fileKinds) as FileKind[]
export const isFileKind = (code: string): code is FileKind => Object.hasOwn(fileKinds, code)

export const ruleOf = (kind: FileKind): KindRule => fileKinds[kind]
/** The first row of a table is where a file of this kind begins, unless the house says otherwise. */
export const startOf = (kind: FileKind): string => Object.keys(fileKinds[kind].moves)[0] ?? ''
export const isEnded = (kind: FileKind, state: string): boolean =>
  Object.keys((ruleOf(kind).moves[state] ?? {}) as object).length === 0
