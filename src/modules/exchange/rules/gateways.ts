interface Words {
  readonly zh: string
  readonly en: string
}

/** 外部系统 of the house. Those in `reportGateways` take reports; the others are asked while somebody waits. */
export const reportGateways = ['certificatePublisher', 'nationalPortal', 'kioskPlatform', 'ratingPlatform'] as const
export type ReportGateway = (typeof reportGateways)[number]
const askedGateways = ['certificateLibrary', 'businessRegister', 'sms', 'post'] as const
export type GatewayName = ReportGateway | (typeof askedGateways)[number]
export const gatewayNames: readonly GatewayName[] = [...askedGateways, ...reportGateways]

interface Description {
  readonly name: Words
  readonly what: Words
  /** What the house does while it is away. */
  readonly without: Words
}

const personLooks = {
  zh: '停了照样收件；未能核对营业执照的，转工作人员核对。',
  en: 'Applications are taken in all the same; an officer looks at the business licence.',
}
const reportsWait = {
  zh: '停了照样办理；报送件排队，恢复后按顺序补报，不重报。',
  en: 'Work goes on; reports wait and follow in their order, each once.',
}

export const gateways: Readonly<Record<GatewayName, Description>> = {
  certificateLibrary: {
    name: { zh: '电子证照库（查证）', en: 'E-certificate library (look-up)' },
    what: {
      zh: '按统一社会信用代码、新办时按经营者调取营业执照，不再要复印件',
      en: 'Business licences by credit code, for a new licence by operator; no copies asked for',
    },
    without: personLooks,
  },
  businessRegister: {
    name: { zh: '市场监管登记信息', en: 'Market regulator’s register' },
    what: { zh: '证照库里没有的营业执照，到登记信息里查', en: 'Asked where the library has no certificate' },
    without: personLooks,
  },
  sms: {
    name: { zh: '短信', en: 'SMS' },
    what: { zh: '收件、结果、到期提醒', en: 'Receipts, results, reminders' },
    without: { zh: '停了照样办理；短信排队，恢复后补发，一事一条。', en: 'Work goes on; messages wait, one a fact.' },
  },
  post: {
    name: { zh: '邮政 EMS', en: 'Post (EMS)' },
    what: { zh: '交寄、面单号、签收退回轨迹', en: 'Orders, labels, what became of each parcel' },
    without: { zh: '停了不能交邮，送达件留在待送达，可以改送证上门或者窗口领取。', en: 'Items wait, or go by hand.' },
  },
  certificatePublisher: {
    name: { zh: '电子证照库（归集）', en: 'E-certificate library (publishing)' },
    what: { zh: '本局发的电子证照，发证后归集并回查', en: 'Our e-licences, published and looked up again' },
    without: reportsWait,
  },
  nationalPortal: {
    name: { zh: '国家烟草专卖局政务服务平台', en: 'National tobacco portal' },
    what: { zh: '申请、结果、撤回，按事项编码报送', en: 'Applications, results, withdrawals by item code' },
    without: reportsWait,
  },
  kioskPlatform: {
    name: { zh: '粤智助终端平台', en: 'Yuezhizhu terminal platform' },
    what: { zh: '终端登记、心跳和事项用量', en: 'Terminals, their pulse, use of each item' },
    without: reportsWait,
  },
  ratingPlatform: {
    name: { zh: '政务服务好差评', en: 'Provincial service rating' },
    what: { zh: '每件评价的等级和原因', en: 'Grade and reasons of each rating' },
    without: reportsWait,
  },
}
