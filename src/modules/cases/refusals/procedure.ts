import { cite } from '#kernel/citation'
import type { RefusalTable } from '#kernel/refusal'
import { entry } from './words.ts'

/** 办理案件: what may be refused and what to do then. */
export const procedureRefusals: RefusalTable = {
  caseUnknown: entry(
    404,
    ['没有这件案件。', '请核对案件编号，或者确认它在您的辖区。'],
    ['There is no such case.', 'Check its number and your area.'],
  ),
  caseShopUnknown: entry(
    422,
    ['没有这家零售户。', '请核对 12 位许可证号；当事人没有许可证的，许可证号留空，填写当事人。'],
    ['There is no such shop.', 'Check the licence number, or leave it empty and enter the party.'],
  ),
  casePartyMissing: entry(
    422,
    ['当事人没有填。', '有许可证的填许可证号；没有的，填写姓名或者名称。暂时不明的，填“身份不明”。'],
    ['The party is missing.', 'Enter the licence number, or the name; 身份不明 where it is not known yet.'],
  ),
  caseOpenAlready: entry(
    409,
    ['这个来源已经登记过一件案件。', '请在那一件上继续办理。'],
    ['A case of this source exists.', 'Go on with that one.'],
  ),
  caseChanged: entry(
    409,
    ['这件案件刚被别人办过一步。', '请看最新的情况再办。'],
    ['Somebody else has just taken a step.', 'Look again, then act.'],
  ),
  caseStepNotAllowed: entry(
    409,
    ['不能办这一步：{why}', '请看案件的当前状态和还缺的条件。'],
    ['This step is not possible: {whyEn}', 'See the state of the case and what is missing.'],
  ),
  caseInputWrong: entry(
    422,
    ['这样办不行：{why}', '请改好再提交，已填的内容还在。'],
    ['Not like this: {whyEn}', 'Correct it; what you entered is kept.'],
  ),
  caseFieldMissing: entry(
    422,
    ['“{field}”没有填。', '请填好再提交，已填的内容还在。'],
    ['“{fieldEn}” is missing.', 'Fill it in; what you entered is kept.'],
  ),
  caseTwoOfficers: entry(
    422,
    ['要选两名不同的办案人员。', '请选两个人。'],
    ['Two different officers are needed.', 'Choose two.'],
    [cite('CF', 42)],
  ),
  publicationNothing: entry(
    409,
    ['没有可以公示的处罚决定。', '只有已经作出、有文号的处罚决定才公示。'],
    ['There is no penalty to publish.', 'Only a decided penalty with its number is published.'],
    [cite('CF', 48)],
  ),
  caseOver: entry(
    409,
    ['这件案件已经办结。', '结案以后不能再加证据和笔录。'],
    ['This case is over.', 'Nothing is added after its end.'],
  ),
  casePaperAltered: entry(
    409,
    ['这份文书的内容和签名对不上。', '请不要使用，并告诉系统管理员。'],
    ['The words of this paper do not fit its signature.', 'Do not use it; tell the administrator.'],
  ),
  evidenceDigest: entry(
    422,
    ['收到的内容和取得时的摘要对不上。', '请重新选择文件上传。'],
    ['The content does not fit its digest.', 'Choose the file again.'],
  ),
  evidenceFuture: entry(
    422,
    ['取得日期在今天以后。', '请填实际取得的日期。'],
    ['The day is in the future.', 'Enter the day on which it was taken.'],
  ),
  evidenceTwice: entry(
    409,
    ['这份证据已经登记过。', '请在案卷的证据清单里查看。'],
    ['This evidence is in the file.', 'See the list of evidence.'],
  ),
  evidenceUnknown: entry(
    404,
    ['没有这份证据。', '请核对，或者确认案件在您的辖区。'],
    ['There is no such evidence.', 'Check your area.'],
  ),
  custodyOrder: entry(
    409,
    ['现在不能这样登记保管。', '外借、送检的先登记归还；已移交的不在本局。请看这件证据最后一次的记录。'],
    [
      'This cannot follow now.',
      'What is lent or being tested comes back first; what was transferred is elsewhere. See its last entry.',
    ],
    [cite('CF', 47)],
  ),
  evidencePartMissing: entry(
    422,
    ['证据的内容没有全部收到。', '请重新上传，已填的内容还在。'],
    ['Not all of the evidence has arrived.', 'Send it again; what you entered is kept.'],
  ),
  evidencePartsWaiting: entry(
    429,
    ['您有太多没有传完的证据。', '请先传完，或者等一天后自动清除。'],
    ['Too many uploads of yours are unfinished.', 'Finish them, or wait a day.'],
  ),
  evidenceDamaged: entry(
    409,
    ['文件库给回的内容和登记的摘要不符。', '请不要使用，从备份恢复以后再看。'],
    ['The stored file differs from its digest.', 'Restore it from the backup.'],
  ),
  visitRecordUnknown: entry(
    422,
    ['没有这次检查的现场检查笔录。', '检查要在执法终端上完成并签名，才有笔录。'],
    ['This visit has no record.', 'A visit has one once it is finished and signed.'],
  ),
  recordUnknown: entry(404, ['没有这份笔录。', '请核对编号。'], ['There is no such record.', 'Check its number.']),
  recordNotOfficer: entry(
    403,
    ['笔录由本案办案人员制作。', '请先由局负责人指定办案人员。'],
    ['An officer of the case writes the record.', 'The head names the officers first.'],
    [cite('CF', 42)],
  ),
  recordNotSecond: entry(
    403,
    ['由本案另一名办案人员核对签名。', '制作人自己不能核对。'],
    ['The other officer of the case signs.', 'The writer does not confirm it.'],
    [cite('CF', 42)],
  ),
  recordConfirmed: entry(
    409,
    ['这份笔录已经核对签名。', '不用再签。'],
    ['This record is confirmed.', 'Nothing more is needed.'],
  ),
  recordChanged: entry(
    409,
    ['笔录的内容和摘要对不上。', '请重新打开笔录，读完再签。'],
    ['The record differs from its digest.', 'Open it again and read it.'],
  ),
  recordTimes: entry(
    422,
    ['起止时间不对。', '结束要晚于开始，并且不晚于今天。'],
    ['The times are wrong.', 'The end is after the start and not in the future.'],
  ),
  recordUnsigned: entry(
    422,
    ['当事人没有签名。', '请当事人在签名框签名；拒绝签名的，写明情况和见证人。'],
    ['The party has not signed.', 'Let him sign, or note the refusal and the witness.'],
  ),
}
