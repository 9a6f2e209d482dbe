import { cite } from '#kernel/citation'
import type { RefusalEntry, RefusalTable, RefusalText } from '#kernel/refusal'
import { documentRefusals } from './refusals/documents.ts'
import { handlingRefusals } from './refusals/handling.ts'
import { mandateRefusals } from './refusals/mandates.ts'
import { siteCheckRefusals } from './refusals/site-checks.ts'
import { spotCheckRefusals } from './refusals/spot-checks.ts'

const text = (title: string, next: string): RefusalText => ({ title, next })
type Options = Pick<RefusalEntry, 'status'> & Partial<Pick<RefusalEntry, 'basis'>>
const entry = (zh: RefusalText, en: RefusalText, { status, basis }: Options): RefusalEntry =>
  basis ? { status, zh, en, basis } : { status, zh, en }

const forCitizens = {
  licenceNotYours: entry(
    text(
      '没有查到您名下的这个许可证。',
      '请核对许可证号；许可证是家人或者企业的，请持证人本人来办，或者带授权委托书到窗口。',
    ),
    text(
      'No such licence is held by you.',
      'Check the number. If it is a family member’s or a company’s, the holder should come, or bring a mandate to the counter.',
    ),
    { status: 404, basis: [cite('S37', 9)] },
  ),
  consentMissing: entry(
    text('还没有同意告知书（{version}）。', '请阅读告知书后点“同意”。不同意的，可以到窗口办理。'),
    text('The notice ({version}) has not been agreed to.', 'Read the notice and agree, or apply at the counter.'),
    { status: 422, basis: [cite('GX', 17), cite('GX', 35)] },
  ),
  signatureEmpty: entry(
    text('没有看到签名。', '请在签名框里写上姓名后再提交。'),
    text('No signature was seen.', 'Write your name in the box and submit again.'),
    { status: 422, basis: [cite('ZX', 8)] },
  ),
  ratedAlready: entry(
    text('这一件已经评价过了，谢谢您。', '一件事评价一次，不能更改；还有话要说的，请拨打 12313。'),
    text('This application has been rated. Thank you.', 'One rating each, not changed later. To say more, call 12313.'),
    { status: 409, basis: [cite('YYH', 33)] },
  ),
  phoneMissing: entry(
    text('还没有联系电话。', '请填写手机号码，方便工作人员联系您。'),
    text('No telephone number is on file.', 'Enter a number so that an officer can call you.'),
    { status: 422 },
  ),
  alreadyInProgress: entry(
    text('{service}申请 {applicationNo} 正在办理，不用重复提交。', '请在“我的办件”里查看进度。'),
    text(
      'Application {applicationNo} for {serviceEn} is already in progress.',
      'See its progress under “My applications”.',
    ),
    { status: 409, basis: [cite('XK', 32)] },
  ),
  renewalTooEarly: entry(
    text('还没有到可以申请的时间，{opensOn} 起可以申请。', '请在 {opensOn} 至 {lastTimelyDay} 之间办理。'),
    text('Too early: applications open on {opensOn}.', 'Please apply between {opensOn} and {lastTimelyDay}.'),
    { status: 422, basis: [cite('XK', 50, { paragraph: 1 })] },
  ),
  licenceEnded: entry(
    text('许可证现在的状态是“{state}”，不能办理{service}。', '需要继续经营的，请到窗口申请新办。'),
    text(
      'The licence is now “{stateEn}”; {serviceEn} is not possible.',
      'To go on trading, apply for a new licence at the counter.',
    ),
    { status: 422, basis: [cite('XK', 70)] },
  ),
  notNow: entry(text('{why}', '{next}'), text('{whyEn}', '{nextEn}'), {
    status: 422,
    basis: [cite('XK', 49), cite('S205', 23)],
  }),
  answerMissing: entry(
    text('还没有回答：{question}', '请回答后再提交。'),
    text('Not answered yet: {questionEn}', 'Answer it and submit again.'),
    { status: 422 },
  ),
  answerWrong: entry(
    text('这个回答看不懂：{question}', '请重新选择或者填写。'),
    text('This answer cannot be read: {questionEn}', 'Please choose or write it again.'),
    { status: 422 },
  ),
  answerUnknown: entry(
    text('多填了一项：{question}', '请刷新页面后再提交。'),
    text('An answer nobody asked for: {question}', 'Reload the page and submit again.'),
    { status: 422 },
  ),
  progressUnknown: entry(
    text('编号和查询码对不上，没有查到。', '请核对收件页面上的申请编号和查询码；也可以到终端刷身份证查询。'),
    text(
      'No application has this number and code.',
      'Check both on your receipt, or look it up with your card at a terminal.',
    ),
    { status: 404 },
  ),
  operatorNotApplicant: entry(
    text('经营者的身份证号码和申请人的身份证不一致。', '请经营者本人带身份证来办；代办的，请带授权委托书到窗口。'),
    text(
      'The operator’s identity number is not the applicant’s.',
      'The operator should come with the card; an agent brings a mandate to the counter.',
    ),
    { status: 422, basis: [cite('S37', 9)] },
  ),
  draftUnknown: entry(
    text('没有查到您的这份草稿。', '请核对八位草稿码；草稿只有本人能打开，过期或者已经提交的不再保留。'),
    text(
      'No draft of yours has this code.',
      'Check the eight characters. A draft opens only for its own person and is gone once expired or submitted.',
    ),
    { status: 404, basis: [cite('GX', 19)] },
  ),
  channelNotOffered: entry(
    text('{service}不能在这里办。', '请到窗口或者用手机办理。'),
    text('This service is not offered here.', 'Please use the counter or the phone.'),
    { status: 422 },
  ),
  stepUpNeeded: entry(
    text(
      '{service}要核验到您本人，短信验证码不够。',
      '请用统一身份认证登录后再提交，已填的内容还在；也可以带身份证到村级终端或者窗口办理。',
    ),
    text(
      '{serviceEn} needs proof that it is you; a code by message is not enough.',
      'Sign in with the unified identity and submit again; nothing filled in is lost. A terminal or the counter will do too.',
    ),
    { status: 403 },
  ),
} as const satisfies RefusalTable

