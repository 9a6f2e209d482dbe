import { type Citation, cite } from '#kernel/citation'
import type { RefusalEntry, RefusalTable } from '#kernel/refusal'

type Words = readonly [title: string, next: string]
const entry = (status: RefusalEntry['status'], zh: Words, en: Words, basis?: readonly Citation[]): RefusalEntry => ({
  status,
  zh: { title: zh[0], next: zh[1] },
  en: { title: en[0], next: en[1] },
  ...(basis ? { basis } : {}),
})

/** 信用与处置: what may be refused and what to do then. */
export const creditRefusals: RefusalTable = {
  creditFileUnknown: entry(
    404,
    ['没有这份档案。', '请核对编号，或者确认它在您的辖区。'],
    ['There is no such file.', 'Check its number and your area.'],
  ),
  creditShopUnknown: entry(
    422,
    ['没有这家零售户。', '请核对 12 位许可证号。'],
    ['There is no such shop.', 'Check the licence number.'],
  ),
  creditOpenAlready: entry(
    409,
    ['已经有一份同样的档案在办。', '请在那一份上继续办理。'],
    ['One of the same kind is open already.', 'Go on with that one.'],
  ),
  creditChanged: entry(
    409,
    ['这份档案刚被别人办过一步。', '请看最新的情况再办。'],
    ['Somebody else has just taken a step.', 'Look again, then act.'],
  ),
  creditStepNotAllowed: entry(
    409,
    ['不能办这一步：{why}', '请看档案的当前状态和经办人。'],
    ['This step is not possible: {whyEn}', 'See the state of the file and who acted.'],
  ),
  creditFieldMissing: entry(
    422,
    ['“{field}”没有填。', '请填好再提交，已填的内容还在。'],
    ['“{fieldEn}” is missing.', 'Fill it in; what you entered is kept.'],
  ),
  creditTwoOfficers: entry(
    422,
    ['约谈要有两名不同的工作人员。', '请选两个人。'],
    ['A talk needs two different officers.', 'Choose two.'],
  ),
  creditOfficerUnknown: entry(
    422,
    ['选的人员不在岗。', '请重新选两名在岗的工作人员。'],
    ['An officer chosen is not on the staff.', 'Choose two who are.'],
  ),
  creditDayFuture: entry(
    422,
    ['发生日期在今天以后。', '请填实际发生的日期。'],
    ['The day is in the future.', 'Enter the day on which it happened.'],
  ),
  creditDayPast: entry(
    422,
    ['期限太早。', '请填今天以后、并且晚于原期限的日期。'],
    ['The day is too early.', 'Enter one after today and after the old limit.'],
  ),
  creditMeasureTooHard: entry(
    422,
    ['“{level}”还不能采取这项措施。', '先复核并调整分类，再采取措施。'],
    ['This measure is too hard for the class “{levelEn}”.', 'Review and change the class first.'],
    [cite('YSJ', 50)],
  ),
  creditTalkTooSoon: entry(
    422,
    ['约谈要至少提前 {days} 个工作日通知。', '最早可以定在 {first}。'],
    ['A talk needs {days} working days of notice.', 'The earliest day is {first}.'],
  ),
  creditTalkNotYet: entry(
    409,
    ['约谈定在 {day}，还没有到。', '请在约谈当天或者以后记录。'],
    ['The talk is on {day}.', 'Record it on that day or later.'],
  ),
  creditModelUnmet: entry(
    422,
    ['还不符合示范店条件：{why}', '条件具备后再办；也可以作出“不评”的决定。'],
    ['Conditions not met: {whyEn}', 'Wait until they are, or decide not to name it.'],
  ),
  creditStillPublic: entry(
    409,
    ['公示期到 {until} 才满。', '请在公示期满以后作出决定。'],
    ['The public notice runs until {until}.', 'Decide after it.'],
  ),
  creditTargetUnknown: entry(
    422,
    ['没有可以提出异议或者修复的这条记录。', '请核对记录编号；已经更正、修复的不用再提。'],
    ['There is no such record to object to.', 'Check its number; what was corrected needs nothing more.'],
  ),
  creditOwnRecord: entry(
    409,
    ['记录或确认过这条信用记录的人不能核查它。', '请由别的工作人员核查。'],
    ['Whoever made the record does not examine it.', 'Somebody else examines it.'],
    [cite('YSJ', 49)],
  ),
  creditRepairUnmet: entry(
    422,
    ['还不能修复：{why}', '可以决定“不同意”并写明理由，或者条件具备后再决定。'],
    ['Not to be repaired yet: {whyEn}', 'Deny with the reason, or decide when the conditions are met.'],
    [cite('YSJ', 52)],
  ),
  creditPaperAltered: entry(
    409,
    ['这份文书的内容和签名对不上。', '请不要使用，并告诉系统管理员。'],
    ['The words of this paper do not fit its signature.', 'Do not use it; tell the administrator.'],
  ),
}
