import type { RefusalTable } from '#kernel/refusal'

/** What the learner may refuse, and what to do then. */
export const modelRefusals = {
  rankSpecNoJson: {
    status: 422,
    zh: { title: '说明文件（spec）不是 JSON。', next: '请核对文件，补全括号和引号后重试。' },
    en: { title: 'The spec is not JSON.', next: 'Check brackets and quotation marks and try again.' },
  },
  rankSpecField: {
    status: 422,
    zh: { title: '说明文件（spec）的“{field}”缺少或者写法不对。', next: '请对照格式说明改正这一项。' },
    en: { title: '"{field}" of the spec is missing or malformed.', next: 'Correct it as the format says.' },
  },
  rankSpecForbidden: {
    status: 422,
    zh: {
      title: '列“{column}”写在 never（不得使用）里，又被用作特征。',
      next: '谁去检查的不能影响谁被检查，请从特征里去掉这一列。',
    },
    en: { title: 'Column "{column}" is under never and used as a feature.', next: 'Take it out of the features.' },
  },
  rankCellWrong: {
    status: 422,
    zh: { title: '{file} 文件第 {line} 行的“{column}”不对：{value}。', next: '请改正这一格后重试；没有写出任何结果。' },
    en: { title: 'Line {line} of {file}: "{column}" is wrong: {value}.', next: 'Correct it; nothing was written.' },
  },
  rankRowWrong: {
    status: 422,
    zh: { title: '文件 {file} 第 {line} 行读不出来：{reason}', next: '请改正这一行后重试；没有写出任何结果。' },
    en: { title: 'Line {line} of {file} cannot be read: {reason}', next: 'Correct it; nothing was written.' },
  },
  armEmpty: {
    status: 422,
    zh: { title: '这几期里没有随机抽查的结果。', next: '没有随机对照就算不出提升，请先完成一次双随机抽查。' },
    en: { title: 'No visit of these windows was drawn at random.', next: 'Without a random arm there is no lift.' },
  },
  modelUnfair: {
    status: 422,
    zh: {
      title: '模型停用：{dimension}“{group}”的检查率是全体的 {ratio} 倍，上限 {limit} 倍。',
      next: '请核对指标是否偏向这一群体，改正后重新评估。',
    },
    en: {
      title: 'The model is stopped: {dimension} "{group}" would be visited {ratio} times the average, limit {limit}.',
      next: 'See which indicator leans towards this group, mend it and assess again.',
    },
  },
  rankTooLittle: {
    status: 422,
    zh: {
      title: '历史太少，学不出模型：{visits} 次检查，其中 {outcomes} 次有问题。',
      next: '至少要 {least} 次有问题、跨度 {days} 天以上的检查；在此之前请用公布的先验权重。',
    },
    en: {
      title: 'Too little history to learn from: {visits} visits, {outcomes} with an outcome.',
      next: 'At least {least} outcomes over more than {days} days are needed; use the published prior until then.',
    },
  },
} as const satisfies RefusalTable
