import { type FindingText, officer, text } from './words.ts'

/** Findings about the place. */
export const placeTexts = {
  'R08.far': text(
    '最近的中小学：{school}；最近的幼儿园：{kindergarten}。直线距离不少于规定的{schoolMetres}米和{kindergartenMetres}米。',
    'Nearest school {schoolEn}, kindergarten {kindergartenEn}; not less than {schoolMetres} m and {kindergartenMetres} m in a straight line.',
  ),
  'R08.near': text(
    '最近的中小学：{school}；最近的幼儿园：{kindergarten}。直线距离小于规定的{schoolMetres}米或者{kindergartenMetres}米。直线距离只作提示，以两名工作人员实地测量的步行距离为准。',
    'Nearest school {schoolEn}, kindergarten {kindergartenEn}: less than {schoolMetres} m or {kindergartenMetres} m in a straight line. Only the walking distance measured by two officers counts.',
    officer,
  ),
  'R08.unknown': text(
    '店铺或者学校出入口没有坐标，未能核对学校周边距离。',
    'The shop or the school gates have no position; the distance was not checked.',
    officer,
  ),
  'R09.far': text(
    '最近的零售点直线距离{metres}米，不少于{spacingMetres}米。',
    'The nearest shop is {metres} m away in a straight line, not less than {spacingMetres} m.',
  ),
  'R09.near': text(
    '最近的零售点直线距离{metres}米，小于{spacingMetres}米。直线距离只作提示，以两名工作人员实地测量为准。',
    'The nearest shop is {metres} m away in a straight line, less than {spacingMetres} m. Only the measured walk counts.',
    officer,
  ),
  'R09.unknown': text(
    '店铺没有坐标，未能核对与其他零售点的距离。',
    'The shop has no position; the distance to others was not checked.',
    officer,
  ),
  'R10.alone': text('同一地址没有其他有效的许可证。', 'No other live licence at this address.'),
  'R10.shared': text(
    '同一地址还有{count}个有效的许可证。',
    '{count} other live licences stand at this address.',
    officer,
  ),
  'R10.unknown': text('未能核对同一地址的其他许可证。', 'Other licences at this address were not checked.', officer),
  'R15.clear': text(
    '经营场所没有安全或者住所方面的报告。',
    'Nothing was reported about safety or dwelling at the premises.',
  ),
  'R15.reported': text('经营场所有报告：{holds}。', 'Reported about the premises: {holdsEn}.', {
    zh: '工作人员会安排两人上门核查，并提前联系您。',
    en: 'Two officers will visit the shop and call you beforehand.',
  }),
  'R15.dwelling': text('经营场所和住处没有分开。', 'The premises are not apart from a dwelling.', {
    zh: '工作人员会安排两人上门核查，并告诉您怎样整改。',
    en: 'Two officers will visit the shop and tell you what to change.',
  }),
  'R16.none': text('没有申请电子烟。', 'E-cigarettes are not asked for.'),
  'R16.near': text(
    '申请了电子烟，店铺在学校或者幼儿园附近。',
    'E-cigarettes are asked for near a school or kindergarten.',
    officer,
  ),
  'R16.plan': text(
    '申请了电子烟，要核对电子烟零售点布局。',
    'E-cigarettes are asked for; the layout plan must be checked.',
    officer,
  ),
  'R16.unknown': text(
    '申请了电子烟，店铺没有坐标，未能核对学校周边距离。',
    'E-cigarettes are asked for, but the shop has no position.',
    officer,
  ),
} as const satisfies Record<string, FindingText>
