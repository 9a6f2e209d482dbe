import type { StaffRole } from '#kernel/actor'
import { formatCitation } from '#kernel/citation'
import { daysBetween } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { eventsFrom } from '#kernel/state-table'
import type { Tx } from '#platform/database'
import type { Setting } from '../actions/setting.ts'
import type { ClueDetail, ClueRow } from '../contract/clues.ts'
import { clockOf } from '../rules/clue/clock.ts'
import { likenesses } from '../rules/clue/duplicates.ts'
import type { FactKind } from '../rules/clue/facts.ts'
import { clueMoves } from '../rules/clue/moves.ts'
import { clueSteps, whyNotStep } from '../rules/clue/steps.ts'
import { matters } from '../rules/clue/words.ts'
import { factIndex, listFacts } from '../store/facts.ts'
import { listPhotos } from '../store/photos.ts'
import { findClue, type ListedClue, listClueEvents, listCompared } from './clues.ts'

export interface Reader {
  readonly by: { readonly label: string; readonly roles: readonly StaffRole[] }
  readonly today: Temporal.PlainDate
}

export function rowOf(clue: ListedClue, today: Temporal.PlainDate, { keyring }: Pick<Setting, 'keyring'>): ClueRow {
  const { no, source, matter, state, grade, town, assignee, receivedOn, dueOn, outcome, informantCode, hits } = clue
  const days = dueOn === null ? null : daysBetween(today, Temporal.PlainDate.from(dueOn))
  return {
    ...{ no, source, matter, state, grade, town, assignee, receivedOn, dueOn, outcome, informantCode, hits },
    clock: clockOf(state, informantCode !== null),
    daysLeft: days,
    late: days !== null && days < 0,
    about: keyring.openField(clue.textSealed).replaceAll('\n', ' ').slice(0, 60),
  }
}

/** One clue with everything its page needs; who reported is not among it. */
export async function readClue(tx: Tx, no: string, reader: Reader, setting: Setting): Promise<Result<ClueDetail>> {
  const clue = await findClue(tx, no)
  if (!clue) return refuse('clueUnknown')
  const { keyring } = setting
  const facts = await listFacts(tx, no)
  const text = keyring.openField(clue.textSealed)
  const compared = { text, facts: facts.filter(({ state }) => state !== 'rejected') }
  return ok({
    clue: rowOf(clue, reader.today, setting),
    version: clue.version,
    text,
    receivedAt: clue.receivedAt,
    sameAs: clue.sameAs,
    agency: clue.agency,
    caseNo: clue.caseNo,
    sourceRef: clue.sourceRef,
    facts: facts.map(({ id, kind, valueSealed, state, offeredBy }) => ({
      ...{ id, kind, state, offeredBy },
      value: keyring.openField(valueSealed),
    })),
    photos: (await listPhotos(tx, no)).map(({ id, digest }) => ({ id, digest })),
    likenesses: [...(await findLikenesses(tx, { ...compared, except: no }, reader.today, setting))],
    events: (await listClueEvents(tx, no)).map(({ at, event, toState, by, noteSealed }) => ({
      ...{ at, event, toState, by },
      note: noteSealed === null ? '' : keyring.openField(noteSealed),
    })),
    steps: eventsFrom(clueMoves, clue.state).map(event => ({
      event,
      whyNot: whyNotStep(clue, event, reader.by) ?? null,
    })),
    law: [...new Set(lawOf(clue).map(formatCitation))],
  })
}

const lawOf = ({ state, matter }: ListedClue) => [
  ...eventsFrom(clueMoves, state).flatMap(event => clueSteps[event].basis),
  ...matters[matter].basis,
]

/** 查重: with what has come in lately and what is still open. */
export async function findLikenesses(
  tx: Tx,
  asked: {
    readonly text: string
    readonly facts: readonly { readonly kind: FactKind; readonly valueIndex: string }[]
    readonly except: string
  },
  today: Temporal.PlainDate,
  { keyring, policy }: Setting,
): Promise<ClueDetail['likenesses']> {
  const since = today.subtract({ days: policy.sameDays }).toString()
  const rows = await listCompared(tx, since, asked.except)
  const others = rows.map(({ no, textSealed, facts }) => ({
    no,
    text: keyring.openField(textSealed),
    facts: facts as readonly { readonly kind: FactKind; readonly valueIndex: string }[],
  }))
  const state = new Map(rows.map(row => [row.no, row.state]))
  return likenesses(asked, others, policy)
    .slice(0, 8)
    .map(({ no, shared, text }) => ({ no, shared: [...shared], text, state: state.get(no) ?? 'new' }))
}

/** The facts of a text that is still being typed, as they would be compared. */
export const indexed = (
  facts: readonly { readonly kind: FactKind; readonly value: string }[],
  keyring: Setting['keyring'],
) => facts.map(({ kind, value }) => ({ kind, valueIndex: factIndex(keyring, kind, value) }))
