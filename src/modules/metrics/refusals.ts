import type { RefusalTable } from '#kernel/refusal'
import { mostMonths } from './rules/report.ts'

export const metricsRefusals = {
  figureUnknown: {
    status: 404,
    zh: { title: '没有这个指标。', next: '请从指标页打开。' },
    en: { title: 'There is no such figure.', next: 'Open it from the page of figures.' },
  },
  openDataUnknown: {
    status: 404,
    zh: { title: '没有这份开放数据。', next: '请从“数据开放”页打开。' },
    en: { title: 'There is no such open data set.', next: 'Open it from the page of open data.' },
  },
  openDataWithheld: {
    status: 409,
    zh: {
      title: '这份数据现在不公开：公开会让人认出个别人或个别店。',
      next: '请在“数据开放”页看原因，数量够了会再开放。',
    },
    en: {
      title: 'This set is withheld: it would tell of single people or shops.',
      next: 'The reason stands on the page of open data.',
    },
  },
  figureRowsClosed: {
    status: 403,
    zh: { title: '这个指标背后的明细不属于您的岗位。', next: '需要查看的，请找负责该项工作的同事。' },
    en: {
      title: 'The rows behind this figure are not open to your post.',
      next: 'Ask a colleague who does this work.',
    },
  },
  sitingEnded: {
    status: 409,
    zh: { title: '这次计算已经结束。', next: '请刷新页面看结果，或者重新计算。' },
    en: { title: 'This run has ended.', next: 'Reload the page for its result, or start another.' },
  },
  sitingRunning: {
    status: 409,
    zh: { title: '有一次选址计算还没有结束。', next: '请等它结束，或者先停止它。' },
    en: { title: 'A run is still under way.', next: 'Wait for its end, or cancel it first.' },
  },
  sitingNowhere: {
    status: 422,
    zh: { title: '您的辖区不是整个县，不能计算选址。', next: '请由全县辖区的同事计算。' },
    en: { title: 'Your area is not a whole county.', next: 'Ask a colleague who has the county.' },
  },
  monthNotYet: {
    status: 422,
    zh: { title: '这个月还没有开始。', next: '请选择本月或以前的月份。' },
    en: { title: 'This month has not begun.', next: 'Choose the current month or an earlier one.' },
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
