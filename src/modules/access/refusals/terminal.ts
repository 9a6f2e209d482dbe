import type { RefusalTable } from '#kernel/refusal'
import { entry } from './entry.ts'

/** Between a terminal and the server (终端信道). */
export const terminalRefusals = {
  macWrong: entry(
    401,
    ['终端的请求校验不符。', '终端会自动重新连接；如反复出现，请联系管理人员。'],
    [
      'The code of the terminal’s request is wrong.',
      'The terminal reconnects by itself; if it persists, call its keeper.',
    ],
  ),
  channelUnknown: entry(
    401,
    ['终端信道已失效。', '终端会自动重新连接。'],
    ['The terminal’s channel is no longer known.', 'The terminal reconnects by itself.'],
  ),
  counterReplayed: entry(
    401,
    ['收到重复的终端请求，已拒绝。', '终端会自动重新连接；如反复出现，请联系安全管理员。'],
    [
      'A repeated request was refused.',
      'The terminal reconnects by itself; if it persists, tell the security administrator.',
    ],
  ),
  signatureWrong: entry(
    401,
    ['终端签名不符。', '请核对终端是否已入网；如已入网，请联系安全管理员。'],
    ['The terminal’s signature is wrong.', 'Check that it is enrolled, or tell the security administrator.'],
  ),
  terminalUnknown: entry(
    401,
    ['这台终端还没有入网。', '请由两名管理人员完成登记和核准，再用入网码入网。'],
    ['This terminal is not enrolled.', 'Two administrators must propose and confirm it first.'],
  ),
  terminalRevoked: entry(
    403,
    ['这台终端已停用。', '请换一台终端办理，或拨打 12313。'],
    ['This terminal has been taken out of service.', 'Use another terminal or call 12313.'],
  ),
  terminalFrozen: entry(
    403,
    ['这台终端已被冻结，等待核查。', '请换一台终端办理；管理人员核查后可重新入网。'],
    ['This terminal is frozen until it has been examined.', 'Use another terminal; administrators may enrol it again.'],
  ),
  terminalCloned: entry(
    403,
    ['发现另一台机器使用同一终端密钥，已冻结该终端。', '请换一台终端办理；安全管理员已收到告警。'],
    [
      'Another machine uses the key of this terminal; it is frozen.',
      'Use another terminal; the alarm has been raised.',
    ],
  ),
  outsideHours: entry(
    403,
    ['现在不在这台终端的开放时间。', '请在开放时间再来，或者到附近其他服务点、手机网页办理。'],
    ['This terminal is not open now.', 'Come back in its opening hours, or use another point or your phone.'],
  ),
  publicKeyInvalid: entry(
    422,
    ['终端公钥无效。', '请在终端上重新执行入网。'],
    ['The terminal’s public key is not valid.', 'Run the enrolment again on the terminal.'],
  ),
  enrolmentCodeWrong: entry(
    422,
    ['入网码不对，或已经用过。', '请核对后重新输入，或请安全管理员重新核准，取得新码。'],
    ['The enrolment code is wrong or has been used.', 'Check it, or ask for a new one.'],
  ),
  enrolmentCodeExpired: entry(
    422,
    ['入网码已过 {minutes} 分钟的有效时间。', '请安全管理员重新核准，取得新码。'],
    ['The enrolment code is older than {minutes} minutes.', 'Ask the security administrator for a new one.'],
  ),
} as const satisfies RefusalTable
