import { sql } from 'kysely'
import { type Actor, actorLabel } from '#kernel/actor'
import { formatCitation } from '#kernel/citation'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import type { Setting } from '../actions/setting.ts'
import type { InformantPanel } from '../contract/informants.ts'
import { openingBasis, openingRoles, openingStateOf } from '../rules/informant/opening.ts'
import { rewardBasis } from '../rules/informant/reward.ts'
import { isNamed, listMessages, listOpenings, type MessageRow } from '../store/informant.ts'
import { findReward, type RewardRow } from '../store/rewards.ts'
import { findClue } from './clues.ts'

type Officer = Extract<Actor, { kind: 'staff' }>

/** What this officer may know of whoever reported: a code name; the desk also what was written to and fro. */
export async function readPanel(
  tx: Tx,
  no: string,
  by: Officer,
  now: string,
  setting: Setting,
): Promise<Result<InformantPanel>> {
  const clue = await findClue(tx, no)
  if (!clue) return refuse('clueUnknown')
  const code = clue.informantCode
  const label = actorLabel(by)
  const isDesk = openingRoles.asks.some(role => by.roles.includes(role))
  const names = await staffNames(tx)
  const openings = await listOpenings(tx, no)
  const reward = await findReward(tx, no)
  const messages = code !== null && isDesk ? await listMessages(tx, no) : []
  return ok({
    code,
    named: code === null ? false : await isNamed(tx, code),
    messages: messages.map(message => messageOf(message, code ?? '', setting)),
    openings: openings.map(one => {
      const state = openingStateOf(one, now)
      return {
        ...{ id: one.id, state, reason: one.reason, expiresAt: one.expiresAt, looks: one.looks },
        askedBy: names.get(one.askedBy) ?? '',
        agreedBy: one.agreedBy === null ? null : (names.get(one.agreedBy) ?? ''),
        mayAnswer:
          state === 'asked' && one.askedBy !== label && openingRoles.agrees.some(role => by.roles.includes(role)),
        mayLook: state === 'open' && one.askedBy === label,
      }
    }),
    mayAsk: isDesk,
    reward: reward ? rewardView(reward, names, label) : null,
    law: [...openingBasis, ...rewardBasis].map(formatCitation),
  })
}

export const messageOf = ({ fromReporter, textSealed, atHour }: MessageRow, code: string, { keyring }: Setting) => ({
  fromReporter,
  atHour,
  text: keyring.vault.open(textSealed, code),
})

function rewardView(reward: RewardRow, names: ReadonlyMap<string, string>, label: string) {
  const { id, state, caseNo, amountFen, lines, policyVersion, paidOn, voucher } = reward
  const people = [reward.proposedBy, reward.firstBy, reward.secondBy]
  return {
    ...{ id, state, caseNo, amountFen, policyVersion, paidOn, voucher },
    lines: lines.map(({ zh, fen }) => ({ zh, fen })),
    people: people.flatMap(person => (person === null ? [] : [names.get(person) ?? ''])),
    hadAHand: people.includes(label),
  }
}

/** 写到举报人: what the ledger holds of texts that were refused; by whom and about what, never what was written. */
export async function listNamed(tx: Tx, since: string): Promise<{ at: string; subject: string; by: string }[]> {
  const { rows } = await sql<{ at: string; subject: string; by: string }>`
    select e.at, coalesce(e.subject, '') as subject, coalesce(s.name, '') as by from platform.audit_entry e
    left join access.published_staff s on 'staff:' || s.id = e.actor
    where e.outcome = 'refused' and e.reason in ('reporterNamed', 'recordNamesReporter') and e.at > ${since}::timestamptz order by e.at desc limit 50`.execute(
    tx,
  )
  return rows
}

/** 姓名 by the label of the ledger. */
export async function staffNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{
    id: string
    name: string
  }>`select id::text as id, name from access.published_staff`.execute(tx)
  return new Map(rows.map(({ id, name }) => [`staff:${id}`, name]))
}
