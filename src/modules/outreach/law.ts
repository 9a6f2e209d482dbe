import { type InstrumentCode, instruments } from '#kernel/citation'
import { type LawUse, lawUsesOf } from '#kernel/law-use'
import type { Db } from '#platform/database'
import { askedMost } from './library/rules/asked-most.ts'
import { listItems } from './store/quiz.ts'

/** 普法宣传引用的法律: the questions of the first screen. */
export const outreachLaw = (): readonly LawUse[] =>
  lawUsesOf({ at: 'outreach.asked', kind: 'page', rows: askedMost, zh: '大家常问', en: 'Asked most', path: '/law' })

const isInstrument = (code: string): code is InstrumentCode => Object.hasOwn(instruments, code)

/** Questions of the bank with the article each is tied to; whatever became of a question, a changed article concerns it. */
export async function quizLaw(db: Db): Promise<readonly LawUse[]> {
  return (await listItems(db)).flatMap(({ id, question, instrument, article }) =>
    isInstrument(instrument)
      ? [
          {
            ...{ id: `outreach.quiz.${id.replaceAll('-', '')}`, kind: 'quiz', zh: `题目：${question}` },
            ...{ en: `Question: ${question}`, cites: [{ instrument, article }], path: '/console/quiz' },
          } as const,
        ]
      : [],
  )
}
