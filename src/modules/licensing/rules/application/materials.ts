import type { ApplicationDetail, DocumentLine, Finding } from '../../contract.ts'
import type { ServiceCode } from '../services/service.ts'
import { services } from '../services/table.ts'

type Material = ApplicationDetail['materials'][number]

/** How the person was known; the words an officer reads. */
const proofs: Readonly<Record<string, string>> = {
  card: '读卡器读取',
  face: '读卡器读取，刷脸核对一致',
  code: '短信验证码',
  oidc: '统一身份认证',
}

interface Source {
  readonly service: ServiceCode
  readonly consentVersion: string
  readonly method: string
  readonly findings: readonly Finding[]
  /** 材料清单 of the file. */
  readonly lines: readonly DocumentLine[]
}

/** 材料: nothing is asked of the applicant that the office can fetch itself (国务院关于在线政务服务的若干规定 7); each says where it came from. */
export function materialsOf({ service, consentVersion, method, findings, lines }: Source): Material[] {
  const business = findings.find(finding => finding.rule === 'R04')
  return [
    {
      kind: 'form',
      label: `${services[service].name.zh}申请表（手写签名）`,
      labelEn: 'Application form, signed by hand',
      source: '申请人填写并签名',
      state: '已取得',
      detail: null,
      documents: [],
    },
    {
      kind: 'identity',
      label: '居民身份证',
      labelEn: 'Resident identity card',
      source: proofs[method] ?? method,
      state: '已取得',
      detail: '只保存姓名（密文）和号码后四位',
      documents: [],
    },
    {
      kind: 'consent',
      label: '告知书',
      labelEn: 'Notice',
      source: `版本 ${consentVersion}`,
      state: '已取得',
      detail: '已同意',
      documents: [],
    },
    {
      kind: 'businessLicence',
      label: '营业执照',
      labelEn: 'Business licence',
      source: '市场监管登记信息',
      state: business?.outcome === 'pass' ? '已核对' : '未能核对',
      detail: business?.reason ?? null,
      documents: lines.find(({ kind }) => kind === 'businessLicence')?.documents ?? [],
    },
    ...lines.filter(({ kind }) => kind !== 'businessLicence').flatMap(givenRow),
  ]
}

/** What nobody asked for and nobody gave is no row. */
function givenRow({ kind, name, nameEn, state, hint, documents }: DocumentLine): Material[] {
  if (state === 'offered') return []
  const given = state === 'given'
  return [
    {
      kind,
      label: name,
      labelEn: nameEn,
      source: '申请人提交',
      state: given ? '已提交' : '缺',
      detail: given ? `${documents.length} 份` : hint,
      documents,
    },
  ]
}
