import type { RefusalTable } from '#kernel/refusal'
import { defineModule, type Module } from '#platform/module'
import { outreachRoutes } from './routes.ts'

export { type ImportReport, importStatutes } from './actions/import-statutes.ts'

const refusals = {
  articleUnknown: {
    status: 404,
    zh: { title: '没有找到这一条。', next: '请核对法规名称和条号。' },
    en: { title: 'There is no such article.', next: 'Check the statute and the number.' },
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
export const createOutreach = (): Module => defineModule({ name: 'outreach', routes: outreachRoutes, refusals })
