import { cite } from '#kernel/citation'
import type { RefusalTable } from '#kernel/refusal'
import { entry } from './words.ts'

/** 涉案物品台账: why goods do not move and a case does not close. */
export const goodsRefusals: RefusalTable = {
  goodsAmount: entry(
    422,
    ['数量要是大于零的整数。', '请按支（烟丝、烟叶按克，机械按台）填写。'],
    ['The amount must be a whole number above zero.', 'Count in sticks (leaf in grams, machines in pieces).'],
  ),
  goodsNotEnough: entry(
    409,
    ['没有这么多，现在只有 {available}。', '请核对数量，或者先办退回、入库。'],
    ['There is not so much: only {available}.', 'Check the amount, or book what came back first.'],
  ),
  goodsTwoPeople: entry(
    422,
    ['物品交接要有两名不同的、在岗的工作人员。', '请选另一名在场的工作人员。'],
    ['Goods are moved by two different officers on duty.', 'Choose the other one who was there.'],
    [cite('CF', 42)],
  ),
  goodsPhotoMissing: entry(
    422,
    ['这一步要有照片。', '请拍下实物再提交，已填的内容还在。'],
    ['This step needs a picture.', 'Take one of the goods; what you entered is kept.'],
    [cite('CF', 47)],
  ),
  goodsNotDecided: entry(
    409,
    ['处理决定不允许这样处理。', '请先由负责人作出相应的处理决定。'],
    ['The decision on these goods does not allow this.', 'The head decides first.'],
    [cite('CF', 56)],
  ),
  goodsNeverSold: entry(
    409,
    ['假冒、非法生产和未经鉴定的烟草专卖品不得销售。', '请按公开销毁办理；未鉴定的先送检。'],
    [
      'Fake, illegally produced or untested tobacco is never sold.',
      'Destroy it in public; have it tested first if it was not.',
    ],
    [cite('TL', 30), cite('TL', 58)],
  ),
  goodsCondemned: entry(
    409,
    ['处罚决定要求公开销毁，不能退还或者拍卖。', '请按公开销毁办理；决定被变更、撤销的，先登记复议、诉讼的结果。'],
    [
      'By decision these goods are destroyed in public: they are neither returned nor sold.',
      'Destroy them; where the decision was changed, note the outcome of the remedy first.',
    ],
    [cite('TL', 53), cite('TL', 58)],
  ),
  goodsBeforeDecision: entry(
    409,
    [
      '处罚决定作出并送达以前，物品是证据，不能拍卖、销毁。',
      '请先办完处罚决定和送达；现在可以抽样、送检，应当退还的由负责人决定退还。',
    ],
    [
      'Until the decision is made and served the goods are evidence: they are neither sold nor destroyed.',
      'Decide and serve first; samples can be taken now, and the head may decide to return goods.',
    ],
    [cite('CF', 56), cite('CF', 61)],
  ),
  goodsNotTaken: entry(
    409,
    ['处罚决定没有这样处理这批物品。', '请按决定办理：没有没收的，由负责人决定退还或者移送。'],
    ['The penalty decision does not dispose of these goods so.', 'What it did not take is returned or transferred.'],
    [cite('CF', 59), cite('CF', 74)],
  ),
  goodsPlaceMissing: entry(
    422,
    ['没有写去向。', '请填存放地点、检测机构、竞买人许可证号或者接收机关。'],
    ['It is not said where the goods go.', 'Enter the place, the laboratory, the licence of the bidder or the agency.'],
  ),
  goodsUnconfirmed: entry(
    409,
    ['这批物品还有交接没有第二人确认。', '请同行的人员用本人账号确认以后，再移出物品。'],
    ['A line of this lot waits for its second person.', 'He confirms it under his own account; then goods may leave.'],
  ),
  goodsNotSecond: entry(
    403,
    ['这一笔由写明的第二人确认。', '经手登记的人不能替他确认。'],
    ['The second person of this line confirms it.', 'Who wrote it cannot do so for him.'],
  ),
  goodsConfirmed: entry(
    409,
    ['这一笔已经确认。', '不用再确认。'],
    ['This line is confirmed.', 'Nothing is to be done.'],
  ),
  goodsCountOpen: entry(
    409,
    ['上次盘点相差 {difference}，还没有更正。', '请先复点，或者由负责人更正，再办出库。'],
    ['The last count differs by {difference}.', 'Count again or let the head correct it; then move goods out.'],
  ),
  goodsCountFits: entry(
    409,
    ['上次盘点账实相符，不用更正。', '请看台账最新的情况。'],
    ['The last count fitted; there is nothing to correct.', 'Look at the ledger again.'],
  ),
  goodsOwnCount: entry(
    409,
    ['盘点的人不能自己更正。', '请由没有参加盘点的负责人更正。'],
    ['Whoever counted does not correct the book.', 'A head who did not count does.'],
  ),
  goodsReasonMissing: entry(
    422,
    ['没有写明更正的理由。', '请写明差异的原因（至少十个字）。'],
    ['The reason is missing.', 'Say why it differed (ten characters or more).'],
  ),
  goodsImbalance: entry(
    409,
    ['{lotNo} 账实不符，相差 {difference}，不能结案。', '请先查清并更正台账。'],
    ['{lotNo} does not balance (difference {difference}); the case cannot close.', 'Clear up the ledger first.'],
  ),
  goodsUnsettled: entry(
    409,
    ['{lotNo} 还有物品在库，没有处理完。', '请先办退还、拍卖、销毁或者移交。'],
    ['{lotNo} still has goods in store.', 'Return, auction, destroy or hand them over first.'],
  ),
  goodsUnknown: entry(
    404,
    ['没有这批物品。', '请核对批次编号或者条包码，并确认它在您的辖区。'],
    ['There is no such lot.', 'Check its number or code, and your area.'],
  ),
  goodsCaseOver: entry(
    409,
    ['这件案件已经结束，不能再登记物品。', '请在新的案件里登记。'],
    ['This case is over; no goods are taken in.', 'Register them in a new case.'],
  ),
  goodsDayLater: entry(
    422,
    ['日期在今天以后。', '请填实际查获的日期。'],
    ['The day lies ahead.', 'Enter the day on which the goods were held.'],
  ),
  goodsCodeUnreadable: entry(
    422,
    ['条包码“{code}”读不出来。', '请重新扫描；损坏的码不录，写在备注里。'],
    ['The carton code “{code}” cannot be read.', 'Scan it again; leave a damaged one out and note it.'],
  ),
  goodsCodeTwice: entry(
    409,
    ['条包码 {code} 已经在账上。', '请核对是不是同一条烟；重码的写在备注里。'],
    ['The carton code {code} is on the books already.', 'See whether it is the same carton; note a repeated code.'],
  ),
  goodsCodesTooMany: entry(
    422,
    ['条包码比数量多。', '一个码是一条（200 支），请核对数量和品种。'],
    ['There are more codes than cartons.', 'A code is one carton of 200; check amount and kind.'],
  ),
  goodsNothingLeft: entry(
    409,
    ['更正以后一支也不剩，不能这样更正。', '整批登记错误的，请写明情况报负责人另行处理。'],
    ['Nothing would be left of this lot.', 'A lot that was a slip as a whole goes to the head.'],
  ),
  goodsSoldAlready: entry(
    409,
    ['这批物品已有一部分卖出，不能改为假冒、非法生产或者待鉴定。', '请先报负责人查明已卖出的部分。'],
    [
      'Part of this lot has been sold; it cannot become fake or untested.',
      'Tell the head about the part that was sold.',
    ],
    [cite('TL', 30)],
  ),
  goodsPaperNothing: entry(
    409,
    ['没有可以写进这份文书的物品。', '请先登记物品，或者先办抽样、销毁。'],
    ['There is nothing to write into this paper.', 'Hold, sample or destroy goods first.'],
  ),
  goodsPaperAltered: entry(
    409,
    ['这份文书的内容和签名对不上。', '请不要使用，并告诉系统管理员。'],
    ['The words of this paper do not fit its signature.', 'Do not use it; tell the administrator.'],
  ),
}
