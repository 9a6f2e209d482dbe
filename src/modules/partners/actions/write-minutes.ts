import { ok, type Result, refuse } from '#kernel/refusal'
import { nextState } from '#kernel/state-table'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { issueMinutes } from '../papers/issue-minutes.ts'
import { guestsOf, linesOf } from '../queries/meetings.ts'
import type { CooperationPolicy } from '../rules/cooperation-policy.ts'
import { maySignMinutes } from '../rules/meeting/decide.ts'
import { meetingMoves } from '../rules/meeting/moves.ts'
import { saveMinutes, type Written } from '../store/meetings.ts'
import { type ByStaff, lockedMeeting } from './plan-meeting.ts'

type By = Pick<ByStaff, 'by' | 'at'>

/** 记到会和逐项意见: while the meeting sits and until the minutes are signed. */
export async function writeMinutes(
  tx: Tx,
  asked: { readonly id: string; readonly version: number } & Pick<Written, 'minutes' | 'said' | 'attended'>,
  { by, at }: By,
): Promise<Result<null>> {
  const found = await lockedMeeting(tx, asked.id, asked.version)
  if (!found.ok) return found
  if (found.value.state !== 'sitting' && found.value.state !== 'held') return refuse('meetingNotNow')
  await saveMinutes(tx, asked.id, { ...asked, by, at: at.instant.toString() })
  return ok(null)
}

/** 定稿: by another person than the writer; the paper is numbered, signed and never changes again. */
export async function signMinutes(
  tx: Tx,
  { id, version }: { readonly id: string; readonly version: number },
  { by, at, policy, keyring }: By & { readonly policy: CooperationPolicy; readonly keyring: Keyring },
): Promise<Result<null>> {
  const found = await lockedMeeting(tx, id, version)
  if (!found.ok) return found
  const meeting = found.value
  if (!nextState(meetingMoves, meeting.state, 'sign').ok) return refuse('meetingNotNow')
  const [guests, lines] = [await guestsOf(tx, id), await linesOf(tx, id)]
  const may = maySignMinutes(
    {
      attended: guests.map(({ attended }) => attended),
      said: lines.map(({ said }) => said),
      writtenBy: meeting.minutesBy ?? meeting.createdBy,
    },
    by,
  )
  if (!may.ok) return may
  await issueMinutes(tx, { meeting, guests, lines, by, at, policy, keyring })
  return ok(null)
}
