import { type Citation, cite } from '#kernel/citation'
import { type Answers, chosen } from '../services/question.ts'
import type { ServiceCode, Words } from '../services/service.ts'

/** 申请人提交的材料; what a register or a card says is never one of them (reference §2.4). */
export const documentKinds = [
  'doorPlate',
  'familyProof',
  'placeProof',
  'businessLicence',
  'mandate',
  'signedForm',
  'addressForm',
  'other',
] as const
export type DocumentKind = (typeof documentKinds)[number]

export interface DocumentFacts {
  readonly name: Words
  readonly hint: Words
  readonly basis: readonly Citation[]
}

const words = (zh: string, en: string): Words => ({ zh, en })
const none: readonly Citation[] = []

/** 材料目录: one row a kind; upload, list, paper and test read it. */
export const documents: Readonly<Record<DocumentKind, DocumentFacts>> = {
  doorPlate: {
    name: words('门牌证明', 'Door-plate certificate'),
    hint: words('公安机关或者社区出具的门牌变更证明，拍清楚即可。', 'Of the renumbering; a clear photo is enough.'),
    basis: [cite('XK', 31), cite('S205', 21)],
  },
  familyProof: {
    name: words('家庭成员关系证明', 'Proof of the family tie'),
    hint: words('户口簿或者结婚证，证明新经营者是同一家庭的人。', 'Household register or marriage certificate.'),
    basis: [cite('GT', 6), cite('XK', 31)],
  },
  placeProof: {
    name: words('经营场所证明', 'Proof of the premises'),
    hint: words(
      '房产证或者租赁合同。能查到不动产登记或者租赁备案的，不用交。',
      'Title or lease; not needed where the registers have it.',
    ),
    basis: [cite('XK', 31), cite('ZX', 7)],
  },
  businessLicence: {
    name: words('营业执照', 'Business licence'),
    hint: words('市场监管系统查不到时才需要，拍照即可。', 'Only where the market regulator’s system cannot show it.'),
    basis: [cite('ZX', 7)],
  },
  mandate: {
    name: words('授权委托书', 'Mandate'),
    hint: words('写明委托谁、办什么、到哪一天，持证人签名。', 'Who, for what, until when; signed by the holder.'),
    basis: [cite('XK', 29), cite('S37', 9)],
  },
  signedForm: {
    name: words('签名的申请表', 'Signed application form'),
    hint: words('打印出来的申请表，签名以后扫描或者拍照。', 'The printed form, signed, scanned or photographed.'),
    basis: [cite('XK', 29)],
  },
  addressForm: {
    name: words('送达地址确认书', 'Confirmed address of service'),
    hint: words(
      '打印出来签名以后扫描；文书就送到这个地址。',
      'Printed, signed and scanned; papers go to this address.',
    ),
    basis: [cite('XK', 44)],
  },
  other: {
    name: words('其他材料', 'Other papers'),
    hint: words('您想让工作人员看到的其他材料。', 'Whatever else the officer should see.'),
    basis: none,
  },
}

/** fetched 已有电子证照 · needed 要交 · offered 可以交 */
type Standing = 'fetched' | 'needed' | 'offered'

export interface DocumentNeed {
  readonly kind: DocumentKind
  readonly standing: Standing
}

export interface Matter {
  readonly service: ServiceCode
  readonly answers: Answers
  /** Whether the market regulator showed the business licence. */
  readonly businessFetched: boolean
  /** 代理 by a mandate on paper; one given here by the holder needs no paper. */
  readonly paperMandate: boolean
  /** 窗口: forms are printed, signed and scanned there. */
  readonly atWindow?: boolean
}

/**
 * 要交哪些材料: only what the office cannot fetch itself (国务院关于在线政务服务的若干规定 7). What is missing never stops an
 * application: it is received, and asked for once, with everything else (XK 32).
 */
export function documentNeeds({
  service,
  answers,
  businessFetched,
  paperMandate,
  atWindow = false,
}: Matter): DocumentNeed[] {
  const items = service === 'change' ? chosen(answers, 'items') : []
  const when = (condition: boolean, kind: DocumentKind, standing: Standing): DocumentNeed[] =>
    condition ? [{ kind, standing }] : []
  return [
    ...when(true, 'businessLicence', businessFetched ? 'fetched' : 'offered'),
    ...when(items.includes('addressText'), 'doorPlate', 'needed'),
    ...when(items.includes('operator'), 'familyProof', 'needed'),
    ...when(service === 'issue', 'placeProof', 'offered'),
    ...when(paperMandate, 'mandate', 'needed'),
    ...when(atWindow, 'signedForm', 'offered'),
    ...when(atWindow, 'addressForm', 'offered'),
    ...when(true, 'other', 'offered'),
  ]
}

/** 缺: what has to be asked for; `given` are the kinds that lie in the file. */
export const missingOf = (needs: readonly DocumentNeed[], given: readonly DocumentKind[]): DocumentKind[] =>
  needs.filter(({ kind, standing }) => standing === 'needed' && !given.includes(kind)).map(({ kind }) => kind)
