import type { RefusalTable } from '#kernel/refusal'
import { itemRefusals } from './refusals/items.ts'
import { entry } from './refusals/words.ts'

/** 协作部门: agreements, release item by item, signed packages. */
export const partnerRefusals: RefusalTable = {
  agreementPurpose: entry(
    422,
    ['没有写清用途。', '请写明为了什么事项共享。'],
    ['The purpose is missing.', 'Say what it is shared for.'],
  ),
  agreementContact: entry(
    422,
    ['没有联系人。', '请写明对方负责的人。'],
    ['There is no contact.', 'Name the person who answers for it.'],
  ),
  agreementFields: entry(
    422,
    ['没有写明共享哪些内容。', '请选事项和字段。'],
    ['No items or fields are named.', 'Choose what is shared.'],
  ),
  agreementDays: entry(
    422,
    ['起止时间不对。', '结束要在开始以后，最长一年。'],
    ['The days are wrong.', 'The end comes after the start, a year later at most.'],
  ),
  agreementQuota: entry(
    422,
    ['每月件数不对。', '请填大于零的整数。'],
    ['The quota is wrong.', 'Enter a whole number above zero.'],
  ),
  agreementMissing: entry(
    403,
    ['没有可以依据的协作约定。', '请先与该部门签订约定。'],
    ['There is no agreement for this.', 'Make one with the agency first.'],
  ),
  agreementNotYet: entry(
    403,
    ['约定还没有生效。', '请在生效以后办理。'],
    ['The agreement has not begun.', 'Wait for its first day.'],
  ),
  agreementExpired: entry(403, ['约定已经到期。', '请续签以后办理。'], ['The agreement has ended.', 'Renew it first.']),
  agreementWithdrawn: entry(
    403,
    ['约定已经终止。', '需要继续协作的，请重新签订约定。'],
    ['The agreement was ended.', 'Make another one to go on.'],
  ),
  agreementUnknown: entry(
    404,
    ['没有这份约定，或者已经终止。', '请刷新后再看。'],
    ['There is no such agreement, or it has ended.', 'Reload the page.'],
  ),
  agreementOneHand: entry(
    409,
    ['约定要由另一人批准。', '请换一人批准。'],
    ['An agreement needs a second person.', 'Let somebody else decide it.'],
  ),
  agreementDecided: entry(
    409,
    ['约定已经批准或者退回。', '要改的，请另拟一份。'],
    ['The agreement is decided.', 'Make another one for changes.'],
  ),
  releaseOneHand: entry(
    409,
    ['放行要由另一人审批。', '请换一人审批。'],
    ['A release needs a second person.', 'Let somebody else approve it.'],
  ),
  releaseItemKind: entry(
    403,
    ['约定不包括这一类事项。', '请补充约定，或者换一件。'],
    ['The agreement does not cover this kind of item.', 'Extend the agreement or choose another item.'],
  ),
  releaseFieldBeyond: entry(
    403,
    ['约定不包括“{field}”。', '请去掉这一项，或者补充约定。'],
    ['The agreement does not cover “{field}”.', 'Leave it out or extend the agreement.'],
  ),
  releaseNoFields: entry(422, ['没有选放行的内容。', '请至少选一项。'], ['Nothing is released.', 'Choose a field.']),
  releaseQuota: entry(
    409,
    ['本月已放行 {quota} 件，到了约定的上限。', '请下月办理，或者补充约定。'],
    ['The {quota} items of this month are used up.', 'Wait for the next month or extend the agreement.'],
  ),
  itemNotReleased: entry(
    404,
    ['没有向贵单位放行这一件。', '需要的，请向烟草专卖局提出。'],
    ['This item has not been released to you.', 'Ask the tobacco bureau for it.'],
  ),
  packageEmpty: entry(422, ['移交包里没有文件。', '请至少放一份文件。'], ['The package is empty.', 'Put a file in.']),
  packageName: entry(
    422,
    ['文件名不能用，或者有重名。', '请改名以后再打包。'],
    ['A file name cannot be used or is there twice.', 'Rename it.'],
  ),
  packageKey: entry(
    422,
    ['接收方的公钥不对。', '请向接收方核对公钥。'],
    ['The key of the receiver is wrong.', 'Check it with the receiver.'],
  ),
  packageUnreadable: entry(
    422,
    ['这不是移交包，或者已经损坏。', '请重新传送。'],
    ['This is no package, or it is damaged.', 'Send it again.'],
  ),
  packageOtherSender: entry(
    422,
    ['移交包不是这个单位发出的。', '请核对发送方的公钥。'],
    ['The package is from another sender.', 'Check the key of the sender.'],
  ),
  packageSignature: entry(
    422,
    ['签名对不上，内容可能被改过。', '不要使用，请发送方重新传送。'],
    ['The signature does not fit: the package may have been altered.', 'Do not use it; ask for a new one.'],
  ),
  packagePart: entry(
    422,
    ['第 {part} 部分和清单对不上。', '不要使用，请发送方重新传送。'],
    ['Part {part} does not fit the manifest.', 'Do not use it; ask for a new one.'],
  ),
  packageOtherReceiver: entry(
    422,
    ['移交包不是发给本单位的，打不开。', '请核对接收方密钥。'],
    ['The package is for another receiver.', 'Check your key.'],
  ),
  packageInside: entry(
    422,
    ['打开以后内容和清单对不上。', '不要使用，请发送方重新传送。'],
    ['The contents do not fit the list inside.', 'Do not use it; ask for a new one.'],
  ),
  ...itemRefusals,
}
