import type { RefusalTable } from '#kernel/refusal'

/** 实地测量 refusals. */
export const walkRefusals: RefusalTable = {
  walkGateUnknown: {
    status: 404,
    zh: { title: '没有这个校门。', next: '请从这家店附近的校门里选；校门改了位置或者名称，请先更新学校名单。' },
    en: {
      title: 'There is no such gate.',
      next: 'Choose one of the gates near this shop, or update the list of schools first.',
    },
  },
  walkPhotoMissing: {
    status: 409,
    zh: { title: '测量记录里的照片没有收到。', next: '请重新选照片，照片先发送，再记录测量。' },
    en: {
      title: 'A photograph of the walk has not arrived.',
      next: 'Choose the photographs again, then record the walk.',
    },
  },
  walkPhotoLost: {
    status: 409,
    zh: { title: '这张照片的文件现在读不出来。', next: '请联系系统管理员从备份恢复；没有显示任何别的内容。' },
    en: {
      title: 'The file of this picture cannot be read now.',
      next: 'The administrator restores it from the backup; nothing else is shown.',
    },
  },
  walkPhotoUnreadable: {
    status: 422,
    zh: { title: '这张照片打不开。', next: '请换一张 JPEG 照片。' },
    en: { title: 'The photograph cannot be read.', next: 'Choose another picture (JPEG).' },
  },
  walkPhotoAltered: {
    status: 422,
    zh: { title: '照片和它的摘要对不上，没有保存。', next: '请重新选这张照片。' },
    en: { title: 'The photograph does not fit its digest and was not kept.', next: 'Choose the photograph again.' },
  },
  walkPhotosMany: {
    status: 409,
    zh: { title: '这家店的测量照片已满 {most} 张。', next: '请只选能证明测量的照片。' },
    en: { title: 'This shop has {most} photographs of walks already.', next: 'Choose only those that prove the walk.' },
  },
  walkDayLater: {
    status: 422,
    zh: { title: '测量日期在今天以后。', next: '请填实际测量的日期。' },
    en: { title: 'The day of the measurement lies ahead.', next: 'Enter the day on which it was measured.' },
  },
  walkOfficersTwo: {
    status: 422,
    zh: { title: '实地测量须由两名工作人员进行。', next: '请再选一名同去的工作人员。' },
    en: { title: 'A walk is measured by two officers.', next: 'Choose the other officer who went.' },
  },
  walkNotYours: {
    status: 403,
    zh: {
      title: '您不是这次测量的两名工作人员之一，或者已经是您自己记录的。',
      next: '请由同去测量的人记录，由另一人签认。',
    },
    en: {
      title: 'You are not one of the two officers, or you recorded it yourself.',
      next: 'One of the two records the walk, the other signs it.',
    },
  },
  walkOfficerUnable: {
    status: 422,
    zh: { title: '同去的人没有稽查或者实地核查岗位，或者已经停用。', next: '请选有这两种岗位的工作人员。' },
    en: {
      title: 'The other person is no inspector or verifier in service.',
      next: 'Choose an inspector or a verifier.',
    },
  },
  walkShorterThanLine: {
    status: 422,
    zh: {
      title: '量得{metres}米，比地图上的直线最短{least}米还短。',
      next: '步行不会比直线短。请核对米数；如果是地图位置不准，请在说明里写清楚。',
    },
    en: {
      title: '{metres} m is shorter than the straight line can be ({least} m).',
      next: 'Check the figure; if the map is wrong, say so in the note.',
    },
  },
  walkUnknown: {
    status: 404,
    zh: { title: '没有这次测量。', next: '请刷新页面后再看。' },
    en: { title: 'There is no such measurement.', next: 'Reload the page.' },
  },
  walkConfirmed: {
    status: 409,
    zh: { title: '这次测量已经签认。', next: '不用再签。' },
    en: { title: 'This walk is signed already.', next: 'Nothing is left to do.' },
  },
  walkDiffers: {
    status: 409,
    zh: { title: '您看到的内容和记录不一致。', next: '请刷新页面，核对以后再签认。' },
    en: { title: 'What you saw differs from the record.', next: 'Reload the page, read it again, then sign.' },
  },
}
