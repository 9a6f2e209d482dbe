interface Words {
  readonly zh: string
  readonly en: string
}
export interface FindingText extends Words {
  /** What the retailer should do, or what happens next; absent where nothing is needed. */
  readonly next?: Words
}

const officer: Words = {
  zh: '工作人员会核对，不需要您再来一趟；需要补充时会打电话给您。',
  en: 'An officer will check. You need not come again; we will call if anything is missing.',
}
const text = (zh: string, en: string, next?: Words): FindingText => (next ? { zh, en, next } : { zh, en })

/** 核对结果的话: plain words for every verdict of every rule of a renewal; `{name}` is filled from the facts. */
export const findingTexts = {
  'R01.holder': text('刷证的人就是持证人。', 'The person with the card is the licence holder.'),
  'R01.other': text('刷证的人不是这个许可证的持证人。', 'The person with the card is not the holder of this licence.', {
    zh: '请持证人本人带身份证办理；代办请带授权委托书到窗口。',
    en: 'The holder should come with the own card, or an agent should bring a written mandate to the counter.',
  }),
  'R02.valid': text(
    '身份证在有效期内，经营者已满{minimumAge}周岁。',
    'The identity card is valid and the operator is at least {minimumAge}.',
  ),
  'R02.document': text(
    '身份证不在有效期内，或者号码校验不对。',
    'The identity card is out of date or its number does not check.',
    officer,
  ),
  'R02.young': text('经营者未满{minimumAge}周岁。', 'The operator is under {minimumAge}.', officer),
  'R02.unknown': text(
    '这种核验办法读不到身份证有效期和年龄，未能核对。',
    'This way of proof does not tell validity and age; not checked.',
    officer,
  ),
  'R03.accepted': text('身份核验办法符合要求。', 'The way of proving identity is accepted.'),
  'R03.other': text(
    '这种身份核验办法还不能用于自动办理。',
    'This way of proving identity is not yet accepted for automatic handling.',
    {
      zh: '可以改用身份证刷卡，或者由工作人员核对；不要求必须刷脸。',
      en: 'Use the identity card, or let an officer check. A face check is never required.',
    },
  ),
  'R04.same': text(
    '营业执照有效，名称、经营者、地址与许可证一致。',
    'The business licence is live; name, operator and address agree.',
  ),
  'R04.ended': text(
    '市场监管系统显示营业执照不是有效状态。',
    'The market regulator shows the business licence as not live.',
    officer,
  ),
  'R04.differs': text(
    '营业执照与许可证不一致：{differences}。',
    'Business licence and tobacco licence differ: {differencesEn}.',
    {
      zh: '工作人员会核对；确实变了的，会告诉您怎样申请变更。',
      en: 'An officer will check, and tell you how to apply for a change if it has changed.',
    },
  ),
  'R04.notFound': text(
    '市场监管系统里没有查到这个营业执照。',
    'The market regulator does not know this business licence.',
    officer,
  ),
  'R04.noCode': text(
    '档案里没有统一社会信用代码，未能核对营业执照。',
    'No credit code is on file; the business licence was not checked.',
    officer,
  ),
  'R04.unavailable': text(
    '未能核对营业执照（市场监管系统暂时无响应）。',
    'The business licence was not checked (the market regulator’s system does not answer).',
    officer,
  ),
  'R05.valid': text('许可证状态为有效。', 'The licence is valid.'),
  'R05.expired': text('许可证已过有效期，还没有注销。', 'The licence has run out and is not yet cancelled.', officer),
  'R05.person': text('许可证现在的状态是“{state}”。', 'The licence is now “{stateEn}”.', officer),
  'R05.ended': text(
    '许可证现在的状态是“{state}”，不能延续。',
    'The licence is now “{stateEn}” and cannot be renewed.',
    {
      zh: '需要继续经营的，请到窗口申请新办。',
      en: 'To go on trading, apply for a new licence at the counter.',
    },
  ),
  'R06.open': text(
    '在规定的时间内提出：最晚{lastTimelyDay}，届满日{validTo}。',
    'Filed in time: last day {lastTimelyDay}, term ends {validTo}.',
  ),
  'R06.early': text('还没有到可以申请的时间，{opensOn}起可以申请。', 'Too early: applications open on {opensOn}.', {
    zh: '请在{opensOn}至{lastTimelyDay}之间办理。',
    en: 'Please apply between {opensOn} and {lastTimelyDay}.',
  }),
  'R06.late': text(
    '离届满日{validTo}还有{daysLeft}日，过了届满三十日前（{lastTimelyDay}）的申请时间。',
    'Only {daysLeft} days are left until {validTo}; the day for filing was {lastTimelyDay}.',
    {
      zh: '申请照收，由工作人员决定，不会因为晚了就自动不予延续。',
      en: 'The application is received and an officer decides. Being late is never refused automatically.',
    },
  ),
  'R06.expired': text('许可证已于{validTo}届满。', 'The licence ran out on {validTo}.', {
    zh: '申请照收，由工作人员决定。决定之前请不要经营卷烟。',
    en: 'The application is received and an officer decides. Please do not trade in tobacco until then.',
  }),
  'R07.none': text('没有停业记录。', 'There is no suspension.'),
  'R07.short': text(
    '停业{days}日，没有超过{maximumDays}日。',
    'Suspended for {days} days, not more than {maximumDays}.',
  ),
  'R07.long': text(
    '停业{days}日，超过了{maximumDays}日。',
    'Suspended for {days} days, more than {maximumDays}.',
    officer,
  ),
  'R07.unknown': text(
    '档案里没有停业起止日期，未能核对。',
    'The dates of the suspension are not on file; not checked.',
    officer,
  ),
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
  'R10.alone': text('同一地址没有其他有效的许可证。', 'No other live licence at this address.'),
  'R10.shared': text(
    '同一地址还有{count}个有效的许可证。',
    '{count} other live licences stand at this address.',
    officer,
  ),
  'R10.unknown': text('未能核对同一地址的其他许可证。', 'Other licences at this address were not checked.', officer),
  'R11.single': text('经营者名下没有其他有效的许可证。', 'The operator holds no other live licence.'),
  'R11.several': text(
    '经营者名下还有{count}个有效的许可证。',
    'The operator holds {count} other live licences.',
    officer,
  ),
  'R11.unknown': text('未能核对经营者名下的其他许可证。', 'Other licences of the operator were not checked.', officer),
  'R12.clear': text('没有未结的案件、整顿和罚款。', 'No open case, rectification or fine.'),
  'R12.open': text('有未了结的事项：{holds}。', 'Something is still open: {holdsEn}.', {
    zh: '这不等于不予延续，由工作人员核对后决定。',
    en: 'This is not a refusal; an officer looks and decides.',
  }),
  'R17.none': text('没有正在办理的延续申请。', 'No renewal is in progress.'),
  'R17.open': text(
    '延续申请{applicationNo}正在办理，不用重复提交。',
    'Renewal {applicationNo} is already in progress.',
    {
      zh: '请在“我的办件”里查看进度。',
      en: 'See its progress under “My applications”.',
    },
  ),
  'R18.given': text('已阅读告知书（{version}）并同意。', 'The notice ({version}) was read and agreed to.'),
  'R18.missing': text('还没有同意告知书（{version}）。', 'The notice ({version}) has not been agreed to.', {
    zh: '请阅读告知书后点“同意”。不同意的，可以到窗口办理。',
    en: 'Please read the notice and agree, or apply at the counter instead.',
  }),
  'A01.fresh': text(
    '{days}日前做过实地核查，在{maximumDays}日以内。',
    'The last site check was {days} days ago, within {maximumDays}.',
  ),
  'A01.old': text(
    '上次实地核查是{days}日前，超过{maximumDays}日。',
    'The last site check was {days} days ago, more than {maximumDays}.',
    {
      zh: '工作人员会安排两人上门核查，并提前联系您。',
      en: 'Two officers will visit the shop and call you beforehand.',
    },
  ),
  'A01.none': text('档案里没有实地核查记录。', 'No site check is on file.', {
    zh: '工作人员会安排两人上门核查，并提前联系您。',
    en: 'Two officers will visit the shop and call you beforehand.',
  }),
  'A02.off': text(
    '自动准予已关闭，由工作人员决定。',
    'Automatic granting is switched off; an officer decides.',
    officer,
  ),
} as const satisfies Record<string, FindingText>
