import type { PolicySet } from '#platform/policy'

/** 抽查的参数 */
export interface SpotCheckPolicy {
  readonly version: string
  /** Per cent of automatic grants that a person looks at again. */
  readonly grantShare: number
  readonly dossierMinimum: number
  readonly dossierShare: number
  /** A licence with more automatic grants than this in the month has all of them looked at. */
  readonly automaticOver: number
}

export const spotCheckPolicyOf = (set: PolicySet): SpotCheckPolicy => ({
  version: set.version,
  grantShare: set.number('recheck.share'),
  dossierMinimum: set.number('dossier.minimum'),
  dossierShare: set.number('dossier.share'),
  automaticOver: set.number('dossier.automaticOver'),
})
