import { actorLabel } from '#kernel/actor'
import { ok, type Result, refuse } from '#kernel/refusal'
import { listTowns } from '#modules/registry'
import { houseFiles } from '#platform/files'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { addFact, judgeFact } from '../actions/clue/judge-fact.ts'
import { readPhoto } from '../actions/clue/photos.ts'
import { takeClue } from '../actions/clue/take-clue.ts'
import { takeStep } from '../actions/clue/take-step.ts'
import { newReporter } from '../actions/informant/codes.ts'
import { county, settingOn } from '../actions/setting.ts'
import { type ClueDetail, clueRoutes as routes } from '../contract/clues.ts'
import { renderClueSheet } from '../papers/clue-sheet.ts'
import { listClues } from '../queries/clues.ts'
import { countBySource } from '../queries/figures.ts'
import { staffNames } from '../queries/informant.ts'
import { listOfficers } from '../queries/officers.ts'
import { findLikenesses, indexed, readClue, rowOf } from '../queries/view.ts'
import type { StepInput } from '../rules/clue/decide.ts'
import { listPhotos } from '../store/photos.ts'
import { type Officer, officerOf, readerOf } from './staff.ts'

const setting = ({ at, services }: Pick<Ask, 'at' | 'services'>) => settingOn(at.today, services.keyring)

/** One change by an officer, and the clue as it then stands; only what changed goes into the kept reply. */
async function change(
  ask: Pick<Ask, 'actor' | 'at' | 'services' | 'act' | 'read'>,
  { no, action }: { readonly no: string; readonly action: string },
  work: (tx: Parameters<typeof readClue>[0], by: Officer) => Promise<Result<undefined>>,
): Promise<Result<ClueDetail>> {
  const by = officerOf(ask)
  if (!by) return refuse('notPermitted')
  const done = await ask.act({ action, subject: no }, tx => work(tx, by))
  return done.ok ? ask.read(tx => readClue(tx, no, readerOf(by, ask), setting(ask))) : done
}

/** 线索 */
export const clueBindings: readonly RouteBinding[] = [
  bind(routes.list, ask =>
    ask.read(async tx => {
      const by = officerOf(ask)
      const { mine, ...filter } = ask.query
      const { today } = ask.at
      const found = await listClues(tx, { ...filter, ...(mine && by ? { assignedTo: actorLabel(by) } : {}) })
      return ok({
        ...found,
        today: today.toString(),
        items: found.items.map(clue => rowOf(clue, today, setting(ask))),
        officers: [...(await listOfficers(tx))],
        towns: [...(await listTowns(tx, county))],
      })
    }),
  ),

  bind(routes.read, async ask => {
    const by = officerOf(ask)
    if (!by) return refuse('notPermitted')
    const { no } = ask.params
    const found = await ask.read(tx => readClue(tx, no, readerOf(by, ask), setting(ask)))
    // 谁看过: every look at a clue stands in the ledger.
    return found.ok ? ask.act({ action: 'intelligence.readClue', subject: no }, async () => found) : found
  }),

  bind(routes.paper, async ask => {
    const by = officerOf(ask)
    if (!by) return refuse('notPermitted')
    const { no } = ask.params
    const found = await ask.read(async tx => {
      const names = await staffNames(tx)
      return { detail: await readClue(tx, no, readerOf(by, ask), setting(ask)), by: names.get(actorLabel(by)) ?? '' }
    })
    const { detail } = found
    if (!detail.ok) return detail
    const noted = await ask.act({ action: 'intelligence.printClue', subject: no }, async () => ok(null))
    if (!noted.ok) return noted
    const { mode } = ask.services.config
    return ok(renderClueSheet(detail.value, { at: ask.at.instant.toString(), by: found.by, mode }))
  }),

  bind(routes.take, async ask => {
    const by = officerOf(ask)
    const key = ask.http.request.headers['idempotency-key']
    if (!by || typeof key !== 'string') return refuse('notPermitted')
    const { nonce, reporter, smsWanted, ...given } = ask.body
    const of = reporter
      ? await newReporter(ask.services.keyring, { identity: reporter, smsWanted, requestKey: key, nonce })
      : undefined
    const taken = await ask.act({ action: 'intelligence.takeClue', details: { source: given.source } }, tx =>
      takeClue(
        tx,
        { ...given, ...(of ? { reporter: of.reporter } : {}), by: actorLabel(by), at: ask.at },
        setting(ask),
      ),
    )
    // The receipt is put to the answer here, outside of what is kept under the key.
    return taken.ok ? ok({ no: taken.value, receipt: of?.receipt ?? null }) : taken
  }),

  bind(routes.compare, ask =>
    ask.read(async tx => {
      const facts = indexed(ask.body.facts, ask.services.keyring)
      const found = await findLikenesses(tx, { text: ask.body.text, facts, except: '' }, ask.at.today, setting(ask))
      return ok({ likenesses: found })
    }),
  ),

  bind(routes.step, ask => {
    const { event, version, input } = ask.body
    const { no } = ask.params
    return change(ask, { no, action: `intelligence.${event}` }, (tx, by) =>
      takeStep(tx, { no, event, version, input: input as StepInput, by, at: ask.at }, setting(ask)),
    )
  }),

  bind(routes.judge, ask => {
    const { no, factId } = ask.params
    return change(ask, { no, action: `intelligence.${ask.body.word}Fact` }, (tx, by) =>
      judgeFact(tx, { no, factId, word: ask.body.word }, { by: actorLabel(by), at: ask.at }),
    )
  }),

  bind(routes.addFact, ask => {
    const { no } = ask.params
    return change(ask, { no, action: 'intelligence.addFact' }, (tx, by) =>
      addFact(tx, { no, ...ask.body }, { by: actorLabel(by), at: ask.at }, setting(ask)),
    )
  }),

  bind(routes.photo, async ask => {
    const photo = (await ask.read(tx => listPhotos(tx, ask.params.no))).find(({ id }) => id === ask.params.photoId)
    if (!photo) return refuse('notFound')
    return readPhoto(photo, { files: await houseFiles(ask.services.config), keyring: ask.services.keyring })
  }),

  bind(routes.figures, ask =>
    ask.read(async tx => ok({ ...ask.query, sources: [...(await countBySource(tx, ask.query.from, ask.query.to))] })),
  ),
]
