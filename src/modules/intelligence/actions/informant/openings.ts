import { type Actor, actorLabel } from '#kernel/actor'
import { cleanText } from '#kernel/chinese-text'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { announce } from '#platform/announce'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { identityOpened } from '../../events.ts'
import { openingRoles, openingStateOf } from '../../rules/informant/opening.ts'
import type { Identity } from '../../rules/informant/redact.ts'
import { lockClue } from '../../store/clue.ts'
import * as store from '../../store/informant.ts'
import { county, type Setting } from '../setting.ts'
import { leaveUnnamed } from './unnamed.ts'

type Officer = Extract<Actor, { kind: 'staff' }>
interface By {
  readonly by: Officer
  readonly at: Moment
}

/** 申请启封: with a reason; only where there is somebody to be named. */
export async function askOpening(
  tx: Tx,
  { no, reason }: { readonly no: string; readonly reason: string },
  { by, at }: By,
  { keyring }: Setting,
): Promise<Result<undefined>> {
  const clue = await lockClue(tx, no)
  if (!clue) return refuse('clueUnknown')
  const why = cleanText(reason, { max: 300, lines: true })
  if (!why.ok || why.value.length < 5) return refuse('informantReasonMissing')
  if (clue.informantCode === null || !(await store.isNamed(tx, clue.informantCode))) return refuse('informantAnonymous')
  const now = at.instant.toString()
  const running = (await store.listOpenings(tx, no)).some(o => ['asked', 'open'].includes(openingStateOf(o, now)))
  if (running) return refuse('informantOpeningRunning')
  const unnamed = await leaveUnnamed(tx, no, [why.value], keyring)
  if (!unnamed.ok) return unnamed
  const opening = {
    id: randomId(),
    clueNo: no,
    code: clue.informantCode,
    reason: why.value,
    askedBy: actorLabel(by),
    askedAt: now,
  }
  await store.insertOpening(tx, opening)
  return ok(undefined)
}

/** 同意或不同意启封: another person of another office. An agreement is told at once: alarm, ledger, announcement. */
export async function answerOpening(
  tx: Tx,
  { id, agree }: { readonly id: string; readonly agree: boolean },
  { by, at }: By,
  { policy }: Setting,
): Promise<Result<string>> {
  const opening = await store.lockOpening(tx, id)
  if (!opening) return refuse('informantOpeningUnknown')
  const label = actorLabel(by)
  if (openingStateOf(opening, at.instant.toString()) !== 'asked') return refuse('informantOpeningAnswered')
  const role = openingRoles.agrees.find(one => by.roles.includes(one))
  if (opening.askedBy === label || role === undefined) return refuse('informantSecondPerson')
  if (!agree) {
    await store.refuseOpening(tx, id, label)
    return ok(opening.clueNo)
  }
  const until = at.instant.add({ hours: policy.openingHours }).toString()
  await store.agreeOpening(tx, id, { by: label, role, at: at.instant.toString(), until })
  await announce(tx, identityOpened, {
    openingId: id,
    clueNo: opening.clueNo,
    areaCode: (await lockClue(tx, opening.clueNo))?.areaCode ?? county,
    askedBy: opening.askedBy,
    agreedBy: label,
  })
  return ok(opening.clueNo)
}

/** 看一次: who asked, while it is open. The database itself asks for two people; each look is a row and a line of the ledger. */
export async function lookAtIdentity(
  tx: Tx,
  { id }: { readonly id: string },
  { by, at }: By,
  { keyring }: Setting,
): Promise<Result<Identity>> {
  const opening = await store.lockOpening(tx, id)
  const sealed = await store.openIdentity(tx, { openingId: id, by: actorLabel(by), at: at.instant.toString() })
  if (!opening || sealed === undefined) return refuse('informantNotOpen')
  return ok(JSON.parse(keyring.vault.open(sealed, opening.code)) as Identity)
}

/** 已知悉 of the alarm: a head, and not the one who agreed. */
export async function seeAlarm(tx: Tx, { id }: { readonly id: string }, { by, at }: By): Promise<Result<undefined>> {
  const opening = await store.lockOpening(tx, id)
  if (!opening) return refuse('informantOpeningUnknown')
  if (opening.agreedBy === actorLabel(by)) return refuse('informantSecondPerson')
  await store.seeAlarm(tx, id, actorLabel(by), at.instant.toString())
  return ok(undefined)
}
