import { cite } from '#kernel/citation'
import type { RefusalTable } from '#kernel/refusal'
import { entry } from './entry.ts'

/** Signing in on the own telephone (手机和网页办理). */
export const webRefusals = {
  codeTooSoon: entry(
    429,
    ['这个号码刚刚获取过验证码，或者今天获取得太多了。', '请在{seconds}秒后再试；也可以用统一身份认证登录。'],
    [
      'A code was asked for this number just now, or too often today.',
      'Try again in {seconds} seconds, or use the unified identity.',
    ],
  ),
  signInCodeWrong: entry(
    401,
    [
      '验证码不对，或者已经失效。',
      '请核对短信；试过 {tries} 次或者过了有效时间的，请重新获取。一直收不到的，可能不是登记的号码，可以用统一身份认证登录，或者带身份证到村级终端、窗口办理。',
    ],
    [
      'The code is wrong or no longer valid.',
      'Check the message; after {tries} tries, or when its time is over, ask for a new one. If none comes, the number may not be the one on record: use the unified identity, a terminal or the counter.',
    ],
  ),
  cardCodeNoPhone: entry(
    409,
    ['没有登记您的手机号码，不能用验证码。', '请用别的办法核对，或者由工作人员核对；不影响您办事。'],
    ['There is no telephone number of yours on record.', 'Use another way, or an officer will look.'],
  ),
  cardCodePhoneNew: entry(
    409,
    [
      '登记的号码是最近改的，满 {days} 天才能收验证码核对本人。',
      '请用别的办法核对，或者由工作人员核对；不影响您办事。',
    ],
    ['Your number was changed lately; codes go to it after {days} days.', 'Use another way, or an officer will look.'],
  ),
  cardCodeWrong: entry(
    409,
    ['验证码不对，还可以试 {left} 次。', '请核对最新的一条短信再输入。'],
    ['The code is wrong; {left} tries are left.', 'Look at the latest message and enter it again.'],
  ),
  cardCodeOver: entry(
    409,
    ['这个验证码已经失效。', '过了有效时间，或者试的次数太多。请重新获取，或者用别的办法核对。'],
    [
      'This code is no longer valid.',
      'Its time is over, or it was tried too often. Ask for a new one or use another way.',
    ],
  ),
  identityUnavailable: entry(
    409,
    ['省统一身份认证暂时连不上。', '请稍后再试，或者用短信验证码登录；也可以带身份证到村级终端办理。'],
    [
      'The provincial unified identity cannot be reached.',
      'Try again later, or sign in by a code; a terminal will do too.',
    ],
  ),
  identityFailed: entry(
    401,
    ['统一身份认证没有完成。', '请重新登录；如果是您自己取消的，可以换一种办法。'],
    ['The unified identity was not completed.', 'Sign in again, or use another way.'],
  ),
  identityTooWeak: entry(
    403,
    [
      '您的统一身份认证还没有核验到本人（需要 {level} 级）。',
      '请在统一身份认证里完成实人认证后再来，或者带身份证到村级终端、窗口办理。',
    ],
    [
      'Your unified identity is not proven strongly enough (level {level} is needed).',
      'Complete it with the provider, or come to a terminal or the counter.',
    ],
  ),
  consentGone: entry(
    404,
    ['没有这一项同意，或者已经撤回。', '请刷新后查看。'],
    ['There is no such consent, or it was withdrawn.', 'Reload the page.'],
    [cite('GX', 15)],
  ),
} as const satisfies RefusalTable
