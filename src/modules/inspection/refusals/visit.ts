import { cite } from '#kernel/citation'
import type { RefusalTable } from '#kernel/refusal'
import { entry } from './words.ts'

const officers = [cite('CF', 42), cite('TL', 49)]

/** 现场检查: why an act of a visit is not taken. The telephone keeps it and shows these words. */
export const visitRefusals: RefusalTable = {
  visitNotYours: entry(
    403,
    ['您不是这项任务派出的两名检查人员之一。', '请由派出的人员办理，或者请负责人改派。'],
    ['You are not one of the two who were sent.', 'One of them has to act, or the head sends you.'],
    officers,
  ),
  visitCertificate: entry(
    403,
    ['这一天您没有有效的执法证。', '请由持证人员检查；执法证已更新的，请先登记。'],
    [
      'You held no valid certificate on that day.',
      'A certified officer has to act; register a renewed certificate first.',
    ],
    officers,
  ),
  visitNotSent: entry(
    409,
    ['这项任务没有派出，或者已经收回。', '请停止检查，向负责人了解情况。'],
    ['This task was not sent, or was recalled.', 'Stop, and ask the head.'],
  ),
  visitBeforeApproval: entry(
    409,
    ['这一步的时间在审批之前。', '请核对手机的日期和时间。'],
    ['This was done before the approval.', 'Check date and time of the telephone.'],
  ),
  visitAhead: entry(
    422,
    ['手机时间比现在晚。', '请把手机改为自动校时，再重新记录。'],
    ['The telephone’s clock runs ahead.', 'Set it to the network’s time and record again.'],
  ),
  visitTooOld: entry(
    409,
    ['这一步在手机里放了超过 {days} 天。', '请带手机到单位，由负责人处理。'],
    ['This act was kept for more than {days} days.', 'Bring the telephone to the office.'],
  ),
  visitTimeUnreadable: entry(
    400,
    ['记录时间看不懂。', '请重新记录这一步。'],
    ['The time of the act cannot be read.', 'Record it again.'],
  ),
  visitNotOpen: entry(
    409,
    ['还没有扫码入企。', '请先扫许可证二维码，或者输入许可证号并写明原因。'],
    ['The visit has not begun.', 'Scan the licence first, or type its number with the reason.'],
  ),
  visitRecorded: entry(
    409,
    ['笔录已经出了，不能再改。', '有新情况的，请报负责人另行安排。'],
    ['The record has been issued; nothing can be changed.', 'Report what is new to the head.'],
    [cite('CF', 47)],
  ),
  visitScanUnsigned: entry(
    422,
    ['二维码没有通过验签。', '请拍照留证，改用输入许可证号入企，写明原因。'],
    ['The code is not signed by the bureau.', 'Take a picture, then type the number with the reason.'],
  ),
  visitScanReason: entry(
    422,
    ['不扫码入企要写明原因。', '请写明，例如：未亮证、二维码损坏。'],
    ['Entering without a scan needs its reason.', 'Write it: no licence on the wall, code damaged.'],
  ),
  visitOtherShop: entry(
    409,
    ['这不是任务要检查的那一户。', '请核对店名和许可证号；证照不符的，输入任务的证号入企并写明情况。'],
    [
      'This is not the shop of the task.',
      'Check name and number; if the licence is another’s, type the number of the task and say so.',
    ],
  ),
  visitPhotoDigest: entry(
    422,
    ['照片和拍摄时的摘要不一致。', '请重新拍一张。'],
    ['The picture is not the one that was taken.', 'Take it again.'],
  ),
  visitPhotoLost: entry(
    409,
    ['这张照片的文件现在读不出来。', '请联系系统管理员从备份恢复；没有显示任何别的内容。'],
    [
      'The file of this picture cannot be read now.',
      'The administrator restores it from the backup; nothing else is shown.',
    ],
  ),
  visitNothingToChoose: entry(
    409,
    ['这一项现在没有两种填法。', '请看最新的内容。'],
    ['There is only one word about this now.', 'Look at the newest content.'],
  ),
  visitChoiceReason: entry(
    422,
    ['选用哪一种填法要写明理由。', '请写明后再选。'],
    ['A choice needs its reason.', 'Write it, then choose.'],
  ),
  visitTwoWords: entry(
    409,
    ['还有两人填得不一样的内容。', '请先选定一种，再签字。'],
    ['Two different words stand open.', 'Choose first, then sign.'],
  ),
  visitContentChanged: entry(
    409,
    ['签字之后内容有了变化。', '请看最新内容，重新签字。'],
    ['The content has changed since.', 'Read it as it stands and sign again.'],
  ),
  visitUnsigned: entry(422, ['没有签名。', '请在框里手写签名。'], ['The signature is missing.', 'Sign in the box.']),
  visitRefusalReason: entry(
    422,
    ['拒绝签字要注明原因。', '请写明当事人怎么说。'],
    ['A refusal to sign needs its reason.', 'Write what the person said.'],
  ),
  visitRefusalWitness: entry(
    422,
    ['拒绝签字要有见证人签名，或者现场照片。', '请请见证人签名；没有见证人的，先拍照。'],
    ['A refusal to sign needs a witness who signs, or a picture.', 'Have a witness sign, or take a picture first.'],
  ),
  visitRecordMissing: entry(
    404,
    ['还没有现场检查笔录。', '两名检查人员签字齐全后自动生成。'],
    ['There is no record yet.', 'It is made when both officers have signed.'],
  ),
  visitRecordAltered: entry(
    409,
    ['这份笔录和出具时不一致，不能出示。', '请联系系统管理员和审计管理员。'],
    ['The record is not as it was issued.', 'Call the administrators.'],
  ),
  findingByVisit: entry(
    409,
    ['现场检查正在进行，结果随笔录一起报。', '请在外勤手机上完成检查；手机坏了的，用另一部手机登录继续。'],
    [
      'A visit is going on; its result comes with the record.',
      'Finish it in the field app, on another telephone if need be.',
    ],
  ),
}
