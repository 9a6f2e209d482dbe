import { cite } from '#kernel/citation'
import type { RefusalEntry, RefusalTable } from '#kernel/refusal'

type Words = readonly [title: string, next: string]
const entry = (status: RefusalEntry['status'], zh: Words, en: Words, basis?: RefusalEntry['basis']): RefusalEntry => ({
  status,
  zh: { title: zh[0], next: zh[1] },
  en: { title: en[0], next: en[1] },
  ...(basis ? { basis } : {}),
})

const atTheDoor = {
  roundNotYours: entry(
    409,
    ['这条路线现在不是派给您的。', '请刷新今天的路线；已经送到的，把这一条交窗口处理。'],
    ['This round is not yours now.', 'Load today’s round again; give what you have delivered to the window.'],
  ),
  itemReassigned: entry(
    409,
    ['这一件已经移出这条路线。', '请先不要送；已经送到的，把这一条交窗口处理。'],
    ['This item was taken off the round.', 'Do not deliver it; if you have, give this record to the window.'],
  ),
  itemServedAlready: entry(
    409,
    ['这一件已经送达。', '请核对是否重复；有出入的交窗口处理。'],
    ['This item has been served.', 'Check for a duplicate; give differences to the window.'],
  ),
  capturedUnreadable: entry(
    422,
    ['看不出这一步是什么时候做的。', '请检查手机时间后重做这一步。'],
    ['The time of this act cannot be read.', 'Check the clock of the telephone and do it again.'],
  ),
  capturedAhead: entry(
    422,
    ['手机时间比服务器快太多。', '请校准手机时间；这一条先交窗口处理。'],
    ['The telephone’s clock is too far ahead.', 'Set the clock; give this record to the window.'],
  ),
  capturedTooOld: entry(
    422,
    ['这一步做完已经超过 {hours} 小时。', '请交窗口核对后补录。'],
    ['This act is more than {hours} hours old.', 'Give it to the window to be checked.'],
  ),
  receiverUnnamed: entry(
    422,
    ['还没有写收件人和与受送达人的关系。', '请补上姓名和关系。'],
    ['The receiver and the relation are missing.', 'Add name and relation.'],
    [cite('CF', 61)],
  ),
  receiverNotAdultFamily: entry(
    422,
    ['没有确认收件人是同住的成年家属。', '请当面确认；不是的，请另约本人或者代收人。'],
    [
      'It was not confirmed that the receiver is an adult family member living there.',
      'Confirm it, or arrange to meet the person.',
    ],
    [cite('CF', 61)],
  ),
  mandateNotSeen: entry(
    422,
    ['没有确认看过代收委托。', '请查看并拍下委托书；没有的，请另约本人。'],
    ['The mandate was not seen.', 'Look at it and take a picture, or arrange to meet the person.'],
    [cite('CF', 61)],
  ),
  codeWrong: entry(
    422,
    ['送达码不对。', '请再核对一次；仍不对的，改用签名加照片。'],
    ['The hand-over code is wrong.', 'Check again, or use a signature with a picture.'],
  ),
  cardOnlyForSelf: entry(
    422,
    ['身份证后四位只用来核对本人。', '家属或者代收人请用送达码，或者签名加照片。'],
    ['The card is compared for the retailer only.', 'Others use the code, or a signature with a picture.'],
  ),
  cardMismatch: entry(
    422,
    ['身份证后四位和登记的不一致。', '请再看一次证件；不是本人的，改选收件人。'],
    ['The last four of the card do not match.', 'Look at the card again; if it is somebody else, choose the receiver.'],
  ),
  receiptUnsigned: entry(
    422,
    ['没有看到签名。', '请收件人在框里写上姓名。'],
    ['No signature was seen.', 'Let the receiver write the name in the box.'],
  ),
  photoLost: entry(
    409,
    ['这张现场照片的文件现在读不出来。', '请联系系统管理员从备份恢复；没有显示任何别的内容。'],
    [
      'The file of this picture cannot be read now.',
      'The administrator restores it from the backup; nothing else is shown.',
    ],
  ),
  photoMissing: entry(
    422,
    ['还没有现场照片。', '签名送达要有一张现场照片，请补拍。'],
    ['A picture is missing.', 'A signature needs one picture of the hand-over.'],
  ),
  refusalReasonMissing: entry(
    422,
    ['还没有写拒收的事由。', '请写一句对方为什么不收。'],
    ['The reason of the refusal is missing.', 'Write in one sentence why it was refused.'],
    [cite('CF', 61)],
  ),
  leaveNeedsProof: entry(
    422,
    ['留置送达要有 {witnesses} 名见证人，或者至少 {photos} 张现场照片。', '请补见证人或者照片；做不到的，选“带回”。'],
    ['Leaving the paper needs {witnesses} witnesses or {photos} picture(s).', 'Add them, or bring the paper back.'],
    [cite('CF', 61)],
  ),
  talkArticleUnknown: entry(
    422,
    ['法规库里没有 {article} 这一条。', '请从列出的条文里选。'],
    ['Article {article} is not in the law library.', 'Choose from the listed articles.'],
  ),
} as const satisfies RefusalTable

