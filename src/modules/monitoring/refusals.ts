import type { RefusalTable } from '#kernel/refusal'

/** 市场监测: what may be refused and what to do then. */
export const monitoringRefusals = {
  lakeFileUnknown: {
    status: 422,
    zh: {
      title: '文件 {file} 的名字不在导入清单里。',
      next: '请按格式说明命名，例如 order_lines.csv、scans-2026-03.parquet。',
    },
    en: { title: 'The name {file} is on no import list.', next: 'Name it as in the formats, e.g. order_lines.csv.' },
  },
  lakeFileBroken: {
    status: 422,
    zh: { title: '文件 {file} 读不出来。', next: '请核对文件是否完整，重新导出后再导入；本次没有导入任何一行。' },
    en: {
      title: '{file} cannot be read.',
      next: 'Check that it is complete and export it again; nothing was imported.',
    },
  },
  lakeFolderMissing: {
    status: 422,
    zh: { title: '文件夹 {folder} 不存在。', next: '请核对路径。' },
    en: { title: 'There is no folder {folder}.', next: 'Check the path.' },
  },
  lakeColumnMissing: {
    status: 422,
    zh: { title: '{table} 缺少必需的列：{columns}。', next: '请补上这些列后重试。' },
    en: { title: '{table} lacks the columns {columns}.', next: 'Add them and try again.' },
  },
  modelWhyMissing: {
    status: 422,
    zh: { title: '没有写理由。', next: '请写一句为什么，例如“回测好于先验，各镇街均衡”。' },
    en: { title: 'The reason is missing.', next: 'Say in a sentence why.' },
  },
  modelMoveClosed: {
    status: 409,
    zh: { title: '这个模型版本现在不能这样办。', next: '请刷新页面看它的状态；启用之前要先有人提请。' },
    en: { title: 'This version cannot be moved like that now.', next: 'Reload; a release needs a proposal first.' },
  },
  modelSamePerson: {
    status: 409,
    zh: { title: '提请的人不能自己启用。', next: '请由另一位同事核对回测、均衡和漂移后启用。' },
    en: { title: 'Who proposed a model does not release it.', next: 'Ask a colleague to check and release it.' },
  },
  modelLeans: {
    status: 409,
    zh: {
      title: '这个模型不能启用：它会把{dimension}“{group}”查到全体的 {ratio} 倍，超过上限。',
      next: '请核对是哪个指标偏向这一群体，改正后重新学习。',
    },
    en: {
      title: 'This model cannot be released: it would visit {dimension} "{group}" {ratio} times the average.',
      next: 'See which indicator leans towards this group, mend it and learn again.',
    },
  },
  modelOutdated: {
    status: 409,
    zh: { title: '这个版本学的是另一套指标，不能再用。', next: '请重新学习，再提请新的版本。' },
    en: { title: 'This version was learned on other indicators.', next: 'Learn again and propose the new version.' },
  },
  alertSettled: {
    status: 409,
    zh: { title: '这条预警已经有人研判，或者已经过期。', next: '请刷新页面看结果。' },
    en: { title: 'This alert has been judged already, or has expired.', next: 'Reload to see the outcome.' },
  },
  alertReasonMissing: {
    status: 422,
    zh: { title: '没有写研判的理由。', next: '请写一句为什么，例如“办酒席，已核对请柬”。' },
    en: { title: 'The reason is missing.', next: 'Say in a sentence why.' },
  },
} as const satisfies RefusalTable
