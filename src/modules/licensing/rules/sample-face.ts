import type { LicenceFace } from './licence-face.ts'

/** A face for tests and previews; nobody bears this name at this place. */
export const sampleFace: LicenceFace = {
  licenceNo: '440785100123',
  shopName: '恩平市沙湖镇顺意商店',
  operatorName: '陈小明',
  enterpriseType: '个体工商户',
  address: '恩平市沙湖镇南塘村1号',
  scope: ['卷烟', '雪茄烟'],
  supplier: '广东烟草江门市有限责任公司',
  validFrom: '2026-11-23',
  validTo: '2031-11-22',
  issuer: '恩平市烟草专卖局',
  issuedOn: '2026-11-23',
  version: 2,
}
