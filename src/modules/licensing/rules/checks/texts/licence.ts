import { type FindingText, officer, text } from './words.ts'

/** Findings about the licence and the filing. */
export const licenceTexts = {
  'R05.valid': text(
    '许可证现在的状态是“{state}”，可以办理{service}。',
    'The licence is “{stateEn}”; {serviceEn} is possible.',
  ),
  'R05.expired': text('许可证已过有效期，还没有注销。', 'The licence has run out and is not yet cancelled.', officer),
  'R05.person': text('许可证现在的状态是“{state}”。', 'The licence is now “{stateEn}”.', officer),
  'R05.notSuspended': text(
    '许可证现在没有停业，不用申请{service}。',
    'The licence is not suspended; there is no need for {serviceEn}.',
    { zh: '可以照常经营。', en: 'You may trade as usual.' },
  ),
  'R05.suspended': text(
    '许可证现在的状态是“{state}”，不能办理{service}。',
    'The licence is now “{stateEn}”; {serviceEn} is not possible.',
    {
      zh: '停业的请先申请恢复营业；责令整顿的，整改验收后再办。',
      en: 'If it is suspended, apply to resume first; if it is being rectified, wait until that is accepted.',
    },
  ),
  'R05.ended': text(
    '许可证现在的状态是“{state}”，不能办理{service}。',
    'The licence is now “{stateEn}”; {serviceEn} is not possible.',
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
  'R07.asked': text(
    '停业{from}至{to}，共{days}日，在一个月以上、一年以内。',
    'Suspension from {from} to {to}, {days} days: between one month and one year.',
  ),
  'R07.past': text('停业要从明天或者以后开始。', 'A suspension begins tomorrow or later.', {
    zh: '请重新选择开始的日子。',
    en: 'Please choose another first day.',
  }),
  'R07.tooShort': text('停业不到{months}个月，不用申请。', 'Less than {months} month needs no application.', {
    zh: '可以直接歇几天；一个月以上的再来申请。',
    en: 'Just close for those days; apply if it lasts a month or more.',
  }),
  'R07.tooLong': text(
    '停业{days}日，超过了一年（{maximumDays}日）。',
    '{days} days are more than a year ({maximumDays}).',
    {
      zh: '请选一年以内的日子；不打算再经营的，可以申请歇业。',
      en: 'Choose a day within a year, or apply for closing if you do not want to go on.',
    },
  ),
  'R07.beyondTerm': text(
    '停业到{to}，许可证{validTo}就届满，期间要记得申请延续。',
    'The suspension ends on {to}, but the licence runs out on {validTo}: remember to renew meanwhile.',
    officer,
  ),
  'R17.none': text('没有正在办理的同类申请。', 'No application of this kind is in progress.'),
  'R17.open': text(
    '{service}申请{applicationNo}正在办理，不用重复提交。',
    'Application {applicationNo} for {serviceEn} is already in progress.',
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
} as const satisfies Record<string, FindingText>
