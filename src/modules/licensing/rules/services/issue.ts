import { cite } from '#kernel/citation'
import { ecoTypes, scopes } from './change.ts'
import {
  addressOf,
  ecoTypeOf,
  formatOfName,
  readCreditCode,
  readIdNo,
  subjectKindOf,
  townOfAddress,
} from './new-shop.ts'
import type { ServiceDefinition, Words } from './service.ts'

/** 业态 (list of a neighbouring bureau, to be confirmed). */
const businessFormats = ['食杂店', '便利店', '超市', '商场', '烟酒商店', '娱乐服务类', '其他'] as const

/** Words beside a label on the page 这些对吗, where 是 alone would say nothing. */
const yesNo = (yes: Words, no: Words) => [
  { value: 'yes', zh: '是', en: 'Yes', brief: yes },
  { value: 'no', zh: '不是', en: 'No', brief: no },
]

/** 新办 (ZMF §16, TL §9; reference §2.5): never granted by the machine; two people see the premises first. */
export const issue: ServiceDefinition = {
  code: 'issue',
  name: { zh: '新办', en: 'New licence' },
  detail: { zh: '还没有许可证，想卖烟', en: 'No licence yet, and you want to sell tobacco' },
  itemCode: '许可-00977-001',
  applyType: '1001',
  basis: [cite('ZMF', 16), cite('TL', 6), cite('TL', 9)],
  // 帮办 sits at a terminal, which has no keyboard for an address (reference §2.1: 新办 not at the terminal).
  channels: ['online', 'window'],
  questions: [
    {
      key: 'creditCode',
      kind: 'text',
      maxLength: 30,
      title: { zh: '营业执照上的统一社会信用代码', en: 'The credit code of the business licence' },
      hint: {
        zh: '18 位，在营业执照的右上角。还没有营业执照的，先去办营业执照。',
        en: '18 characters, at the top of the business licence. Without one, get the business licence first.',
      },
      read: readCreditCode,
    },
    {
      key: 'shopName',
      kind: 'text',
      maxLength: 60,
      title: { zh: '店名（字号、企业名称）', en: 'Name of the shop' },
      hint: { zh: '和营业执照上的名称一样。', en: 'As on the business licence.' },
      given: (_, { business }) => business?.name ?? null,
    },
    {
      key: 'subjectKind',
      kind: 'choice',
      title: { zh: '营业执照是哪一类？', en: 'Which kind of business?' },
      options: [
        { value: 'individual', zh: '个体工商户', en: 'Household business' },
        { value: 'enterprise', zh: '企业', en: 'Company' },
        { value: 'other', zh: '分支机构或者其他', en: 'Branch or other' },
      ],
      given: subjectKindOf,
    },
    {
      key: 'operatorName',
      kind: 'text',
      maxLength: 30,
      title: { zh: '经营者（负责人）姓名', en: 'Name of the operator' },
      given: (_, { newShop }) => newShop?.applicantName ?? null,
    },
    {
      key: 'operatorIdNo',
      kind: 'text',
      maxLength: 30,
      title: { zh: '您的身份证号码', en: 'Your identity number' },
      hint: {
        zh: '许可证办在您本人名下。号码加密保存，只用来确认持证人。',
        en: 'The licence will be in your name. The number is kept sealed, only to know the holder by.',
      },
      read: readIdNo,
      // Of the unified identity: known with the session and gone with it.
      applies: (_, { newShop }) => newShop?.numberKnown !== true,
      lingers: true,
    },
    {
      key: 'ecoType',
      kind: 'choice',
      title: { zh: '经济类型', en: 'Economic type' },
      options: ecoTypes,
      given: ecoTypeOf,
    },
    {
      key: 'placeSame',
      kind: 'choice',
      title: { zh: '店就开在营业执照上的地址吗？', en: 'Is the shop at the registered address?' },
      options: yesNo({ zh: '和执照上一样', en: 'As registered' }, { zh: '在别的地方', en: 'Elsewhere' }),
      applies: (_, { business }) => business !== null,
      likely: { label: { zh: '店址', en: 'Address' }, answer: () => 'yes' },
      lingers: true,
    },
    {
      key: 'address',
      kind: 'text',
      maxLength: 120,
      title: { zh: '店的地址', en: 'Address of the shop' },
      hint: { zh: '写到门牌号。', en: 'Down to the door number.' },
      given: addressOf,
    },
    {
      key: 'town',
      kind: 'town',
      title: { zh: '店在哪个镇（街道）？', en: 'In which town?' },
      given: townOfAddress,
    },
    {
      key: 'position',
      kind: 'position',
      title: { zh: '店在地图上的哪里？', en: 'Where is the shop on the map?' },
      hint: {
        zh: '用来提前看看附近有没有学校和别的零售店。只作参考，以两名工作人员实地测量为准。',
        en: 'Schools and other shops nearby are looked up by it. A hint only; two officers measure.',
      },
      likely: { label: { zh: '位置', en: 'Place' }, answer: () => '' },
    },
    {
      key: 'placeOwner',
      kind: 'choice',
      title: { zh: '店面是谁的？', en: 'Whose is the shop?' },
      options: [
        { value: '2501', zh: '自有', en: 'Owned' },
        { value: '2502', zh: '租赁', en: 'Rented' },
        { value: '2503', zh: '无偿使用', en: 'Lent free of charge' },
        { value: '2504', zh: '租赁（长期）', en: 'Rented long-term' },
        { value: '2505', zh: '无偿使用（长期）', en: 'Lent long-term' },
      ],
    },
    {
      key: 'areaM2',
      kind: 'number',
      least: 1,
      most: 100_000,
      unit: { zh: '平方米', en: 'm²' },
      title: { zh: '店面多大？', en: 'How large is it?' },
    },
    {
      key: 'independent',
      kind: 'choice',
      title: { zh: '店面和住的地方是分开的吗？', en: 'Is the shop apart from a dwelling?' },
      options: yesNo({ zh: '分开', en: 'Apart' }, { zh: '没有分开', en: 'Not apart' }),
      likely: { label: { zh: '和住处', en: 'From a dwelling' }, answer: () => 'yes' },
    },
    {
      key: 'format',
      kind: 'choice',
      title: { zh: '是什么店？', en: 'What kind of shop?' },
      options: businessFormats.map(format => ({ value: format, zh: format, en: format })),
      likely: { label: { zh: '业态', en: 'Kind' }, answer: formatOfName },
    },
    {
      key: 'scope',
      kind: 'choices',
      title: { zh: '想卖哪些？', en: 'What do you want to sell?' },
      options: scopes,
      likely: { label: { zh: '范围', en: 'Scope' }, answer: () => '卷烟零售' },
    },
    {
      key: 'funds',
      kind: 'choice',
      title: { zh: '有和经营相适应的资金吗？', en: 'Have you the funds to trade?' },
      options: yesNo({ zh: '够经营', en: 'Enough to trade' }, { zh: '不够', en: 'Not enough' }),
      likely: { label: { zh: '资金', en: 'Funds' }, answer: () => 'yes' },
    },
  ],
  rules: [
    'consent',
    'document',
    'method',
    'newDuplicate',
    'businessOfNew',
    'newConditions',
    'schools',
    'spacing',
    'quota',
    'sharedAddress',
    'thirdParty',
    'severalLicences',
    'holds',
    'disqualified',
    'amounts',
    'premises',
    'eCigarettes',
    'helperLimit',
    'alwaysPerson',
  ],
  licenceEvent: 'issue',
  newFace: true,
  stepUp: true,
  automatic: false,
}
