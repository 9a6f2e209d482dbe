import type { PaperFacts, PaperFile, PaperKind } from './paper.ts'

/** A file and the facts of every kind, for tests and previews. */
export const sampleFile: PaperFile = {
  applicationNo: 'R20261123-000001',
  service: 'renewal',
  licenceNo: '440785100123',
  shopName: '恩平市沙湖镇顺意商店',
  operatorName: '陈小明',
  receivedOn: '2026-11-02',
  acceptedOn: '2026-11-04',
  deemedAfter: '2026-12-31',
  renewedFrom: '2027-01-01',
  renewedTo: '2031-12-31',
}

const refusing = {
  grounds: [2, 5],
  findings: '2026年11月10日两名工作人员实地核查，经营场所正门距沙湖镇中心小学东门32米，店内设有床铺和灶台',
}

export const samplePaperFacts: { readonly [K in PaperKind]: PaperFacts[K] } = {
  receipt: {},
  acceptance: { dueOn: '2026-11-16' },
  correction: {
    items: [
      { what: '营业执照', how: '登记的经营者与许可证不一致，请提供变更后的营业执照。' },
      { what: '授权委托书', how: '代办的，请提供委托人签名的委托书' },
    ],
    answerBy: '2026-11-30',
  },
  notAccepted: { reason: '该许可证由鹤山市烟草专卖局核发，请向该局提出' },
  lapse: { reason: '补正期限为2026年11月30日。' },
  withdrawal: {},
  extension: { reason: '需要向教育部门核实学校出入口的位置', dueOn: '2026-11-20' },
  statementNotice: { ...refusing, answerBy: '2026-11-20' },
  renewalGrant: {},
  renewalDenial: { ...refusing, heard: '您于2026年11月18日当面陈述，称床铺已经搬走；经复查，床铺仍在' },
  deemedRenewal: {},
}
