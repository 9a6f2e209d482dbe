import type { RefusalTable } from '#kernel/refusal'
import { defineModule, type Module } from '#platform/module'
import { quizRefusals } from './refusals/quiz.ts'
import { outreachRoutes } from './routes.ts'

export { type ImportReport, importStatutes } from './actions/import-statutes.ts'

const refusals = {
  articleUnknown: {
    status: 404,
    zh: { title: '没有找到这一条。', next: '请核对法规名称和条号。' },
    en: { title: 'There is no such article.', next: 'Check the statute and the number.' },
  },
  statuteUnknown: {
    status: 404,
    zh: { title: '法规库里没有这部法规。', next: '请回到目录，从列表里打开。' },
    en: { title: 'The library has no such statute.', next: 'Go back to the list and open it from there.' },
  },
  noEarlierVersion: {
    status: 404,
    zh: { title: '法规库里只有这一个版本，没有可以对照的。', next: '导入较早的版本后再看。' },
    en: { title: 'This is the only version in the library.', next: 'Import an earlier one first.' },
  },
  lawsFolderMissing: {
    status: 404,
    zh: { title: '法规文件夹 {folder} 不存在。', next: '请用 YZT_LAWS 或命令参数指明法规文件所在的文件夹。' },
    en: {
      title: 'The folder {folder} with statutes is missing.',
      next: 'Name the folder by YZT_LAWS or the argument.',
    },
  },
} as const satisfies RefusalTable

/** 普法宣传: law that reaches people; for now the library that every citation opens. */
export const createOutreach = (): Module =>
  defineModule({ name: 'outreach', routes: outreachRoutes, refusals: { ...refusals, ...quizRefusals } })
