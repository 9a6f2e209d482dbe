import { type FindingText, officer, text } from './words.ts'

const lookAgain = {
  zh: '不要求必须刷脸；由工作人员核对身份证，不影响您办事。',
  en: 'A face check is never required; an officer will look at your card.',
}

/** Findings about who applies. */
export const applicantTexts = {
  'R01.holder': text('刷证的人就是持证人。', 'The person with the card is the licence holder.'),
  'R01.other': text('刷证的人不是这个许可证的持证人。', 'The person with the card is not the holder of this licence.', {
    zh: '请持证人本人带身份证办理；代办请带授权委托书到窗口。',
    en: 'The holder should come with the own card, or an agent should bring a written mandate to the counter.',
  }),
  'R01.paperMandate': text(
    '由代理人凭纸质授权委托书办理，工作人员核对委托书和双方身份。',
    'An agent came with a mandate on paper; an officer checks it and both identities.',
    officer,
  ),
  'R01.givenMandate': text(
    '由代理人凭持证人在线签名的委托办理，工作人员核对委托的事项和期限。',
    'An agent came by a mandate the holder signed here; an officer checks its scope and period.',
    officer,
  ),
  'R02.valid': text(
    '身份证在有效期内，经营者已满{minimumAge}周岁。',
    'The identity card is valid and the operator is at least {minimumAge}.',
  ),
  'R02.proven': text(
    '统一身份认证（{level}级）已经核验过您的身份证件，您已满{minimumAge}周岁。',
    'The unified identity (level {level}) has checked your document; you are at least {minimumAge}.',
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
  'R03.face': text('本人与身份证照片核对一致。', 'The person agrees with the portrait on the card.'),
  'R03.grey': text(
    '刷脸核对说不准是不是同一个人。',
    'The face comparison could not tell whether it is the same person.',
    lookAgain,
  ),
  'R03.failed': text('刷脸核对没有对上。', 'The face comparison did not match.', lookAgain),
  'R03.stepUp': text(
    '这项办理要刷身份证、刷脸或者用统一身份认证；短信验证码还不够。',
    'This service needs your card, your face or the unified identity; a code by SMS is not enough.',
    {
      zh: '可以到村里的终端刷身份证，或者由工作人员打电话核对。',
      en: 'Use your card at a village terminal, or let an officer call you.',
    },
  ),
  'R03.typed': text(
    '窗口没有用读卡器，身份证是照着录入的；这项办理由工作人员再核对本人。',
    'The card was typed at the counter, not read; an officer checks the person for this service.',
    officer,
  ),
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
  'R04.newSame': text(
    '营业执照有效，店名、经营者、地址都从营业执照带出。',
    'The business licence is live; name, operator and address are taken from it.',
  ),
  'R04.newDiffers': text(
    '营业执照有效，但是和您说的不一样：{differences}。',
    'The business licence is live, but differs from what you say: {differencesEn}.',
    {
      zh: '地址或者经营者变了的，先到市场监管部门变更营业执照；工作人员也会核对。',
      en: 'If the address or the operator has changed, change the business licence first; an officer will check.',
    },
  ),
  'R04.notNeeded': text('变更的事项不在营业执照上。', 'Nothing that changes stands on the business licence.'),
  'R04.changeSame': text('新的登记事项与营业执照一致。', 'The new values agree with the business licence.'),
  'R04.changeDiffers': text(
    '新的登记事项与营业执照不一致，或者还没有填。',
    'The new values differ from the business licence, or were left open.',
    {
      zh: '请先到市场监管部门变更营业执照；已经变更的，工作人员会核对。',
      en: 'Change the business licence first; if you have, an officer will check.',
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
    '未能核对营业执照（电子证照库或者市场监管系统暂时无响应），已转人工。',
    'The business licence was not checked (the e-certificate library or the market regulator does not answer); an officer looks.',
    officer,
  ),
  'R19.alone': text('本人办理，没有帮办。', 'Done by the applicant alone.'),
  'R19.few': text(
    '帮办员今天帮办{count}件，没有超过{limit}件。',
    'The helper has assisted {count} today, not more than {limit}.',
  ),
  'R19.phone': text(
    '今天另有{others}位帮办的申请人留了同一个电话，达到{limit}位。',
    'Today {others} other assisted applicants left the same telephone number (limit {limit}).',
    officer,
  ),
  'R19.many': text(
    '帮办员今天帮办{count}件，超过了{limit}件。',
    'The helper has assisted {count} today, more than {limit}.',
    officer,
  ),
} as const satisfies Record<string, FindingText>