const atTheDesk = {
  itemUnknown: entry(
    404,
    ['没有查到这个送达件。', '请核对编号；不在您辖区的看不到。'],
    ['No such item.', 'Check the number; items outside your area are not shown.'],
  ),
  itemChangedMeanwhile: entry(
    409,
    ['这一件刚刚有了变化。', '请看过最新情况再办。'],
    ['This item has just changed.', 'Look at it again before you act.'],
  ),
  deliveryStepUnknown: entry(
    422,
    ['没有这样的步骤。', '请从页面上的按钮选。'],
    ['There is no such step.', 'Use a button of the page.'],
  ),
  stepNotPossible: entry(
    422,
    ['这一步现在办不了：{why}。', '请按现在的状态选别的步骤。'],
    ['Not possible now: {whyEn}.', 'Choose a step that fits the present state.'],
    [cite('XK', 44)],
  ),
  carrierUnavailable: entry(
    409,
    ['邮政系统暂时没有回应，还没有交寄。', '请稍后再试，或者改为上门、窗口领取。'],
    ['The carrier does not answer; nothing was sent.', 'Try again later, or choose another way.'],
  ),
  carrierRefused: entry(
    422,
    ['邮政企业没有收寄。', '请核对地址和电话后再试。'],
    ['The carrier did not take the parcel.', 'Check address and telephone and try again.'],
  ),
  roundDayPast: entry(
    422,
    ['路线的日期已经过去。', '请选今天或者以后。'],
    ['The day of the round is past.', 'Choose today or later.'],
  ),
  roundTooLong: entry(
    422,
    ['一条路线最多 {stops} 户。', '请分成两条。'],
    ['A round has at most {stops} doors.', 'Make two rounds.'],
  ),
  roundUnknown: entry(404, ['没有查到这条路线。', '请从路线清单打开。'], ['No such round.', 'Open it from the list.']),
  roundClosed: entry(
    409,
    ['这条路线已经结束，不能改派。', '没送到的件请重新排路线。'],
    ['This round is closed.', 'Plan what is left anew.'],
  ),
  depotUnknown: entry(
    422,
    ['没有这个出发点。', '请从列表里选。'],
    ['No such starting point.', 'Choose from the list.'],
  ),
  courierUnknown: entry(
    422,
    ['没有这位送证员。', '请从列表里选在岗的送证员。'],
    ['No such courier.', 'Choose a courier who is on duty.'],
  ),
  itemTwice: entry(422, ['{itemNo} 选了两次。', '请去掉一个。'], ['{itemNo} was chosen twice.', 'Remove one.']),
  itemNotPlannable: entry(
    422,
    ['{itemNo} 不能排进路线：{why}。', '请去掉这一件，或者先补齐。'],
    ['{itemNo} cannot be planned: {whyEn}.', 'Remove it, or complete it first.'],
  ),
  windowBackwards: entry(
    422,
    ['结束时间早于开始时间。', '请改时间。'],
    ['It ends before it begins.', 'Change the times.'],
  ),
  receiptAltered: entry(
    409,
    ['这份送达回证与签发时的内容不一致。', '请停止使用并联系系统管理员。'],
    ['This receipt differs from what was issued.', 'Do not use it; tell the administrator.'],
  ),
} as const satisfies RefusalTable

const onTheCalendar = {
  visitUnknown: entry(404, ['没有查到这次安排。', '请从日历里选。'], ['No such visit.', 'Choose from the calendar.']),
  visitDayPast: entry(422, ['这一天已经过去。', '请选今天或者以后。'], ['That day is past.', 'Choose today or later.']),
  visitTooFar: entry(
    422,
    ['最多提前 {days} 天预约。', '请选近一些的日子。'],
    ['Bookings open {days} days ahead.', 'Choose a nearer day.'],
  ),
  visitFull: entry(
    409,
    ['这次已经约满。', '请选别的日子，或者到窗口办理。'],
    ['This visit is full.', 'Choose another day, or come to the counter.'],
  ),
  visitCancelled: entry(
    409,
    ['这次安排已经取消。', '请选别的日子。'],
    ['This visit was cancelled.', 'Choose another day.'],
  ),
  bookingNotYours: entry(
    404,
    ['没有查到您名下的这个许可证。', '请核对许可证号。'],
    ['No such licence is held by you.', 'Check the number.'],
  ),
  bookingUnknown: entry(
    404,
    ['没有查到这个预约。', '请从日历里选。'],
    ['No such booking.', 'Choose from the calendar.'],
  ),
  bookingNotOpen: entry(
    409,
    ['这个预约已经取消或者办完。', '需要的话请重新预约。'],
    ['This booking was cancelled or is done.', 'Book again if needed.'],
  ),
} as const satisfies RefusalTable

/** Every "no" of delivery with its words. */
export const deliveryRefusals: RefusalTable = { ...atTheDoor, ...atTheDesk, ...onTheCalendar }
