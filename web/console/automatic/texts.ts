import { createI18n } from '../../shared/i18n.ts'

export const texts = createI18n({
  zh: {
    title: '自动准予',
    question: '哪些事项现在由机器当场准予？',
    intro:
      '各项核对全部通过的，机器当场准予；机器从不作出不予的决定。发现问题时可以立即停用，从下一件申请起转工作人员。',
    running: '正常，没有停用',
    stopped: '已停用：{service}',
    since: '{at}，{by}停用。原因：{reason}',
    resume: '恢复自动准予',
    stop: '立即停用',
    which: '停用哪一项',
    all: '全部事项',
    reason: '停用的原因',
    reasonMissing: '请写明原因。',
    resumeHead: '只有局负责人可以恢复。',
    never: '新办从不自动准予。',
  },
  en: {
    title: 'Automatic grants',
    question: 'Which services does the machine grant at once?',
    intro:
      'Where every check passes the machine grants at once; it never refuses. If something is wrong, stop it here: from the next application on an officer decides.',
    running: 'Running; nothing is stopped',
    stopped: 'Stopped: {service}',
    since: '{at}, by {by}. Reason: {reason}',
    resume: 'Let it run again',
    stop: 'Stop now',
    which: 'Which service',
    all: 'All services',
    reason: 'Why',
    reasonMissing: 'Please write down why.',
    resumeHead: 'Only the head may let it run again.',
    never: 'A new licence is never granted automatically.',
  },
})
