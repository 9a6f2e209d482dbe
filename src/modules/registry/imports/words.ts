import type { RefusalTable, RefusalText } from '#kernel/refusal'

const text = (title: string, next: string): RefusalText => ({ title, next })

/** Reasons why a row of a file does not fit the register; they stand in `<file>.rejected.csv`. */
export const rowRefusals = {
  areaUnknown: {
    status: 422,
    zh: text('地区代码 {code} 不在行政区划表中。', '请先导入 areas.csv，或核对代码。'),
    en: text('The area code {code} is not on record.', 'Import areas.csv first, or check the code.'),
  },
  positionHalf: {
    status: 422,
    zh: text('经度和纬度只填了一个。', '请两个都填，或都不填。'),
    en: text('Only one of longitude and latitude is given.', 'Give both or none.'),
  },
  licenceAreaDiffers: {
    status: 422,
    zh: text('许可证号的前六位与所在县（市）{county} 不符。', '请核对许可证号和地区代码。'),
    en: text('The licence number does not begin with the county {county}.', 'Check the number and the area code.'),
  },
  licenceKindDiffers: {
    status: 422,
    zh: text('许可证号第七位与主体类型不符：1 为个体工商户，2 为企业及其他。', '请核对许可证号和主体类型。'),
    en: text('The seventh digit of the licence number does not fit the kind of holder.', 'Check both.'),
  },
  datesReversed: {
    status: 422,
    zh: text('有效期的止日早于起日。', '请核对两个日期。'),
    en: text('The licence ends before it begins.', 'Check both dates.'),
  },
  schoolDiffers: {
    status: 422,
    zh: text('与第 {line} 行是同一学校编号，但学校名称、类别或地区不一致。', '请统一同一学校各个门的这几列。'),
    en: text(
      'Another name, kind or area than line {line} gives for the same school.',
      'Make the rows of one school agree.',
    ),
  },
} as const satisfies RefusalTable
