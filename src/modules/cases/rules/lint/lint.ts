import { formatCitation } from '#kernel/citation'
import { decisionChecks } from './decision-checks.ts'
import type { Check, Dossier } from './dossier.ts'
import { goodsChecks } from './goods-checks.ts'
import { paperChecks } from './paper-checks.ts'
import { peopleChecks } from './people-checks.ts'

/** 案卷评查表: each defect by name, with its article. */
export const checks: Readonly<Record<string, Check>> = {
  ...peopleChecks,
  ...decisionChecks,
  ...paperChecks,
  ...goodsChecks,
}

export interface Defect {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly detail: string
  readonly basis: string
}

/** 案卷评查: every defect of this file; empty = none of those the table knows. */
export const lint = (dossier: Dossier): readonly Defect[] =>
  Object.entries(checks).flatMap(([code, { zh, en, basis, find }]) => {
    const detail = find(dossier)
    return detail === undefined ? [] : [{ code, zh, en, detail, basis: basis.map(formatCitation).join('、') }]
  })
