import { type Moment, momentOf } from '#kernel/dates'
import {
  beginQuiz,
  closeSurvey,
  drawSurvey,
  handIn,
  outreachPolicy,
  stepItem,
  surveyUnitsOf,
  takeReply,
  writeItem,
} from '#modules/outreach'
import { type Chance, chanceOf } from '../../../town/chance.ts'
import type { Tx } from '../../platform/database.ts'
import { demoItems, demoQuizTitles as titles } from './quiz-words.ts'

interface Scene {
  readonly tx: Tx
  readonly now: Moment
  readonly writer: string
  readonly releaser: string
}

/** 普法测评 of a demonstration (模拟数据): a bank, a quiz that is open, one before and after a lesson, and two surveys. Gives the questions. */
export async function seedQuiz({ tx, now, writer, releaser }: Scene): Promise<readonly string[]> {
  const at = daysBefore(now, 220)
  const items: string[] = []
  for (const words of demoItems) {
    const { id } = done(await writeItem(tx, words, { by: writer, at }))
    done(await stepItem(tx, { id, event: 'release', version: 1 }, { by: releaser, at }))
    items.push(id)
  }
  const by = releaser
  const day = (days: number) => now.today.add({ days }).toString()
  const quiz = { audience: 'retailer', towns: [], items: items.slice(0, 8) } as const
  done(
    await beginQuiz(
      tx,
      { ...quiz, title: titles.open, shape: 'once', beginsOn: day(-10), endsOn: day(60) },
      { by, at: now },
    ),
  )
  const lesson = { audience: 'public', towns: ['440785103'], items: items.slice(0, 5) } as const
  const opened = daysBefore(now, 40)
  const days = { beginsOn: day(-40), endsOn: day(-20) }
  const { id } = done(
    await beginQuiz(tx, { ...lesson, title: titles.before, shape: 'beforeAfter', ...days }, { by, at: opened }),
  )
  await answer({ tx, quizId: id, at: opened, items: lesson.items, chance: chanceOf('quiz') })
  const plan = { respondents: 'holders', perUnit: 1, sample: 90, items: items.slice(0, 5) } as const
  await survey({
    tx,
    by,
    at: daysBefore(now, 200),
    plan: { ...plan, title: titles.past, endsOn: day(-180) },
    knows: 0.63,
    closes: true,
  })
  await survey({
    tx,
    by,
    at: daysBefore(now, 5),
    plan: { ...plan, title: titles.running, endsOn: day(30) },
    knows: 0.87,
    closes: false,
  })
  return items
}

const daysBefore = ({ instant }: Moment, days: number): Moment => momentOf(instant.subtract({ hours: days * 24 }))

function done<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: string },
): T {
  if (!result.ok) throw new Error(`demo quiz: ${result.refusal}`)
  return result.value
}

/** One sheet: each question known with this chance. */
const sheetOf = (items: readonly string[], chance: Chance, knows: number) =>
  items.map((item, n) => {
    const right = demoItems[n]?.answer ?? 0
    return { item, chosen: chance.often(knows) ? right : (right + 1) % (demoItems[n]?.options.length ?? 2) }
  })

interface Lesson {
  readonly tx: Tx
  readonly quizId: string
  readonly at: Moment
  readonly items: readonly string[]
  readonly chance: Chance
}

async function answer({ tx, quizId, at, items, chance }: Lesson): Promise<void> {
  for (let n = 0; n < 24; n += 1) {
    const participant = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
    for (const [round, knows] of [
      ['before', 0.55],
      ['after', 0.85],
    ] as const)
      done(
        await handIn(
          tx,
          { quizId, round, participant, answers: sheetOf(items, chance, knows), channel: 'event', towns: [] },
          at,
          outreachPolicy(at.today),
        ),
      )
  }
}

interface Asking {
  readonly tx: Tx
  readonly by: string
  readonly at: Moment
  readonly plan: Parameters<typeof drawSurvey>[1]
  readonly knows: number
  readonly closes: boolean
}

async function survey({ tx, by, at, plan, knows, closes }: Asking): Promise<void> {
  const { id } = done(await drawSurvey(tx, plan, { by, at }))
  const chance = chanceOf(plan.title)
  const units = await surveyUnitsOf(tx, id)
  for (const [n, { licenceNo }] of units.entries()) {
    if (!closes && n % 2 === 1) continue
    if (n % 9 === 8) continue
    const reply = {
      surveyId: id,
      licenceNo,
      way: n % 3 === 0 ? 'visit' : 'phone',
      answers: sheetOf(plan.items, chance, knows),
    } as const
    done(await takeReply(tx, reply, { by, at }))
  }
  if (closes)
    done(await closeSurvey(tx, id, { by, at: momentOf(at.instant.add({ hours: 20 * 24 })) }, outreachPolicy(at.today)))
}
