import { cite } from '#kernel/citation'
import { choice, lastOf, textIn, words } from '../fields.ts'
import { standingOf } from '../standing.ts'
import type { StepTable, TakenFacts } from '../step-rule.ts'

export const isPublished = (file: TakenFacts['file']): boolean =>
  (file.steps.findLast(s => s.event === 'publish' && s.input['how'] === 'published')?.n ?? 0) >
  (lastOf(file, 'withdrawPublication')?.n ?? 0)

/** 公示 of a decision, and its withdrawal within three working days (CF 48). */
export const publicitySteps: StepTable = {
  publish: {
    zh: '决定是否公开处罚决定',
    en: 'Publish or not',
    by: ['head'],
    asks: [
      choice('how', '决定', 'Decision', {
        published: { zh: '在公示网页公开（隐去个人信息）', en: 'Published on the public page, without personal data' },
        not: { zh: '不公开', en: 'Not published' },
      }),
      words('理由', 'Why'),
    ],
    check: ({ file, input }) => {
      if (textIn(input, 'how') !== 'published') return undefined
      if (standingOf(file)?.result !== 'penalty')
        return { zh: '这不是处罚决定，不公示。', en: 'This is no penalty; it is not published.' }
      if (file.steps.some(s => s.event === 'endRemedy' && s.input['result'] === 'changed'))
        return {
          zh: '决定已经变更或者撤销，不能照原样公示。',
          en: 'It was changed or set aside: not published as it was.',
        }
      return isPublished(file) ? { zh: '已经公示，不能重复。', en: 'It is published already.' } : undefined
    },
    basis: [cite('CF', 48)],
  },
  changeDecision: {
    zh: '决定被变更、撤销、确认违法',
    en: 'The decision was changed or set aside',
    by: ['legal', 'head'],
    asks: [words('哪个机关、文书号、内容', 'By whom and how')],
    needs: ['published'],
    check: ({ file }) => (isPublished(file) ? undefined : { zh: '公示已经撤回。', en: 'It was withdrawn already.' }),
    basis: [cite('CF', 48, { paragraph: 2 })],
    starts: ['unpublish'],
  },
  withdrawPublication: {
    zh: '撤回公开的决定信息并说明理由',
    en: 'Withdraw what was published',
    by: ['head'],
    asks: [words('公开说明的理由', 'The public reason')],
    needs: ['withdrawalDue'],
    basis: [cite('CF', 48, { paragraph: 2 })],
    meets: ['unpublish'],
  },
}
