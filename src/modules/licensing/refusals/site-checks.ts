import { type Citation, cite } from '#kernel/citation'
import type { RefusalEntry, RefusalTable } from '#kernel/refusal'

type Words = readonly [title: string, next: string]
const entry = (status: 409 | 422, zh: Words, en: Words, basis?: readonly Citation[]): RefusalEntry => ({
  status,
  zh: { title: zh[0], next: zh[1] },
  en: { title: en[0], next: en[1] },
  ...(basis ? { basis } : {}),
})
const two: readonly Citation[] = [cite('XK', 34, { paragraph: 3 })]

/** 实地核查: what a record from the premises must bring, and what may have happened to the file meanwhile. */
export const siteCheckRefusals = {
  siteCheckNotOrdered: entry(
    409,
    [
      '这一件现在不在实地核查中，可能已经撤回、已经决定，或者另一次核查已经签认。',
      '请在工作台查看办件；记录可以交办公室处理。',
    ],
    [
      'This file awaits no site check now; it may be withdrawn, decided or checked.',
      'Look at the file; the record can be given to the office.',
    ],
  ),
  siteCheckRecordedAlready: entry(
    409,
    ['另一名核查人员已经送来一份记录，等待签认。', '请对照两份记录，逐项选定后再发送。'],
    [
      'The other verifier has sent a record that awaits its signature.',
      'Compare both records and choose for each field.',
    ],
    two,
  ),
  siteCheckSecondUnable: entry(
    422,
    ['另一名核查人员选得不对。', '请选一名在岗的、有实地核查岗位的同事，不能选自己。'],
    ['The other verifier is not possible.', 'Choose a colleague on duty with this role, not yourself.'],
    two,
  ),
  siteCheckInterest: entry(
    422,
    ['还没有确认两名核查人员与申请事项没有利害关系。', '有利害关系的，请换人核查。'],
    ['It is not confirmed that neither verifier has an interest in the matter.', 'If one has, another must go.'],
    two,
  ),
  siteCheckStandsBack: entry(
    409,
    ['两名核查人员中有人登记了与这一户或者申请人的利害关系，应当回避。', '请换人核查。'],
    [
      'One of the two verifiers has an interest in the shop or the applicant on record and stands back.',
      'Another must go.',
    ],
    [cite('CF', 43)],
  ),
  siteCheckPhotosFew: entry(
    422,
    ['现场照片不够，至少 {least} 张。', '请补拍店外和店内。'],
    ['At least {least} photos are needed.', 'Take one outside and one inside.'],
  ),
  siteCheckItemsOpen: entry(
    422,
    ['还有核查事项没有选，或者选了“否”“不能确定”却没有写情况。', '请逐项选定并写明看到的情况。'],
    ['An item is open, or “no” or “unclear” has no words.', 'Answer every item and say what you saw.'],
    two,
  ),
  siteCheckFindingsMissing: entry(
    422,
    ['还没有写核查情况。', '请写明现场看到的情况。'],
    ['The findings are missing.', 'Write what you saw.'],
    two,
  ),
  siteCheckUnsigned: entry(
    422,
    ['两名核查人员还没有都签名。', '请两人分别在框里签名。'],
    ['Both verifiers have to sign.', 'Sign in the two boxes.'],
    two,
  ),
  siteCheckApplicantUnsigned: entry(
    422,
    ['还没有申请人的姓名和签名。', '请签名人写姓名并签名；拒绝签名或者不在场的，请照实选择并写明情况。'],
    [
      'Name and signature of the applicant are missing.',
      'Let the person sign, or choose refused or absent with the reason.',
    ],
    two,
  ),
  siteCheckWhyMissing: entry(
    422,
    ['还没有写明申请人没有签名的情况。', '请写明拒绝的理由，或者为什么不在场。'],
    ['It is not said why the applicant did not sign.', 'Write the reason.'],
    two,
  ),
  siteCheckTimeWrong: entry(
    422,
    ['记录的时间不对。', '请核对手机的日期和时间，改正后重新保存。'],
    ['The times of the record are wrong.', 'Check the clock of the telephone and save again.'],
  ),
  siteCheckLate: entry(
    422,
    ['这份记录离开现场已经超过 {days} 日。', '请交办公室处理，由办公室决定是否重新核查。'],
    ['This record is more than {days} days old.', 'Give it to the office, which decides whether to check again.'],
  ),
  siteCheckGateUnknown: entry(
    422,
    ['测量的学校出入口已经不在登记里。', '请点“刷新”后重新选择；记录可以交办公室处理。'],
    ['A measured gate is no longer in the register.', 'Refresh and choose again, or give the record to the office.'],
  ),
  siteWalkShort: entry(
    422,
    [
      '到{name}的步行距离 {metres} 米，比两点的直线（至少 {least} 米）还短。',
      '请重新测量；确实如此的，请在备注里写明原因。',
    ],
    [
      'The walk of {metres} m to {name} is shorter than the straight line (at least {least} m).',
      'Measure again, or say why in the note.',
    ],
  ),
  sitePhotoMissing: entry(
    409,
    ['记录里的照片还没有送到。', '请保持联网再发送；照片丢失的，请交办公室处理。'],
    [
      'A photo of the record has not arrived.',
      'Stay connected and send again; if it is lost, give the record to the office.',
    ],
  ),
  sitePhotoAltered: entry(
    422,
    ['照片和拍摄时的摘要对不上。', '请重新拍摄。'],
    ['The photo does not match the digest taken with it.', 'Take it again.'],
  ),
  sitePhotosMany: entry(
    422,
    ['这一件的现场照片已经有 {most} 张。', '请交办公室处理。'],
    ['This file has {most} site photos already.', 'Give it to the office.'],
  ),
  siteCheckEnded: entry(
    409,
    ['这份记录已经签认、已经提出不符，或者有了新的记录。', '请点“刷新”查看最新的记录。'],
    ['This record was signed, disputed or replaced.', 'Refresh to see the latest one.'],
  ),
  siteCheckNotYours: entry(
    422,
    ['这份记录的另一名核查人员不是您。', '请由记录里写明的核查人员本人登录签认。'],
    ['You are not the other verifier of this record.', 'The person named in it signs under the own account.'],
    two,
  ),
  siteCheckDiffers: entry(
    409,
    ['记录和您看到的不一样了。', '请点“刷新”，重新核对后再签认。'],
    ['The record is not the one you read.', 'Refresh, read it again and sign.'],
  ),
} as const satisfies RefusalTable
