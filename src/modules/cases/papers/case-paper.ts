import type { CaseLot } from '../rules/goods/case-lots.ts'
import type { CasePolicy } from '../rules/policy.ts'
import type { CaseFile, TakenStep } from '../rules/procedure/case-file.ts'

export type PaperBlock =
  | { readonly text: string }
  | { readonly list: readonly string[] }
  | { readonly rows: readonly (readonly [string, string])[] }

/** 文书 as issued: the words themselves, so that a later template never changes what somebody was told. */
export interface CasePaper {
  readonly title: string
  readonly number: string
  readonly bureau: string
  readonly addressee: string
  readonly blocks: readonly PaperBlock[]
  readonly date: string
  readonly caseNo: string
  /** Places to sign by hand. */
  readonly signers: readonly string[]
  /** 内部审批 papers bear no seal outside. */
  readonly sealed: boolean
}

/** What every document is composed from: one file, read once, so that no two of them can differ. */
export interface PaperFacts {
  readonly file: CaseFile
  readonly step: TakenStep
  readonly policy: CasePolicy
  /** 参照的案由 of the fine as it was weighed. */
  readonly like?: string | null
  /** 涉案物品 of the ledger. */
  readonly lots?: readonly CaseLot[]
  readonly nameOf: (staffId: string) => string
  readonly certificateOf: (staffId: string) => string
  /** Earlier documents of the case by kind, for what refers to them. */
  readonly numberOf: (kind: string) => string
}

export interface PaperKind {
  readonly title: string
  /** Between the mark of the bureau and the year: 恩烟立〔2026〕第1号. */
  readonly mark: string
  /** To the party or another agency; internal papers go to nobody. */
  readonly to: 'party' | 'agency' | 'inside'
  /** 卷: the internal volume holds review and discussion. */
  readonly volume: 'main' | 'side'
  readonly compose: (facts: PaperFacts) => readonly PaperBlock[]
  readonly signers?: (facts: PaperFacts) => readonly string[]
  /** Made only where it is due. */
  readonly due?: (facts: PaperFacts) => boolean
  readonly titleOf?: (facts: PaperFacts) => string
}
