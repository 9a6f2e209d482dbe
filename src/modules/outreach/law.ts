import { type InstrumentCode, instruments } from '#kernel/citation'
import { type LawUse, lawUsesOf } from '#kernel/law-use'
import type { Db } from '#platform/database'
import { askedMost } from './library/rules/asked-most.ts'
import { guardLaw } from './rules/guard/check-words.ts'
import { lessonAdvice, lessonPoints } from './rules/lesson/lesson.ts'
import { pictureChecks } from './rules/pictures/checks.ts'
import { listFilms } from './store/films.ts'
import { listBroadcasts } from './store/live.ts'
import { listItems } from './store/quiz.ts'

/** 普法宣传引用的法律: the questions of the first screen, and what somebody looks at before a picture goes out. */
export const outreachLaw = (): readonly LawUse[] => [
  ...lawUsesOf({
    ...{ at: 'outreach.lesson', kind: 'page', rows: lesson, path: '/learn/real-or-fake' },
    ...{ zh: '真假烟怎么看', en: 'Genuine or fake' },
  }),
  ...lawUsesOf({ at: 'outreach.asked', kind: 'page', rows: askedMost, zh: '大家常问', en: 'Asked most', path: '/law' }),
  ...lawUsesOf({
    at: 'outreach.pictureChecks',
    kind: 'rule',
    rows: pictureChecks,
    zh: '画面核对',
    en: 'Look at pictures',
  }),
  ...lawUsesOf({ at: 'outreach.guard', kind: 'rule', rows: guardLaw, zh: '发布前检查', en: 'Check before release' }),
]

const lesson = { ...lessonPoints, ...lessonAdvice }

const isInstrument = (code: string): code is InstrumentCode => Object.hasOwn(instruments, code)

/** What is written while the house runs and rests on articles; whatever became of it, a changed article concerns it. */
export async function outreachLawInRows(db: Db): Promise<readonly LawUse[]> {
  const items = (await listItems(db)).map(({ id, question, instrument, article }) => ({
    ...({ id: `quiz.${id}`, kind: 'quiz', zh: `题目：${question}`, en: `Question: ${question}` } as const),
    ...{ cites: [{ instrument, article }], path: '/console/quiz' },
  }))
  const classes = (await listBroadcasts(db)).map(({ id, title, cites }) => ({
    ...({ id: `live.${id}`, kind: 'page', zh: `微课堂：${title}`, en: `Class: ${title}` } as const),
    ...{ cites, path: '/console/live' },
  }))
  const films = (await listFilms(db)).map(({ id, title, cites }) => ({
    ...({ id: `film.${id}`, kind: 'page', zh: `小剧场：${title}`, en: `Film: ${title}` } as const),
    ...{ cites, path: '/console/films' },
  }))
  return [...items, ...classes, ...films].map(({ id, cites, ...use }) => ({
    ...use,
    id: `outreach.${id.replaceAll('-', '')}`,
    cites: cites.flatMap(({ instrument, article }) => (isInstrument(instrument) ? [{ instrument, article }] : [])),
  }))
}
