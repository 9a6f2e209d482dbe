import type { LicenceCard } from '#contract/licensing'

export const licence: LicenceCard = {
  licenceNo: '440785104567',
  shopName: '恩平市沙湖镇阿英日用食杂店',
  operatorName: '梁阿英',
  address: '广东省江门市恩平市沙湖镇上凯岗村委会塘边村二巷18号首层之一',
  scope: ['卷烟零售', '雪茄烟零售'],
  validFrom: '2022-01-20',
  validTo: '2027-01-19',
  state: 'valid',
  stateLabel: '有效',
  stateLabelEn: 'Valid',
  daysLeft: 57,
  version: 3,
  openApplicationNo: null,
  suspension: null,
  services: [
    { service: 'renewal', available: true, why: null, whyEn: null, basis: [] },
    { service: 'print', available: true, why: null, whyEn: null, basis: [] },
  ],
}

export const secondLicence: LicenceCard = {
  ...licence,
  licenceNo: '440785104999',
  shopName: '恩平市沙湖镇阿英便利店二分店',
  validTo: '2028-06-30',
  state: 'suspended',
  stateLabel: '停业',
  stateLabelEn: 'Suspended',
  daysLeft: 585,
}
