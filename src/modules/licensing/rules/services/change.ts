import { cite } from '#kernel/citation'
import { type Answers, chosen } from './question.ts'
import type { ServiceDefinition } from './service.ts'

/** 变更事项 (reference §2.2). A move or a new subject is no change: the rule `changeItems` leads them to 新办. */
export const changeItems = [
  { value: 'phone', zh: '联系电话', en: 'Telephone' },
  { value: 'shopName', zh: '店名', en: 'Name of the shop' },
  {
    value: 'operator',
    zh: '经营者（同一家庭）',
    en: 'Operator, within the family',
    detail: { zh: '家庭经营的个体工商户', en: 'A household business run by the family' },
  },
  {
    value: 'addressText',
    zh: '门牌号（店没搬）',
    en: 'Door number; the shop has not moved',
    detail: { zh: '门牌重新编号', en: 'The street was renumbered' },
  },
  { value: 'scope', zh: '许可范围', en: 'Licensed scope', rare: true },
  { value: 'ecoType', zh: '经济类型', en: 'Economic type', rare: true },
  {
    value: 'move',
    zh: '店搬了',
    en: 'The shop has moved',
    detail: { zh: '要申请新办', en: 'Needs a new licence' },
    rare: true,
  },
  {
    value: 'subject',
    zh: '换人经营',
    en: 'Another person or company',
    detail: { zh: '换成别人或者别的企业，要申请新办', en: 'Needs a new licence' },
    rare: true,
  },
] as const

export const ecoTypes = [
  { value: '1403', zh: '个体', en: 'Household' },
  { value: '1406', zh: '个人独资', en: 'Sole proprietorship' },
  { value: '1404', zh: '合伙', en: 'Partnership' },
  { value: '1407', zh: '有限责任', en: 'Limited liability' },
  { value: '1409', zh: '股份有限公司', en: 'Joint stock' },
  { value: '1405', zh: '股份制（合作）', en: 'Joint stock cooperative' },
  { value: '1401', zh: '国有', en: 'State-owned' },
  { value: '1402', zh: '集体', en: 'Collective' },
  { value: '1408', zh: '外商投资', en: 'Foreign invested' },
  { value: '1410', zh: '其他', en: 'Other' },
] as const

export const scopes = [
  { value: '卷烟零售', zh: '卷烟零售', en: 'Cigarettes' },
  { value: '雪茄烟零售', zh: '雪茄烟零售', en: 'Cigars' },
  { value: '电子烟零售', zh: '电子烟零售', en: 'E-cigarettes' },
] as const

const wants = (item: string) => (answers: Answers) => chosen(answers, 'items').includes(item)

/** 变更: each item asks for its new value once; what the market regulator knows is offered, not asked. */
export const change: ServiceDefinition = {
  code: 'change',
  name: { zh: '变更', en: 'Change' },
  detail: { zh: '电话、店名、经营者、门牌号、范围变了', en: 'Telephone, name, operator, door number or scope' },
  itemCode: '许可-00977-003',
  applyType: '1002',
  basis: [cite('XK', 49), cite('S205', 21)],
  channels: ['terminal', 'online', 'window', 'helper'],
  questions: [
    {
      key: 'items',
      kind: 'choices',
      title: { zh: '哪些变了？', en: 'What has changed? (all that apply)' },
      options: changeItems,
    },
    {
      key: 'phone',
      kind: 'phone',
      sharesPage: true,
      title: { zh: '电话换成哪个号码？', en: 'Which is the new number?' },
      applies: wants('phone'),
    },
    {
      key: 'shopName',
      kind: 'text',
      maxLength: 60,
      optional: true,
      title: { zh: '新的店名', en: 'The new name' },
      hint: { zh: '要和营业执照上的一样。', en: 'As on the business licence.' },
      suggestion: known => known.business?.name ?? null,
      applies: wants('shopName'),
    },
    {
      key: 'operator',
      kind: 'text',
      maxLength: 30,
      optional: true,
      title: { zh: '新的经营者姓名', en: 'The new operator' },
      hint: { zh: '要和营业执照上的一样。', en: 'As on the business licence.' },
      suggestion: known => known.business?.operatorName ?? null,
      applies: wants('operator'),
    },
    {
      key: 'operatorIdNo',
      kind: 'text',
      maxLength: 18,
      optional: true,
      title: { zh: '新经营者的身份证号码', en: 'Identity number of the new operator' },
      hint: { zh: '加密保存，只用来确认新的持证人。', en: 'Kept sealed; only to know the new holder by.' },
      applies: wants('operator'),
    },
    {
      key: 'addressText',
      kind: 'text',
      maxLength: 120,
      optional: true,
      title: { zh: '新的门牌地址', en: 'The new door number' },
      hint: { zh: '工作人员会核对门牌证明。', en: 'An officer checks the door-plate certificate.' },
      suggestion: known => known.business?.address ?? null,
      applies: wants('addressText'),
    },
    {
      key: 'scope',
      kind: 'choices',
      title: { zh: '变更后的许可范围', en: 'The scope after the change' },
      options: scopes,
      applies: wants('scope'),
    },
    {
      key: 'ecoType',
      kind: 'choice',
      title: { zh: '新的经济类型', en: 'The new economic type' },
      options: ecoTypes,
      applies: wants('ecoType'),
    },
  ],
  rules: [
    'holder',
    'consent',
    'document',
    'method',
    'state',
    'duplicate',
    'changeItems',
    'businessOfChange',
    'eCigarettes',
    'holds',
    'helperLimit',
  ],
  licenceEvent: 'change',
  newFace: true,
  stepUp: true,
  automatic: true,
}
