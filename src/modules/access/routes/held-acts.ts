import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { bind, type ReplyOf, type RouteBinding } from '#platform/module'
import { settleHeldAct } from '../actions/held-acts.ts'
import { routes } from '../contract.ts'
import { openEnvelope } from '../envelope.ts'
import { findHeldActView, listHeldActs } from '../queries.ts'
import { hashOf } from '../secrets.ts'
import { findSessionOfToken } from '../store/card-session.ts'
import { lockHeldAct } from '../store/held-act.ts'
import { byStaff } from './actors.ts'

type Opening = ReplyOf<typeof routes.openHeldAct>

/** 待人工处理的办理动作: list, look inside (a line of the audit ledger each time), settle. */
export const heldActRoutes: readonly RouteBinding[] = [
  bind(routes.listHeldActs, async ask => ok({ items: await ask.read(tx => listHeldActs(tx)) })),

  bind(routes.openHeldAct, async ask => {
    const { id } = ask.params
    const looked = await ask.act({ action: 'access.openHeldAct', subject: id }, async tx =>
      (await findHeldActView(tx, id)) ? ok(undefined) : refuse('heldActMissing'),
    )
    // What was inside stays outside of the act, whose result may be kept.
    return looked.ok ? ask.read(tx => look(tx, id, ask.services.keyring)) : looked
  }),

  bind(routes.settleHeldAct, ask =>
    ask.act({ action: 'access.settleHeldAct', subject: ask.params.id }, tx =>
      settleHeldAct(tx, { id: ask.params.id, note: ask.body.note }, byStaff(ask)),
    ),
  ),
]

async function look(tx: Tx, id: string, keyring: Keyring): Promise<Result<Opening>> {
  const held = await findHeldActView(tx, id)
  const row = held && (await lockHeldAct(tx, id))
  if (!row) return refuse('heldActMissing')
  const opened = openEnvelope(keyring, row.envelope)
  if (!opened.ok) return ok({ held, act: null, person: null })
  const { url, capturedAt, body, session } = opened.value
  const found = await findSessionOfToken(tx, { tokenHash: hashOf(session), terminalId: row.terminalId })
  const person = found ? { name: keyring.openField(found.nameSealed), idNoMasked: found.idNoMasked } : null
  return ok({ held, act: { url, capturedAt, body }, person })
}
