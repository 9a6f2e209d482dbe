import { createI18n } from '../../../shared/i18n.ts'

/** Words of 立案报告. */
export const texts = createI18n({
  zh: {
    title: '立案报告',
    open: '填报立案报告',
    again: '修改立案报告',
    help: '报告发送后由局负责人审批；没有网络也能填，联网后自动发送。',
    violation: '违法行为',
    more: '其他违法行为',
    fewer: '只看常用的',
    foreign: '无证零售等由其他机关处罚的行为不在这里：请在检查结果里写明，由局里移送。',
    words: '已经掌握的事实和证据',
    officers: '办案人员：{names}',
    save: '报告填好，保存并发送',
    'missing.violation': '违法行为',
    'missing.words': '事实和证据',
    back: '返回',
  },
  en: {
    title: 'Report for filing a case',
    open: 'File a case',
    again: 'Change the report',
    help: 'The head decides on it. It can be filled in without network and is sent later.',
    violation: 'Violation',
    more: 'Other violations',
    fewer: 'The usual ones',
    foreign:
      'What other agencies punish, such as retail without a licence, is not here: say it in the outcome of the visit.',
    words: 'Facts and evidence in hand',
    officers: 'Officers: {names}',
    save: 'Keep and send the report',
    'missing.violation': 'violation',
    'missing.words': 'facts and evidence',
    back: 'Back',
  },
})
