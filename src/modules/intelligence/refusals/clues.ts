import { type Citation, cite } from '#kernel/citation'
import type { RefusalEntry, RefusalTable } from '#kernel/refusal'

type Words = readonly [title: string, next: string]
const entry = (status: RefusalEntry['status'], zh: Words, en: Words, basis?: readonly Citation[]): RefusalEntry => ({
  status,
  zh: { title: zh[0], next: zh[1] },
  en: { title: en[0], next: en[1] },
  ...(basis ? { basis } : {}),
})

/** 线索、举报人、奖励: what may be refused and what to do then. */
export const clueRefusals: RefusalTable = {
  clueUnknown: entry(
    404,
    ['没有这条线索。', '请核对编号，或者确认它在您的辖区。'],
    ['There is no such clue.', 'Check its number and your area.'],
  ),
  clueTextMissing: entry(
    422,
    ['没有写内容。', '请写明看到了什么、在哪里、什么时候。'],
    ['Nothing is written.', 'Say what was seen, where and when.'],
  ),
  clueTakenAlready: entry(
    409,
    ['这一条已经受理过。', '请在原来的线索上继续办理。'],
    ['This has been taken in already.', 'Go on with the earlier clue.'],
  ),
  clueChanged: entry(
    409,
    ['这条线索刚被别人办过一步。', '请看最新的情况再办。'],
    ['Somebody else has just taken a step.', 'Look again, then act.'],
  ),
  clueStepNotAllowed: entry(
    409,
    ['不能办这一步：{why}', '请看线索的当前状态和经办人。'],
    ['This step is not possible: {whyEn}', 'See the state of the clue and who acts.'],
  ),
  reporterNamed: entry(
    422,
    [
      '文字里有举报人的姓名、电话或者证件号，没有保存。',
      '请删去，或者改写代号；您填的内容还在。拦下的每一次都记在台账里，负责人看得到。',
    ],
    [
      'The text names who reported, or his telephone or number; it was not saved.',
      'Take it out or write the code name; what you entered is kept here. Each such refusal stands in the ledger and is seen by the heads.',
    ],
    [cite('YSJ', 41)],
  ),
  clueFieldMissing: entry(
    422,
    ['“{field}”没有填。', '请填好再提交，已填的内容还在。'],
    ['“{fieldEn}” is missing.', 'Fill it in; what you entered is kept.'],
  ),
  clueExtensionTooLong: entry(
    422,
    ['一次最多延长 {most} 日。', '请填 1 到 {most} 之间的日数。'],
    ['At most {most} days at a time.', 'Enter a number from 1 to {most}.'],
    [cite('S93', 33)],
  ),
  clueSameAsItself: entry(
    422,
    ['不能并入它自己。', '请填另一条线索的编号。'],
    ['It is no duplicate of itself.', 'Enter the number of another clue.'],
  ),
  clueSameUnknown: entry(
    422,
    ['没有要并入的那条线索。', '请核对编号。'],
    ['The clue to join is not known.', 'Check its number.'],
  ),
  clueOfficerUnknown: entry(
    422,
    ['选的核查人不在岗。', '请另选一名稽查人员。'],
    ['The officer chosen is not on the staff.', 'Choose another inspector.'],
  ),
  clueFactJudged: entry(
    409,
    ['这个要素已经确认或者否定过。', '请看最新的情况。'],
    ['This fact has been judged already.', 'Look at it again.'],
  ),
  cluePhotoUnreadable: entry(
    422,
    ['有一张照片打不开。', '请用 JPEG 或 PNG 格式重新拍一张，其他内容还在。'],
    ['One picture cannot be read.', 'Take it again as JPEG or PNG; the rest is kept.'],
  ),
  cluePhotoLost: entry(
    409,
    ['这张照片在文件库里读不出来。', '请告诉系统管理员从备份恢复。'],
    ['This picture cannot be read from the store.', 'Tell the administrator to restore it.'],
  ),
  reportReceiptWrong: entry(
    422,
    ['回执号是 16 位数字，这个号码写错了。', '请对照保存的回执号，4 位一组再输一遍。'],
    ['A receipt has 16 digits; this one is mistyped.', 'Compare it with yours and type it again in fours.'],
  ),
  receiptUnknown: entry(
    404,
    ['没有查到这个回执号。', '请核对号码；如果丢失了回执号，为了保密不能补查，可以重新举报。'],
    ['No report has this receipt.', 'Check the number. A lost one cannot be looked up, for your safety; report again.'],
  ),
  informantReasonMissing: entry(
    422,
    ['没有写清启封的理由。', '请写明为什么必须知道举报人是谁。'],
    ['The reason is missing.', 'Say why the reporter must be known.'],
    [cite('YSJ', 41)],
  ),
  informantAnonymous: entry(
    409,
    ['这条线索没有留下举报人身份。', '可以通过回执留言联系举报人。'],
    ['No identity was left.', 'Write to the holder of the receipt instead.'],
  ),
  informantOpeningRunning: entry(
    409,
    ['已经有一份启封申请在办，或者正在启封期内。', '请先看那一份。'],
    ['An opening is asked for or running.', 'See that one first.'],
  ),
  informantOpeningUnknown: entry(
    404,
    ['没有这份启封申请。', '请刷新页面。'],
    ['There is no such request.', 'Reload the page.'],
  ),
  informantOpeningAnswered: entry(
    409,
    ['这份启封申请已经有人答复。', '请刷新页面看结果。'],
    ['It has been answered already.', 'Reload the page.'],
  ),
  informantSecondPerson: entry(
    409,
    ['这一步要由另一个岗位的另一个人办理。', '请局负责人或者审计管理员办理；本人不能同意自己的申请。'],
    ['This takes another person of another office.', 'A head or the audit administrator; never oneself.'],
    [cite('YSJ', 41)],
  ),
  informantNotOpen: entry(
    409,
    ['身份没有启封，或者 24 小时已过。', '确有需要的，请重新申请，由两个人启封。'],
    ['The identity is sealed.', 'Ask again; two people open it for a day.'],
    [cite('YSJ', 41)],
  ),
  rewardNotDue: entry(
    409,
    ['只有转立案、并且有人举报的线索可以申报奖励。', '请等线索转立案以后申报。'],
    ['Only a reported clue that became a case is rewarded.', 'Wait until it is filed.'],
    [cite('TL', 50)],
  ),
  rewardAlready: entry(
    409,
    ['这条线索已经申报过奖励。', '请看已有的那一份。'],
    ['A reward has been proposed already.', 'See that one.'],
  ),
  rewardUnknown: entry(404, ['没有这份奖励申报。', '请刷新页面。'], ['There is no such reward.', 'Reload the page.']),
  rewardAnswered: entry(
    409,
    ['这份奖励已经审批完。', '请刷新页面看结果。'],
    ['This reward has been decided.', 'Reload the page.'],
  ),
  rewardSamePerson: entry(
    409,
    ['申报、两次审批、支付要由不同的人办理。', '请由没有经手的同事办理。'],
    ['Proposal, both approvals and payment take different people.', 'A colleague without a hand in it acts.'],
  ),
  rewardNotReady: entry(
    409,
    ['现在没有可以领取的奖励。', '奖励经两人审批以后才能领取。'],
    ['There is no reward to be paid out now.', 'It is ready after two approvals.'],
  ),
  rewardCodeUnknown: entry(
    404,
    ['没有用这个领取码的奖励。', '请领取人凭回执号在网站上重新取领取码，核对后再输。'],
    ['No reward has this code.', 'Its holder gets it again by the receipt.'],
  ),
  rewardCodeWrong: entry(
    422,
    ['领取码不对。', '请举报人凭回执号重新取领取码，核对后再输。'],
    ['The code is wrong.', 'Its holder gets it again by the receipt.'],
  ),
}
