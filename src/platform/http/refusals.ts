import type { RefusalEntry, RefusalTable } from '#kernel/refusal'

const entry = (
  status: RefusalEntry['status'],
  zh: readonly [string, string],
  en: readonly [string, string],
): RefusalEntry => ({
  status,
  zh: { title: zh[0], next: zh[1] },
  en: { title: en[0], next: en[1] },
})

/** What the platform itself refuses, before any domain is asked. */
export const platformRefusals = {
  inputInvalid: entry(
    400,
    ['提交的内容不符合要求：{where}{why}。', '请更正后重新提交，已填的内容不会丢失。'],
    ['The input is not valid: {where}{why}.', 'Correct it and send it again.'],
  ),
  jsonMalformed: entry(
    400,
    ['提交的内容无法读取。', '请重新提交；如仍不行，请找工作人员。'],
    ['The body cannot be read.', 'Send it again as JSON.'],
  ),
  notSignedIn: entry(
    401,
    ['还没有登录，或登录已经结束。', '请重新登录，或重新放置身份证。'],
    ['Not signed in, or the session has ended.', 'Sign in again, or lay the card on the reader again.'],
  ),
  notPermitted: entry(
    403,
    ['您的岗位不能做这件事。', '请由有相应岗位的同事办理。'],
    ['Your role may not do this.', 'Ask a colleague who holds the role.'],
  ),
  notFound: entry(
    404,
    ['没有找到这一项。', '请核对编号；如编号无误，可能不在您的管辖范围内。'],
    ['Not found.', 'Check the number; it may be outside your area.'],
  ),
  twinInFlight: entry(
    409,
    ['同一请求正在处理。', '请稍候几秒，不要重复提交。'],
    ['The same request is being handled.', 'Wait a few seconds.'],
  ),
  bodyTooLarge: entry(413, ['提交的内容过大。', '请减少内容后重新提交。'], ['The body is too large.', 'Send less.']),
  fileTooLarge: entry(
    413,
    ['文件过大，最多 {maxBytes} 字节。', '请压缩或重新拍摄后再上传。'],
    ['The file is too large; at most {maxBytes} bytes.', 'Make it smaller and send it again.'],
  ),
  mediaTypeUnknown: entry(
    415,
    ['不支持这种内容格式。', '请以 JSON 提交。'],
    ['This media type is not supported.', 'Send JSON.'],
  ),
  keyReused: entry(
    422,
    ['同一编号已用于另一份内容。', '请重新开始办理，不要修改后沿用原编号。'],
    ['This key was used for another content.', 'Use a new key for a new request.'],
  ),
  ledgerUnsealed: entry(
    423,
    [
      '审计台账已有 {hours} 小时没有封存，审批决定、终端入网、人员账号和参数发布暂停办理。',
      '请立即通知系统管理员检查封存（yzt ledger verify）；封存恢复后重新提交即可，已填的内容不会丢失。群众办件不受影响。',
    ],
    [
      'The audit ledger has not been sealed for {hours} hours; decisions, enrolments, accounts and publications stop.',
      'Tell the system administrator (yzt ledger verify); send it again once sealing is back. Citizens are not affected.',
    ],
  ),
  keyMissing: entry(
    428,
    ['缺少幂等编号（Idempotency-Key）。', '请由本系统的页面或按接口说明提交。'],
    ['The Idempotency-Key header is missing.', 'Send one key per intended act.'],
  ),
  tooManyRequests: entry(
    429,
    ['请求过于频繁。', '请在{seconds}秒后再试。'],
    ['Too many requests.', 'Try again in {seconds} seconds.'],
  ),
  databaseAway: entry(
    503,
    ['系统暂时连不上数据库，刚才的操作没有完成。', '请稍候再试；同一操作重复提交不会办理两次。'],
    ['The database is away; nothing was done.', 'Try again; the same act is never done twice.'],
  ),
} as const satisfies RefusalTable
