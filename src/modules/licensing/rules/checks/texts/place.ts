import { type FindingText, officer, text } from './words.ts'

/** Findings about the place. */
export const placeTexts = {
  'R08.none': text(
    '大约1公里以内没有登记的学校和幼儿园出入口（规定：中小学{schoolMetres}米、幼儿园{kindergartenMetres}米）。',
    'No school gate on record within about a kilometre (limits: {schoolMetres} m, kindergartens {kindergartenMetres} m).',
  ),
  'R08.far': text(
    '最近的{what}出入口直线距离至少{metres}米（已减去定位误差），不少于规定的{limit}米；步行距离只会更远。',
    'The nearest {whatEn} gate is at least {metres} m away in a straight line (error taken off), not less than {limit} m; a walk is never shorter.',
  ),
  'R08.measured': text(
    '两名工作人员实地测量：到最近的{what}出入口步行{metres}米，不少于规定的{limit}米。',
    'Two officers measured {metres} m on foot to the nearest {whatEn} gate, not less than {limit} m.',
  ),
  'R08.inside': text(
    '两名工作人员实地测量：到最近的{what}出入口步行{metres}米，小于规定的{limit}米。',
    'Two officers measured {metres} m on foot to the nearest {whatEn} gate, less than {limit} m.',
    {
      zh: '现有许可证在有效期届满以前不受影响。能不能延续由工作人员核对后决定，决定之前会先听您的意见。',
      en: 'Your licence stands until it ends. Officers decide about the renewal and hear you first.',
    },
  ),
  'R08.insideNew': text(
    '两名工作人员实地测量：到最近的{what}出入口步行{metres}米，小于规定的{limit}米。',
    'Two officers measured {metres} m on foot to the nearest {whatEn} gate, less than {limit} m.',
    officer,
  ),
  'R08.near': text(
    '最近的{what}出入口直线距离可能只有{metres}米（已减去定位误差），小于规定的{limit}米。直线距离只作提示，以两名工作人员实地测量的步行距离为准。',
    'The nearest {whatEn} gate may be only {metres} m away in a straight line (error taken off), less than {limit} m. Only the walk measured by two officers counts.',
    officer,
  ),
  'R08.unknown': text(
    '店铺或者学校出入口没有坐标，未能核对学校周边距离。',
    'The shop or the school gates have no position; the distance was not checked.',
    officer,
  ),
  'R09.far': text(
    '最近的零售点直线距离至少{metres}米（已减去定位误差），不少于{spacingMetres}米。',
    'The nearest shop is at least {metres} m away in a straight line (error taken off), not less than {spacingMetres} m.',
  ),
  'R09.near': text(
    '最近的零售点直线距离可能只有{metres}米（已减去定位误差），小于{spacingMetres}米。直线距离只作提示，以两名工作人员实地测量为准。',
    'The nearest shop may be only {metres} m away in a straight line (error taken off), less than {spacingMetres} m. Only the measured walk counts.',
    officer,
  ),
  'R09.none': text(
    '3公里以内没有别的零售点，间距要求是{spacingMetres}米。',
    'No other shop within 3 km; the spacing asked for is {spacingMetres} m.',
  ),
  'R09.unknown': text(
    '店铺没有坐标，未能核对与其他零售点的距离。',
    'The shop has no position; the distance to others was not checked.',
    officer,
  ),
  'N03.none': text('这个镇（街道）没有规定零售点总数，现有{shops}个。', 'This town has no quota; {shops} shops now.'),
  'N03.free': text(
    '这个镇（街道）规定{quota}个零售点，现有{shops}个，先申请的还有{earlier}件。',
    'The town has places for {quota} shops, {shops} now, {earlier} applied earlier.',
  ),
  'N03.full': text(
    '这个镇（街道）规定{quota}个零售点，现有{shops}个，已经满了。',
    'The town has places for {quota} shops and {shops} already.',
    {
      zh: '申请仍然受理，由工作人员按受理先后排队，并告诉您什么时候可能有名额。',
      en: 'The application is still taken; officers keep the order of acceptance and tell you when a place may come.',
    },
  ),
  'N03.queue': text(
    '这个镇（街道）规定{quota}个零售点，现有{shops}个，先申请的有{earlier}件，名额可能不够。',
    'The town has places for {quota} shops, {shops} now, and {earlier} applied earlier: there may be no place left.',
    {
      zh: '按受理先后决定，由工作人员核对。',
      en: 'The order of acceptance decides; an officer checks.',
    },
  ),
  'N03.unknown': text(
    '未能核对这个镇（街道）的零售点数量。',
    'The number of shops in the town was not checked.',
    officer,
  ),
  'N04.none': text(
    '没有发现直接关系他人重大利益的情形。',
    'Nothing that touches a major interest of others was found.',
  ),
  'N04.touched': text('可能直接关系他人的重大利益：{who}。', 'A major interest of others may be touched: {whoEn}.', {
    zh: '决定之前，工作人员会告诉他们，听取他们和您的意见；你们都有权要求听证。',
    en: 'Before the decision they are told and heard, as you are; all of you may ask for a hearing.',
  }),
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
