import { cite } from '#kernel/citation'
import type { RefusalEntry, RefusalTable } from '#kernel/refusal'

type Words = readonly [title: string, next: string]
const entry = (zh: Words, en: Words, basis?: RefusalEntry['basis']): RefusalEntry => ({
  status: 422,
  zh: { title: zh[0], next: zh[1] },
  en: { title: en[0], next: en[1] },
  ...(basis ? { basis } : {}),
})

/** 转办、会签、听证时间、书面撤回 */
export const handlingRefusals = {
  partyMissing: entry(
    ['利害关系人的姓名或者联系方式没有写全。', '请写明姓名（名称）、联系地址或者电话，以及怎样告知。'],
    ['Name or contact of the interested party is missing.', 'Enter name, address or telephone, and how he is told.'],
    [cite('XK', 36)],
  ),
  partyAnswerMissing: entry(
    ['利害关系人的答复没有写全。', '请选是谁、怎样答复，并填写日期。'],
    ['The answer of the interested party is incomplete.', 'Choose who answered, how, and the day.'],
    [cite('XK', 47)],
  ),
  partyUnknown: entry(
    ['这件没有这位利害关系人。', '请读取最新内容后再选。'],
    ['This file has no such interested party.', 'Load the latest content and choose again.'],
  ),
  partyAnswered: entry(
    ['这位利害关系人的答复或者签收已经记录过。', '有新的意见，请写进审核意见。'],
    ['This has been recorded already.', 'Put anything new into the opinion.'],
  ),
  partyDayWrong: entry(
    ['日期不对：不能早于告知，也不能晚于今天。', '请核对签收或者答复的日期。'],
    ['The day is wrong: not before he was told, not after today.', 'Check the day.'],
  ),
  barIncomplete: entry(
    ['不良记录没有写全。', '请写明姓名、身份证号码、文书号和依据。'],
    ['The record is incomplete.', 'Enter name, identity number, document number and basis.'],
  ),
  barDayLater: entry(
    ['起算日期在今天以后。', '请按文书填写起算日期。'],
    ['The day is in the future.', 'Enter the day as the document has it.'],
  ),
  barKnown: entry(
    ['这份文书的这项记录已经登记过。', '同一份文书只登记一次；写错的，请先解除再重新登记。'],
    ['This document has been recorded already.', 'Lift the wrong record first.'],
  ),
  barNotOpen: entry(
    ['没有这项记录，或者已经解除。', '请读取最新内容。'],
    ['There is no such record, or it was lifted.', 'Load the latest content.'],
  ),
  stepWithoutPaper: entry(
    ['这一步不制发文书。', '可以直接提交。'],
    ['This step issues no paper.', 'Send it without a preview.'],
  ),
  colleagueUnknown: entry(
    ['选的同事不能办这件事。', '请从列表里选在岗的同事：转办选有“审核”岗位的，会签不选自己。'],
    [
      'A chosen colleague cannot do this.',
      'Choose from the list: a reviewer to hand on to, others than yourself to ask.',
    ],
  ),
  alreadyHandler: entry(
    ['这件已经由他承办。', '请选另一位同事。'],
    ['This colleague handles the file already.', 'Choose another one.'],
  ),
  cosignersMissing: entry(
    ['还没有选会签的同事。', '请至少选一位，最多五位。'],
    ['Nobody was chosen to countersign.', 'Choose one to five colleagues.'],
  ),
  cosignAnswerMissing: entry(
    ['还没有选同意或者不同意。', '请选一项，并写明意见。'],
    ['Neither agreement nor disagreement was chosen.', 'Choose one and write down your opinion.'],
  ),
  hearingDayMissing: entry(
    ['还没有填写听证的日期和时间。', '请填写举行听证的日期和时间。'],
    ['The day and hour of the hearing are missing.', 'Enter them.'],
    [cite('XK', 48)],
  ),
  hearingTooSoon: entry(
    ['离听证的日子不到七个工作日。', '应当在举行听证七日前通知，最早可以定在 {from}。'],
    [
      'The hearing is less than seven working days away.',
      'Notice of seven days is due; the first day possible is {from}.',
    ],
    [cite('XK', 48)],
  ),
  restoreGroundMissing: entry(
    ['“{field}”没有填。', '恢复许可证的效力要有决定文书：请填写是什么文书、文书号、日期和怎样决定。'],
    ['“{fieldEn}” is missing.', 'A licence is restored on a document: enter its kind, number, day and what it says.'],
    [cite('FY', 64), cite('SS', 70)],
  ),
  restoreGroundLater: entry(
    ['文书日期在今天以后。', '请按文书填写日期。'],
    ['The day of the document is in the future.', 'Enter the day as the document has it.'],
  ),
  signedWishMissing: entry(
    ['还没有确认申请人签名的撤回书。', '撤回要申请人自己提出并签名，请收到撤回书后再办。'],
    ['The signed wish of the applicant is not confirmed.', 'Only the applicant withdraws; wait for the signed paper.'],
  ),
} satisfies RefusalTable
