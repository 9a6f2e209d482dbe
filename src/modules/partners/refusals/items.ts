import type { RefusalTable } from '#kernel/refusal'
import { entry } from './words.ts'

/** 协作事项 and whom they go to. */
export const itemRefusals: RefusalTable = {
  agencyMissing: entry(
    404,
    ['没有这个协作单位，或者已经停用。', '请核对单位。'],
    ['There is no such agency, or it is closed.', 'Check the agency.'],
  ),
  agencyKnown: entry(
    409,
    ['“{name}”已经登记。', '请直接使用已登记的单位。'],
    ['“{name}” is registered already.', 'Use the agency that is there.'],
  ),
  agencyAreaUnknown: entry(
    422,
    ['区划代码不对。', '请填 6 位县代码或者 9 位镇街代码。'],
    ['The area code is wrong.', 'Enter 6 digits for a county or 9 for a town.'],
  ),
  contactMissing: entry(
    404,
    ['没有这名联系人，或者已经停用。', '请换一名联系人。'],
    ['There is no such contact, or he has left.', 'Choose another contact.'],
  ),
  contactAccountTaken: entry(
    409,
    ['这个账号已经属于另一名联系人。', '请换一个账号。'],
    ['The account belongs to another contact.', 'Choose another account.'],
  ),
  matterUnknown: entry(
    404,
    ['没有这条线索或者这个案件。', '请核对编号。'],
    ['There is no such clue or case.', 'Check the number.'],
  ),
  partnerItemUnknown: entry(
    404,
    ['没有这件协作事项。', '请核对编号。'],
    ['There is no such item.', 'Check the number.'],
  ),
  itemValueMissing: entry(
    422,
    ['“{field}”没有内容。', '请填写，或者不选这一项。'],
    ['“{field}” is empty.', 'Fill it in or leave it out.'],
  ),
  itemChanged: entry(
    409,
    ['这一件刚刚有变化。', '请看过最新情况再办理。'],
    ['The item has changed meanwhile.', 'Look at it again first.'],
  ),
  itemStepNotAllowed: entry(
    409,
    ['这一件现在不能这样办理。', '请看可以办理的步骤。'],
    ['This cannot be done with the item now.', 'Look at the steps that can.'],
  ),
  itemWordsMissing: entry(
    422,
    ['没有写明内容或者原因。', '请写明以后再提交。'],
    ['The words or the reason are missing.', 'Write them first.'],
  ),
  itemWithdrawn: entry(
    410,
    ['这一件已经收回。', '有疑问的，请联系烟草专卖局。'],
    ['The item was withdrawn.', 'Ask the tobacco bureau.'],
  ),
  fieldNotReleased: entry(
    403,
    ['“{field}”没有向贵单位放行。', '需要的，请向烟草专卖局提出。'],
    ['“{field}” has not been released to you.', 'Ask the tobacco bureau for it.'],
  ),
  partnerReads: entry(
    429,
    ['今天的查看次数已到约定的上限 {quota} 次。', '请明天再看；确有需要的，请联系烟草专卖局。'],
    ['The {quota} looks of today are used up.', 'Come back tomorrow, or ask the tobacco bureau.'],
  ),
  deliveryMissing: entry(
    404,
    ['没有这条通知，或者不用重发。', '请刷新后再看。'],
    ['There is no such notice, or it need not be sent again.', 'Reload the page.'],
  ),
  agencyNoKey: entry(
    409,
    ['对方还没有登记收件公钥，不能制作移交包。', '请当面取得对方的公钥以后登记。'],
    ['The agency has no key, so no package can be sealed to it.', 'Take its key in person and register it.'],
  ),
  packageMissing: entry(
    404,
    ['这一件没有移交包。', '请先制作移交包。'],
    ['There is no package for this item.', 'Make one first.'],
  ),
  packageReceiptWrong: entry(
    422,
    ['回执和移交包对不上，或者不是收件单位签的。', '请向收件单位重新索取回执。'],
    ['The receipt does not fit the package, or another one signed it.', 'Ask the receiver for another one.'],
  ),
  receiptKnown: entry(
    409,
    ['回执已经登记。', '不用再办。'],
    ['The receipt is registered already.', 'There is nothing left to do.'],
  ),
  tipRefTaken: entry(
    409,
    ['编号“{ref}”已经报送过，内容不一样。', '补充情况请换一个编号报送。'],
    ['Something else was told under the number “{ref}”.', 'Use another number for what you add.'],
  ),
  reachMissing: entry(
    404,
    ['没有这次越界尝试，或者已经查明。', '请刷新后再看。'],
    ['There is no such attempt, or it has been looked into.', 'Reload the page.'],
  ),
}
