import type { LicenceFace } from './licence-face.ts'
import type { Bureau } from './policy.ts'

/** What the face takes from the licence itself. */
export interface FaceSource {
  readonly licenceNo: string
  readonly shopName: string
  readonly operatorName: string
  readonly address: string
  readonly subjectKind: string
  readonly scope: readonly string[]
}

export interface Issue {
  readonly validFrom: string
  readonly validTo: string
  readonly version: number
  readonly issuedOn: string
}

const enterpriseTypes: Readonly<Record<string, string>> = {
  individual: '个体工商户',
  enterprise: '企业',
  other: '其他组织',
}

/** 证面 of one version. */
export function faceOf(licence: FaceSource, issue: Issue, bureau: Bureau): LicenceFace {
  const { licenceNo, shopName, operatorName, address, subjectKind, scope } = licence
  return {
    licenceNo,
    shopName,
    operatorName,
    enterpriseType: enterpriseTypes[subjectKind] ?? '其他组织',
    address,
    scope: [...scope],
    supplier: bureau.supplier,
    issuer: bureau.name,
    ...issue,
  }
}