const forOfficers = {
  applicationNotFound: entry(
    text('没有查到这个办件。', '请核对办件号；不在您的辖区的办件看不到。'),
    text('No such application.', 'Check the number. Files outside your area are not shown.'),
    { status: 404 },
  ),
  licenceNotFound: entry(
    text('没有查到这个许可证。', '请核对许可证号；不在您的辖区的看不到。'),
    text('No such licence.', 'Check the number. Licences outside your area are not shown.'),
    { status: 404 },
  ),
  answersIncomplete: entry(
    text('还缺新的登记事项：{values}。', '请先补全（当场更正）或者告知申请人补正，再作决定。'),
    text(
      'New values are still missing: {values}.',
      'Complete them, or ask the applicant for corrections, before you decide.',
    ),
    { status: 409, basis: [cite('XK', 32, { paragraph: 1, item: 3 })] },
  ),
  proceedingNotFound: entry(
    text('没有查到这项依职权办理。', '请核对编号；不在您的辖区的看不到。'),
    text('No such proceeding.', 'Check the number. Those outside your area are not shown.'),
    { status: 404 },
  ),
  proceedingNotPossible: entry(
    text('现在不能这样办：{why}', '请看许可证现在的状态，选择可以办的事项。'),
    text('This is not possible now: {whyEn}', 'Look at the state of the licence and choose what it allows.'),
    { status: 409, basis: [cite('XK', 70)] },
  ),
  proceedingOpen: entry(
    text('这个许可证已经有一项正在办理（{proceedingNo}）。', '请先办完或者终止，再立新的。'),
    text('Another proceeding is open ({proceedingNo}).', 'Finish or drop it first.'),
    { status: 409 },
  ),
  stopNotOpen: entry(
    text('这项停用已经结束。', '请刷新页面看最新情况。'),
    text('This stop has ended already.', 'Reload to see the latest state.'),
    { status: 409 },
  ),
  changedMeanwhile: entry(
    text('您打开之后，这个办件已经有人处理过。', '页面已更新，请看过最新情况再办。'),
    text('Somebody has acted on this file since you opened it.', 'Look at the latest state before you act.'),
    { status: 409 },
  ),
  stepUnknown: entry(
    text('没有这一步。', '请刷新页面后再办。'),
    text('There is no such step.', 'Reload the page and try again.'),
    { status: 422 },
  ),
  stepNotAllowed: entry(
    text('现在不能做这一步：{why}', '请按页面上可以点的步骤办理。'),
    text('This step is not possible now: {whyEn}', 'Use one of the steps that the page offers.'),
    { status: 409 },
  ),
  opinionMissing: entry(
    text('还没有填写意见。', '请写明意见和理由。'),
    text('The opinion is missing.', 'Write down your opinion and the reasons.'),
    { status: 422 },
  ),
  correctionsMissing: entry(
    text('补正清单不完整。', '请逐项写明缺什么、怎样补；补正只能告知一次，要一次说全。'),
    text(
      'The list of corrections is incomplete.',
      'Say for each line what is missing and how to mend it; it may be asked only once.',
    ),
    { status: 422, basis: [cite('XK', 32, { paragraph: 1, item: 4 })] },
  ),
  groundsMissing: entry(
    text('还没有选择不予延续的情形。', '请至少选择一项，并写明事实和理由。'),
    text('No ground for refusal was chosen.', 'Choose at least one and write down facts and reasons.'),
    { status: 422, basis: [cite('XK', 38, { paragraph: 2 }), cite('S205', 43)] },
  ),
  ratingNotFound: entry(
    text('没有找到这件差评，或者您办过这一件。', '办过这一件的人不看评价，也不回访，请由其他人回访。'),
    text(
      'No such rating, or you handled this application.',
      'Whoever handled it neither reads nor follows up its rating.',
    ),
    { status: 404, basis: [cite('YYH', 33)] },
  ),
  followUpEnded: entry(
    text('这件差评已经回访完毕。', '请刷新页面查看回访记录。'),
    text('This follow-up has ended.', 'Reload the page to read what was done.'),
    { status: 409 },
  ),
  followUpNoteMissing: entry(
    text('还没有写回访情况。', '请写明联系的时间、方式和当事人的意见。'),
    text('The note is missing.', 'Write down when and how you called and what the person said.'),
    { status: 422 },
  ),
  secondVerifierMissing: entry(
    text('还没有填写另一名核查人员。', '实地核查要两名以上工作人员，请填写另一名的姓名。'),
    text('The second verifier is missing.', 'A site check needs two officers; enter the other’s name.'),
    { status: 422, basis: [cite('XK', 34, { paragraph: 3 })] },
  ),
  ...documentRefusals,
  ...handlingRefusals,
  ...siteCheckRefusals,
  ...mandateRefusals,
  withdrawNotPossible: entry(
    text('办件现在的状态是“{state}”，不能撤回。', '已经作出决定的不能撤回；不再经营的，可以申请歇业。'),
    text('The application is now “{stateEn}” and cannot be withdrawn.', 'After a decision, apply for closing instead.'),
    { status: 409 },
  ),
  statementMissing: entry(
    text('还没有记录申请人的陈述申辩。', '请写明申请人说了什么；申请人放弃的，选“放弃”。'),
    text('The statement is not recorded.', 'Write down what the applicant said, or choose “waived”.'),
    { status: 422, basis: [cite('XK', 7)] },
  ),
  statementStillOpen: entry(
    text('申请人的陈述申辩期限到 {until}，还没有过。', '申请人明确放弃的，请写明他怎样表示放弃；否则请等到期限届满。'),
    text(
      'The applicant may still make a statement until {until}.',
      'If it was waived, write down how; otherwise wait.',
    ),
    { status: 409, basis: [cite('XK', 7)] },
  ),
} as const satisfies RefusalTable

/** Words for every refusal licensing gives, in both languages. */
export const licensingRefusals = {
  ...forCitizens,
  ...forOfficers,
  ...spotCheckRefusals,
} as const satisfies RefusalTable
