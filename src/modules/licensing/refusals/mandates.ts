import { cite } from '#kernel/citation'
import type { RefusalEntry, RefusalTable } from '#kernel/refusal'

type Words = readonly [title: string, next: string]
const entry = (zh: Words, en: Words, status: RefusalEntry['status'] = 422): RefusalEntry => ({
  status,
  zh: { title: zh[0], next: zh[1] },
  en: { title: en[0], next: en[1] },
  basis: [cite('XK', 29), cite('S37', 9)],
})

/** 授权委托: what is wrong with it, and who can mend it. */
export const mandateRefusals = {
  mandateUnknown: entry(
    ['没有找到这份委托。', '请持证人重新委托，或者带授权委托书到窗口。'],
    ['This mandate was not found.', 'The holder may give a new one, or bring it on paper to the counter.'],
    404,
  ),
  mandateEnded: entry(
    ['持证人已经收回这份委托。', '还要代办的，请持证人重新委托。'],
    ['The holder has withdrawn this mandate.', 'The holder may give a new one.'],
    409,
  ),
  mandateNotYet: entry(
    ['这份委托从 {from} 起才有效。', '请到那天再来，或者请持证人重新委托。'],
    ['This mandate begins on {from}.', 'Come back then, or ask for a new one.'],
  ),
  mandateExpired: entry(
    ['这份委托到 {to} 为止，已经过期。', '请持证人重新委托。'],
    ['This mandate ended on {to}.', 'The holder may give a new one.'],
  ),
  mandateOtherService: entry(
    ['委托里没有写可以办{service}。', '请持证人写明这一项，重新委托。'],
    ['The mandate does not name {serviceEn}.', 'The holder may give one that names it.'],
  ),
  mandateToSelf: entry(
    ['委托人和代理人是同一个人。', '本人来办的，不用委托。'],
    ['Principal and agent are one person.', 'The holder needs no mandate.'],
  ),
  mandateWithoutService: entry(
    ['没有写委托办什么事。', '请至少写一项。'],
    ['The mandate names no service.', 'Name at least one.'],
  ),
  mandatePeriodWrong: entry(
    ['委托期限不对。', '请写明从哪天到哪天，结束日不早于今天，最长 {days} 日。'],
    ['The period is wrong.', 'From which day to which, not in the past, {days} days at most.'],
  ),
  agentUnderAge: entry(
    ['代理人未满{age}周岁。', '请委托成年人办理。'],
    ['The agent is younger than {age}.', 'Name an adult.'],
  ),
  principalNotHolder: entry(
    ['委托书上的人不是这个许可证的持证人。', '请核对许可证号、委托人的姓名和身份证号码。'],
    ['The person in the mandate does not hold this licence.', 'Check number of the licence, name and identity number.'],
  ),
  mandatePaperNotSeen: entry(
    ['还没有确认看过授权委托书原件和签名。', '请核对原件，再勾选。'],
    ['The paper and its signature have not been confirmed as seen.', 'Look at the original, then tick.'],
  ),
} as const satisfies RefusalTable
