import { formatCitation } from '#kernel/citation'
import type { FormKind } from '../rules/documents/form-kinds.ts'
import { deliverLabels, requestInWords } from '../rules/services/in-words.ts'
import type { Answers } from '../rules/services/question.ts'
import type { ServiceCode } from '../rules/services/service.ts'
import { services } from '../rules/services/table.ts'
import { formLaw } from './form-law.ts'

/** What a form is filled with; an empty text is a line to write on. */
export interface FormFacts {
  readonly service: ServiceCode
  readonly shopName: string
  readonly operatorName: string
  readonly licenceNo: string
  readonly address: string
  readonly asked: readonly { readonly label: string; readonly value: string }[]
  readonly deliver: string
}

export interface FormContent {
  readonly title: string
  readonly rows: readonly { readonly label: string; readonly value: string }[]
  readonly statement: readonly string[]
  readonly signers: readonly string[]
}

interface Printed {
  readonly service: ServiceCode
  readonly licenceNo: string | null
  readonly answers: Answers
  readonly deliver: keyof typeof deliverLabels
}

/** Of a licence what its face says; 新办 has only what was said so far. */
export const formFacts = (
  { service, licenceNo, answers, deliver }: Printed,
  licence:
    | {
        readonly shopName: string
        readonly operatorName: string
        readonly address: string
        readonly scope: readonly string[]
      }
    | undefined,
): FormFacts => ({
  service,
  shopName: licence?.shopName ?? answers['shopName'] ?? '',
  operatorName: licence?.operatorName ?? answers['operatorName'] ?? '',
  licenceNo: licenceNo ?? '',
  address: licence?.address ?? answers['address'] ?? '',
  asked: requestInWords(service, answers, { before: licence, townName: '' }).map(({ label, value }) => ({
    label,
    value,
  })),
  deliver: deliverLabels[deliver].zh,
})

const line = '　　　　　　　　　　　　　　　　'
const orLine = (value: string): string => (value === '' ? line : value)

/** 申请表、授权委托书、送达地址确认书、撤回申请书, to be signed by hand at the window; words follow the statutes they stand on. */
export const forms: Readonly<Record<FormKind, (facts: FormFacts) => FormContent>> = {
  application: ({ service, shopName, operatorName, licenceNo, address, asked, deliver }) => ({
    title: `烟草专卖零售许可证${services[service].name.zh}申请表`,
    rows: [
      { label: '申请人', value: `${shopName}（负责人：${operatorName}）` },
      { label: '许可证号', value: orLine(licenceNo) },
      { label: '经营场所', value: orLine(address) },
      ...asked,
      { label: '领取方式', value: orLine(deliver) },
      { label: '联系电话', value: line },
    ],
    statement: [
      `申请人如实提交有关材料和反映真实情况，对申请材料实质内容的真实性负责（${formatCitation(formLaw.application.true)}）。`,
      '告知书的内容申请人已经阅读或者听读。本表签名后扫描入卷，与当场在签名板上签名效力相同。',
    ],
    signers: ['申请人（代理人）签名'],
  }),
  mandate: ({ service, shopName, operatorName, licenceNo }) => ({
    title: '授权委托书',
    rows: [
      { label: '委托人（持证人）', value: orLine(operatorName) },
      { label: '公民身份号码', value: line },
      { label: '店名、许可证号', value: `${shopName}　${licenceNo}` },
      { label: '代理人', value: line },
      { label: '公民身份号码', value: line },
      { label: '委托办理的事项', value: services[service].name.zh },
      { label: '委托期限', value: '自　　　　年　　月　　日起，至　　　　年　　月　　日止' },
    ],
    statement: [
      `委托人委托上列代理人，在上列期限内以委托人的名义提出申请、提交和补正材料、签收文书（${formatCitation(formLaw.mandate.agent)}）。没有写明的事项，代理人无权办理。`,
      '委托人可以随时收回委托。代理人办理时应当出示本人居民身份证。',
    ],
    signers: ['委托人签名', '代理人签名'],
  }),
  address: ({ shopName, operatorName, licenceNo, address }) => ({
    title: '送达地址确认书',
    rows: [
      { label: '受送达人', value: `${shopName}（负责人：${operatorName}）` },
      { label: '许可证号', value: orLine(licenceNo) },
      { label: '送达地址', value: orLine(address) },
      { label: '收件人', value: line },
      { label: '联系电话', value: line },
      { label: '电子送达', value: '□ 同意　　□ 不同意　　手机号码：' },
    ],
    statement: [
      `受送达人确认以上地址为接收本局许可文书的地址。地址有变更的，应当及时告知；没有告知的，按本确认书的地址送达（${formatCitation(formLaw.address.served)}）。`,
      `电子送达须经受送达人同意（${formatCitation(formLaw.address.electronic)}）；不同意的，本局以纸质文书送达。`,
    ],
    signers: ['受送达人签名'],
  }),
  withdrawal: ({ service, shopName, operatorName, licenceNo }) => ({
    title: '撤回申请书',
    rows: [
      { label: '申请人', value: `${shopName}${operatorName === '' ? '' : `（负责人：${operatorName}）`}` },
      { label: '许可证号', value: orLine(licenceNo) },
      { label: '撤回的申请', value: services[service].name.zh },
      { label: '办件编号', value: line },
      { label: '撤回的原因（可以不填）', value: line },
    ],
    statement: [
      '申请人自愿撤回上列申请。撤回以后本局不再对它作出决定，申请人以后可以重新申请。',
      '撤回不收取费用，不影响已有的许可证；本书签名后存入办件。',
    ],
    signers: ['申请人（代理人）签名'],
  }),
}
