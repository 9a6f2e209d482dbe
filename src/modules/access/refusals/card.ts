import { cite } from '#kernel/citation'
import type { RefusalTable } from '#kernel/refusal'
import { entry } from './entry.ts'

/** At the card reader (刷身份证). */
export const cardRefusals = {
  cardMalformed: entry(
    422,
    ['身份证里的信息前后不符。', '请按“找人帮忙”，由工作人员核对证件。'],
    ['The data on the card contradict each other.', 'Call a helper; staff will check the card.'],
  ),
  cardNotYetValid: entry(
    422,
    ['这张身份证的有效期还没有开始。', '请使用现在有效的身份证，或按“找人帮忙”。'],
    ['This card is not valid yet.', 'Use the card that is valid now, or call a helper.'],
    [cite('SFZ', 5)],
  ),
  cardExpired: entry(
    422,
    ['这张身份证已过有效期。', '请先到公安机关换领身份证；着急办理的，请带证件到窗口，由工作人员核对。'],
    ['This card has expired.', 'Renew it with the police; if the matter is urgent, bring your papers to the counter.'],
    [cite('SFZ', 5)],
  ),
  holderUnderAge: entry(
    422,
    ['持证人未满 {age} 周岁，不能自己在这里办理。', '请由监护人到窗口办理。'],
    ['The holder is under {age} and cannot act here alone.', 'A guardian may come to the counter.'],
  ),
  sessionEnded: entry(
    401,
    ['本次办理已经结束。', '请重新放上身份证；已经提交的内容不会丢失。'],
    ['This session has ended.', 'Lay your ID card on the reader again; nothing submitted is lost.'],
  ),
  actHeld: entry(
    422,
    ['已收到您的办理内容，需要工作人员核对后处理。', '不用重复提交；工作人员会与您联系，也可拨打 12313 询问。'],
    [
      'Your matter has been received and needs to be checked by staff.',
      'Do not send it again; staff will contact you.',
    ],
  ),
} as const satisfies RefusalTable
