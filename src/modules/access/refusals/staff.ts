import type { RefusalTable } from '#kernel/refusal'
import { entry } from './entry.ts'

/** Signing in and accounts (工作人员). */
export const staffRefusals = {
  signInWrong: entry(
    401,
    [
      '账号、口令或动态码不对，或者账号暂时锁定。',
      '请核对后再试；连续输错 {tries} 次会锁定 {minutes} 分钟。动态码用过一次即失效，请等下一个。',
    ],
    [
      'Account, password or code is wrong, or the account is locked for a while.',
      'After {tries} wrong tries it is locked for {minutes} minutes. A code works once; wait for the next.',
    ],
  ),
  accountDormant: entry(
    403,
    ['账号超过 {days} 天没有登录，已停用。', '请联系安全管理员恢复。'],
    ['The account was not used for {days} days and is closed.', 'Ask the security administrator to reopen it.'],
  ),
  crossSite: entry(
    403,
    ['这个操作不是从本系统的页面发出的，已拒绝。', '请在本系统的页面里重新操作。'],
    ['The request did not come from our own pages.', 'Do it again from our own page.'],
  ),
  accountTaken: entry(
    409,
    ['账号 {account} 已存在。', '请换一个账号名。'],
    ['The account {account} exists already.', 'Choose another name.'],
  ),
  accountMalformed: entry(
    422,
    ['账号只能用小写字母、数字、点、横线和下划线，以字母开头，2 至 40 位。', '请重新填写。'],
    [
      'An account name has 2 to 40 small letters, digits, dots, hyphens or underscores and begins with a letter.',
      'Enter another.',
    ],
  ),
  passwordTooShort: entry(
    422,
    ['口令至少 {min} 个字符。', '请用更长的口令，例如一句话。'],
    ['A password has at least {min} characters.', 'Use a longer one, for example a sentence.'],
  ),
  rolesNotSeparate: entry(
    422,
    ['系统、安全、审计三类管理员必须是不同的人，也不能兼任业务岗位。', '请为每类管理员单独设账号。'],
    [
      'System, security and audit administrators are different people without business roles.',
      'Give each an account of its own.',
    ],
  ),
  rolesMissing: entry(422, ['至少要有一个岗位。', '请选择岗位。'], ['At least one role is needed.', 'Choose a role.']),
  ownAccount: entry(
    403,
    ['不能提出或核准对自己账号的变更。', '请由另一名管理员办理。'],
    ['Nobody proposes or confirms a change of his own account.', 'Ask another administrator.'],
  ),
  lastAdministrator: entry(
    409,
    ['这是最后一名在用的同类管理员，停用或改岗后将无人能管理账号。', '请先新增一名同类管理员，再变更这个账号。'],
    ['This is the last active administrator of the kind.', 'Add another one first.'],
  ),
  staffChangeOpen: entry(
    409,
    ['账号 {account} 已有一项变更等待核准。', '请先由安全管理员核准或退回那一项。'],
    ['A change of {account} already waits to be confirmed.', 'Have it confirmed or rejected first.'],
  ),
  staffChangeMissing: entry(
    404,
    ['没有找到这项人员变更。', '请刷新名单后再看。'],
    ['No such change.', 'Read the list again.'],
  ),
  staffChangeDecided: entry(
    409,
    ['这项人员变更已经办理过了。', '请刷新名单查看结果。'],
    ['This change has been decided already.', 'Read the list again.'],
  ),
  staffWantedMissing: entry(
    422,
    ['没有写明账号的岗位和区划。', '请填写完整后再提交。'],
    ['Roles and areas of the account are missing.', 'Fill them in.'],
  ),
  certificateDatesWrong: entry(
    422,
    ['执法证的截止日期早于起始日期。', '请核对证件上的有效期。'],
    ['The certificate ends before it begins.', 'Check its dates.'],
  ),
  certificateTaken: entry(
    409,
    ['执法证号 {no} 已登记在账号 {account} 名下。', '请核对证号；一张证只属于一个人。'],
    ['Certificate {no} is registered for {account}.', 'Check the number.'],
  ),
  setupCodeWrong: entry(
    422,
    ['设置码不对、已用过或已过期。', '请核对后再试；如已过期，请联系系统管理员重新申请。'],
    ['The setup code is wrong, used or expired.', 'Check it, or ask the system administrator for a new one.'],
  ),
  setupTotpWrong: entry(
    422,
    ['动态码不对，口令还没有设定。', '请等验证器显示下一个 6 位数字再试；手机时间须准确。'],
    ['The one-time code is wrong; nothing was set.', 'Wait for the next code; the phone’s clock must be right.'],
  ),
  partnerAgencyMissing: entry(
    422,
    ['协作单位账号要写明单位，其他账号不能写。', '请选“协作单位”岗位和它的单位，或者都不选。'],
    ['An account of a partner names its agency, and no other does.', 'Choose role and agency together, or neither.'],
  ),
  partnerAgencyFixed: entry(
    409,
    ['账号不能换单位。', '请停用这个账号，另建一个。'],
    ['An account stays with its agency.', 'Close it and make another.'],
  ),
  staffMissing: entry(
    404,
    ['没有找到这名工作人员。', '请核对账号。'],
    ['No such member of staff.', 'Check the account.'],
  ),
} as const satisfies RefusalTable
