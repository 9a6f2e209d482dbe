import type { RefusalTable } from '#kernel/refusal'

export const intelligenceRefusals = {
  linkNothingToCompare: {
    status: 422,
    zh: { title: '文件 {file} 除 rec_id 外没有可以比对的列。', next: '两个文件比对时，列名要一致；请核对表头后重试。' },
    en: {
      title: '{file} has no column to compare beside rec_id.',
      next: 'Columns of two files must have the same names; check the headers.',
    },
  },
  linkIdTwice: {
    status: 422,
    zh: { title: '记录编号 {id} 出现了两次。', next: '请让每条记录的 rec_id 都不同后重试；没有写出任何结果。' },
    en: {
      title: 'The record number {id} stands twice.',
      next: 'Give each record its own rec_id; nothing was written.',
    },
  },
} as const satisfies RefusalTable
