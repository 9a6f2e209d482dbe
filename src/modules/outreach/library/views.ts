import type { LawUse } from '#kernel/law-use'
import type { ImpactView } from '../contract/library.ts'
import type { UseView } from '../contract/shapes.ts'
import { isPublicUse, publicPath } from './rules/audience.ts'
import type { ImpactLine } from './rules/impact.ts'

export type Reader = 'public' | 'staff'

export const viewOfUse = ({ id, kind, zh, en, path }: LawUse, reader: Reader): UseView => ({
  ...{ id, kind, zh, en },
  path: reader === 'staff' ? (path ?? null) : publicPath(path),
})

/** The uses this reader may see. */
export const usesFor = (uses: readonly LawUse[], reader: Reader): UseView[] =>
  uses.filter(use => reader === 'staff' || isPublicUse(use)).map(use => viewOfUse(use, reader))

export const impactView = ({ change, uses }: ImpactLine): ImpactView => ({
  ...{ label: change.label, kind: change.kind, before: change.before ?? null, after: change.after ?? null },
  uses: usesFor(uses, 'staff'),
})
