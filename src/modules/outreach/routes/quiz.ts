import { type Actor, actorLabel } from '#kernel/actor'
import { ok, refuse } from '#kernel/refusal'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { beginQuiz, handIn } from '../actions/quiz/run-quiz.ts'
import { stepItem, writeItem } from '../actions/quiz/write-item.ts'
import { type QuizHall, type QuizItem, quizRoutes as routes } from '../contract/quiz.ts'
import { outreachPolicy } from '../policy.ts'
import {
  findQuiz,
  listItemAnswers,
  listOpenQuizzes,
  listOutcomes,
  listOwnTowns,
  listTerminalTowns,
  sumPoints,
} from '../queries/quiz.ts'
import { listInvitations, listOwnShops } from '../queries/survey.ts'
import { citationOf } from '../rules/cited.ts'
import { findingsOf } from '../rules/quiz/item.ts'
import { measureGain, measureItem } from '../rules/quiz/measure.ts'
import { askedOf, checkOpen, checkTown } from '../rules/quiz/sheet.ts'
import { type ItemRecord, listItems, type QuizRecord } from '../store/quiz.ts'
import { writerOf } from './writer-of.ts'

const openOf = ({ id, title, audience, shape, endsOn, items }: QuizRecord) => ({
  id,
  title,
  audience,
  shape,
  endsOn,
  items: items.length,
})
/** The person who is signed in, if one is: points and invitations are his. */
const personOf = ({ actor }: Pick<Ask, 'actor'>) => (actor.kind === 'citizen' ? actor.personIndex : undefined)

/** Invitations and points: his shops by his own rows, the samples by their numbers. */
async function ownHall(ask: Pick<Ask, 'actor' | 'at' | 'read'>): Promise<Pick<QuizHall, 'surveys' | 'points'>> {
  const person = personOf(ask)
  if (person === undefined) return { surveys: [], points: null }
  const { shops, points } = await ask.read(async tx => ({
    shops: await listOwnShops(tx),
    points: await sumPoints(tx, person),
  }))
  const surveys = await ask.read(tx => listInvitations(tx, shops, ask.at.today.toString()), { areas: 'all' })
  return { surveys: [...surveys], points }
}

const terminalOf = (actor: Actor): string | undefined =>
  actor.kind === 'terminal' || actor.kind === 'citizen' ? actor.terminalId : undefined

/** 读者所在镇街: of the terminal the page stands on, or of the shops of whoever is signed in; otherwise nobody knows and nobody asks. */
async function townsOf({ actor, read }: Pick<Ask, 'actor' | 'read'>): Promise<readonly string[]> {
  const terminalId = terminalOf(actor)
  if (terminalId !== undefined) return read(tx => listTerminalTowns(tx, terminalId), { areas: 'all' })
  return actor.kind === 'citizen' ? read(listOwnTowns) : []
}

/** 普法测验 */
export const quizBindings: readonly RouteBinding[] = [
  bind(routes.quizHall, async ask => {
    const open = await listOpenQuizzes(ask.services.database.db, ask.at.today.toString())
    const towns = await townsOf(ask)
    const here = open.filter(quiz => checkTown(quiz.towns, towns).ok)
    return ok({ quizzes: here.map(openOf), ...(await ownHall(ask)) })
  }),
  bind(routes.openQuiz, async ({ params, at, services }) => {
    const { db } = services.database
    const quiz = await findQuiz(db, params.id)
    if (!quiz) return refuse('quizUnknown')
    const open = checkOpen(quiz, at.today.toString())
    if (!open.ok) return open
    return ok({ quiz: openOf(quiz), items: (await listItems(db, quiz.items)).map(askedOf) })
  }),
  bind(routes.answerQuiz, async ask => {
    const person = personOf(ask)
    const who = { towns: await townsOf(ask), ...(person === undefined ? {} : { person }) }
    const channel = terminalOf(ask.actor) === undefined ? 'portal' : 'kiosk'
    const given = { quizId: ask.params.id, ...ask.body, ...who, channel } as const
    return ask.act({ action: 'outreach.answerQuiz', subject: ask.params.id }, tx =>
      handIn(tx, given, ask.at, outreachPolicy(ask.at.today)),
    )
  }),
  bind(routes.quizBank, async ask => {
    const { db } = ask.services.database
    const [items, answers] = [await listItems(db), await listItemAnswers(db)]
    const policy = outreachPolicy(ask.at.today)
    const me = actorLabel(ask.actor)
    const viewOf = (item: ItemRecord): QuizItem => {
      const { asked = 0, right = 0, correlation = null } = answers.get(item.id) ?? {}
      const { writtenBy } = item
      return {
        ...item,
        options: [...item.options],
        audiences: [...item.audiences],
        ...measureItem({ asked, right, correlation }, policy.items),
        citation: citationOf(item),
        mine: writtenBy === me,
        flagged: [...new Set(findingsOf(item).map(({ word }) => word))],
      }
    }
    return ok({ items: items.map(viewOf) })
  }),
  bind(routes.writeItem, ask =>
    ask.act(
      { action: 'outreach.writeItem', details: { instrument: ask.body.instrument, article: ask.body.article } },
      tx => writeItem(tx, ask.body, writerOf(ask)),
    ),
  ),
  bind(routes.stepItem, ask =>
    ask.act({ action: 'outreach.stepItem', subject: ask.params.id, details: { event: ask.body.event } }, tx =>
      stepItem(tx, { id: ask.params.id, ...ask.body }, writerOf(ask)),
    ),
  ),
  bind(routes.listQuizzes, async ({ services }) => {
    const rows = await listOutcomes(services.database.db)
    return ok({
      items: rows.map(({ pairs, items, towns, ...quiz }) => ({
        ...quiz,
        towns: [...towns],
        items: items.length,
        gain: quiz.shape === 'beforeAfter' ? measureGain(pairs) : null,
      })),
    })
  }),
  bind(routes.beginQuiz, ask =>
    ask.act({ action: 'outreach.beginQuiz', details: { audience: ask.body.audience } }, tx =>
      beginQuiz(tx, ask.body, writerOf(ask)),
    ),
  ),
]
