import { cite } from '#kernel/citation'
import type { RefusalEntry, RefusalTable } from '#kernel/refusal'
import { kernelRefusals } from '#kernel/refusal-texts'

type Words = readonly [title: string, next: string]
const entry = (status: RefusalEntry['status'], zh: Words, en: Words, basis?: RefusalEntry['basis']): RefusalEntry => ({
  status,
  zh: { title: zh[0], next: zh[1] },
  en: { title: en[0], next: en[1] },
  ...(basis === undefined ? {} : { basis }),
})

/** What printing and verifying a licence refuses with. */
export const elicenceRefusals = {
  licenceTokenMissing: kernelRefusals.licenceTokenMissing,
  licenceTokenMalformed: kernelRefusals.licenceTokenMalformed,
  licenceTokenKeyUnknown: entry(
    422,
    ['验证码上的密钥编号不是本局的。', '请更新验签公钥后再试；仍不符的，请向证面所写的发证机关核实。'],
    [
      'The key named in the code is not one of this bureau.',
      'Update the public keys, or ask the bureau named on the licence.',
    ],
  ),
  licenceTokenForged: entry(
    422,
    ['签名与内容不符：内容被改动过，或者不是本局签发。', '请按许可证号联网查询，并向发证机关反映（12313）。'],
    [
      'The signature does not fit the text: it was altered or not issued here.',
      'Look the licence up by number and tell the bureau (12313).',
    ],
  ),
  licenceNotIssued: entry(
    409,
    ['这个许可证还没有发证。', '请等待发证后再打印。'],
    ['This licence has not been issued yet.', 'Print it after it has been issued.'],
  ),
  printFaceNotAllowed: entry(
    409,
    ['许可证目前不在有效状态，不能打印正本或者副本。', '可以打印查询件；需要恢复的，请到窗口或者找帮办人员。'],
    [
      'The licence is not in force now, so the licence page cannot be printed.',
      'Print the query page, or ask at the counter.',
    ],
    [cite('XK', 70)],
  ),
  glyphMissing: entry(
    422,
    [
      '“{field}”中有机器字库没有的字（{codePoint}），不能在这里打印。',
      '电子证照照常有效；请到窗口由工作人员制作纸质证件。',
    ],
    [
      '“{field}” holds a character the fonts lack ({codePoint}), so it cannot be printed here.',
      'The e-licence is valid; the counter makes the paper one.',
    ],
  ),
  faceTextTooLong: entry(
    422,
    ['“{field}”有 {length} 个字，证面最多排 {max} 个字。', '电子证照照常有效；请到窗口由工作人员制作纸质证件。'],
    [
      '“{field}” has {length} characters; the page takes {max}.',
      'The e-licence is valid; the counter makes the paper one.',
    ],
  ),
  faceTextEmpty: entry(
    422,
    ['证面的“{field}”是空的，不能打印。', '请到窗口由工作人员核对登记信息。'],
    ['“{field}” of the licence is empty, so it cannot be printed.', 'Ask the counter to check the register.'],
  ),
  printPageClosed: entry(
    410,
    ['这一份已经交给打印机，不能再取。', '没有拿到纸的，请重新打印一份，份号会顺延。'],
    [
      'This copy has gone to the printer and cannot be fetched again.',
      'If there is no paper, print a new copy; it gets the next number.',
    ],
  ),
  licenceVersionUnknown: entry(
    404,
    ['这个许可证没有这一版。', '请核对证面；证面与查询结果不符的，请向发证机关反映（12313）。'],
    [
      'This licence has no such version.',
      'Compare the page; if it differs from the register, tell the bureau (12313).',
    ],
  ),
  licenceFaceMissing: entry(
    409,
    ['系统里没有这个许可证的证面记录，不能打印。', '请到窗口查询纸质档案。'],
    ['There is no record of this licence’s face, so it cannot be printed.', 'Ask the counter for the paper file.'],
  ),
  paperAltered: entry(
    409,
    ['文书内容与签发时的签名不符，不能显示。', '请立即告知安全管理员；需要时由备份恢复。'],
    ['The document does not match its signature and is not shown.', 'Tell the security administrator at once.'],
  ),
  statusListNotYet: entry(
    404,
    ['还没有签发过状态清单。', '请过一分钟再下载；也可以按许可证号联网查询。'],
    ['No status list has been signed yet.', 'Try again in a minute, or look the licence up by number.'],
  ),
  statusListKeyUnknown: entry(
    422,
    ['状态清单上的密钥编号不是本局的。', '请更新验签公钥，再重新下载状态清单。'],
    ['The key named in the status list is not one of this bureau.', 'Update the public keys and the list.'],
  ),
  statusListForged: entry(
    422,
    ['状态清单的签名与内容不符，不能使用。', '请从本局网站重新下载，并告知本局（12313）。'],
    ['The signature does not fit the status list; it is not used.', 'Download it again and tell the bureau (12313).'],
  ),
  statusListOlder: entry(
    422,
    ['这份状态清单（第 {number} 号）比已经用过的第 {known} 号旧，不能使用。', '请下载最新的状态清单。'],
    [
      'This status list (no. {number}) is older than no. {known}, which was used before; it is not used.',
      'Download the latest list.',
    ],
  ),
  verificationKeysUnreadable: entry(
    422,
    ['验签公钥文件读不出来。', '请从本局网站重新下载验签公钥。'],
    ['The file with the public keys cannot be read.', 'Download it again from the bureau.'],
  ),
} as const satisfies RefusalTable
