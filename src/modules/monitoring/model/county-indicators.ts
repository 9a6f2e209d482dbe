/** What each indicator of the county model says, in words for an inspector and for the shop (reference §6.6). */
export const countyIndicatorTexts = {
  M01: '单品订货突然增多',
  M02: '订货量明显高于同类户',
  M03: '紧俏品牌占比偏高',
  M04: '多户使用同一设备订货',
  M05: '多户送到同一地点',
  M06: '连续几个月没有订货',
  M07: '停业期间仍有订货',
  M08: '本户卷烟在别处被发现',
  M09: '销售与订货对不上',
  M10: '夜间送货或出货',
  M11: '在学校周边',
  M12: '许可证过期后仍有订货',
  M13: '售价明显低于指导价',
} as const

export type CountyIndicator = keyof typeof countyIndicatorTexts

export const countyIndicators = Object.keys(countyIndicatorTexts).sort() as CountyIndicator[]
