import type { RefusalTable } from '#kernel/refusal'
import { mostMonths } from './rules/report.ts'

export const metricsRefusals = {
  figureUnknown: {
    status: 404,
    zh: { title: '没有这个指标。', next: '请从指标页打开。' },
    en: { title: 'There is no such figure.', next: 'Open it from the page of figures.' },
  },
  figureRowsClosed: {
    status: 403,
    zh: { title: '这个指标背后的明细不属于您的岗位。', next: '需要查看的，请找负责该项工作的同事。' },
    en: {
      title: 'The rows behind this figure are not open to your post.',
      next: 'Ask a colleague who does this work.',
    },
  },
  periodBackwards: {
    status: 422,
    zh: { title: '起始日在截止日之后。', next: '请重新选择日期。' },
    en: { title: 'The period ends before it begins.', next: 'Choose the days again.' },
  },
  periodTooLong: {
    status: 422,
    zh: { title: `一次最多看${mostMonths}个月。`, next: '请缩短日期范围。' },
    en: { title: `At most ${mostMonths} months at once.`, next: 'Choose a shorter period.' },
  },
} as const satisfies RefusalTable
