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
  staffMissing: entry(
    404,
    ['没有找到这名工作人员。', '请核对账号。'],
    ['No such member of staff.', 'Check the account.'],
  ),
} as const satisfies RefusalTable
