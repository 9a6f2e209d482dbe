import { cite } from '#kernel/citation'
import type { RefusalEntry, RefusalTable } from '#kernel/refusal'

type Words = readonly [title: string, next: string]
const entry = (zh: Words, en: Words, more: Partial<Pick<RefusalEntry, 'status' | 'basis'>> = {}): RefusalEntry => ({
  status: 422,
  zh: { title: zh[0], next: zh[1] },
  en: { title: en[0], next: en[1] },
  ...more,
})

/** 材料: each says what is wrong with the file; nothing that was given before is lost. */
export const documentRefusals = {
  documentKindWrong: entry(
    ['这个文件不是照片，也不是 PDF。', '请换成 JPG、PNG 照片或者 PDF；已经交的材料都还在。'],
    ['This file is neither a photo nor a PDF.', 'Use JPG, PNG or PDF; what you gave before is still there.'],
  ),
  documentDamaged: entry(
    ['这个文件不完整，打不开。', '请重新拍一张或者重新选一个文件；已经交的材料都还在。'],
    ['This file is incomplete and cannot be opened.', 'Take or choose it again; the others are still there.'],
  ),
  documentLocked: entry(
    ['这个 PDF 设了密码，工作人员打不开。', '请去掉密码再交，或者把纸面拍成照片。'],
    ['This PDF has a password.', 'Remove the password, or photograph the paper.'],
  ),
  documentTooLarge: entry(
    ['这个文件太大，超过了 {megabytes} 兆。', '请拍得小一点，或者分成几份。'],
    ['This file is larger than {megabytes} MB.', 'Take a smaller picture or split it.'],
    { status: 413 },
  ),
  documentsTooMany: entry(
    ['同一种材料最多交 {most} 份。', '请先把不要的去掉，或者合成一个 PDF。'],
    ['At most {most} files of one kind.', 'Remove one, or join them in a PDF.'],
  ),
  documentsClosed: entry(
    ['这一件已经办结，不能再交材料。', '要补充说明的，请拨打 12313 或者到窗口。'],
    ['This application is closed; nothing can be added.', 'Call 12313 or come to the counter.'],
    { status: 409 },
  ),
  documentsNotBeforeHelper: entry(
    ['帮办员在场时，不能看也不能交材料。', '请用您自己的手机登录后提交，或者到窗口。'],
    ['Papers are not shown or given beside a helper.', 'Use your own telephone, or come to the counter.'],
    { status: 403, basis: [cite('GX', 6)] },
  ),
  signedFormMissing: entry(
    ['还没有扫描签名的申请表。', '请打印申请表，申请人签名后扫描上传，再提交；也可以在签名板上签名。'],
    [
      'The signed form has not been scanned.',
      'Print it, have it signed and scan it; or let the applicant sign on the pad.',
    ],
    { basis: [cite('XK', 29)] },
  ),
  documentUnknown: entry(
    ['没有找到这份材料。', '请刷新页面再看。'],
    ['This document was not found.', 'Reload the page.'],
    { status: 404 },
  ),
  documentFiled: entry(
    ['这份材料已经入卷，不能拿掉。', '可以再交一份新的，工作人员会看最新的。'],
    ['This document is in the file and stays there.', 'You may add a newer one.'],
    { status: 409 },
  ),
  documentLost: entry(
    ['这份材料的原件现在读不出来。', '请联系系统管理员从备份恢复；没有显示任何别的内容。'],
    ['The original cannot be read now.', 'The administrator restores it from the backup; nothing else is shown.'],
    { status: 409 },
  ),
  uploadIncomplete: entry(
    ['文件还没有传完（{have}/{of}）。', '请再试一次，只会续传缺的部分。'],
    ['The file has not arrived whole ({have}/{of}).', 'Try again; only the rest is sent.'],
    { status: 409 },
  ),
  uploadsTooMany: entry(
    ['正在上传的文件太多。', '请等前面的传完，或者明天再试。'],
    ['Too many files are on their way.', 'Wait until the others have arrived.'],
    { status: 429 },
  ),
} as const satisfies RefusalTable
