import { type Actor, actorLabel } from '#kernel/actor'
import { ok, refuse } from '#kernel/refusal'
import { leaveUnnamed } from '#modules/intelligence'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { holdFieldRecord, keepFieldRecord } from '../actions/field-record.ts'
import { fileFromField, holdFiling } from '../actions/file-from-field.ts'
import { confirmRecord } from '../actions/record.ts'
import { type HeldCaseAct, caseFieldRoutes as routes } from '../contract/field.ts'
import { type Filing, caseFilingRoutes as filing } from '../contract/filing.ts'
import { listOfficers } from '../queries/around.ts'
import { fieldCases } from '../queries/field.ts'
import { listHeldRecords, lockHeldRecord, settleHeldRecord } from '../store/held-records.ts'

type Staff = Extract<Actor, { kind: 'staff' }>
const around = (ask: Pick<Ask, 'at' | 'services'>, by: Staff) => ({ by, at: ask.at, keys: ask.services.keyring })

const subjectOf = ({ about }: Filing): string => ('taskId' in about ? about.taskId : about.caseNo)

/** 办案外勤 */
export const fieldBindings: readonly RouteBinding[] = [
  // 谁看过: parties of several cases go onto a telephone; that is a look at each of them.
  bind(routes.myCases, ask => {
    const { actor } = ask
    if (actor.kind !== 'staff') return Promise.resolve(refuse('notPermitted'))
    return ask.act({ action: 'cases.readField', subject: actorLabel(actor) }, async tx =>
      ok(await fieldCases(tx, around(ask, actor))),
    )
  }),

  bind(routes.recordAct, ask => {
    const { actor, body, params } = ask
    if (actor.kind !== 'staff') return Promise.resolve(refuse('notPermitted'))
    const action = body.kind === 'record' ? 'cases.writeRecord' : 'cases.confirmRecord'
    return ask.act({ action, subject: params.no, details: { where: 'field' } }, async tx => {
      if (body.kind === 'record') {
        const kept = await keepFieldRecord(tx, params.no, body, around(ask, actor))
        return kept.ok ? ok({ id: kept.value, label: '等第二人核对', labelEn: 'awaits the second officer' }) : kept
      }
      const signed = await confirmRecord(tx, body.id, body.digest, around(ask, actor))
      return signed.ok ? ok({ id: body.id, label: '两人已签', labelEn: 'signed by both' }) : signed
    })
  }),

  bind(routes.holdRecordAct, ask => {
    const { actor, body, params } = ask
    if (actor.kind !== 'staff') return Promise.resolve(refuse('notPermitted'))
    return ask.act({ action: 'cases.holdRecord', subject: params.no }, async tx => {
      const held = await holdFieldRecord(tx, params.no, body, around(ask, actor))
      return held.ok ? ok({ id: held.value }) : held
    })
  }),

  bind(filing.file, ask => {
    const { actor, body } = ask
    if (actor.kind !== 'staff') return Promise.resolve(refuse('notPermitted'))
    const details = { where: 'field', capturedAt: body.capturedAt }
    return ask.act({ action: 'cases.fileFromField', subject: subjectOf(body), details }, async tx => {
      const filed = await fileFromField(tx, body, around(ask, actor))
      if (!filed.ok) return filed
      const no = filed.value
      return ok({ no, label: `${no} 已报局负责人审批`, labelEn: `${no} awaits the head` })
    })
  }),

  bind(filing.holdFiling, ask => {
    const { actor, body } = ask
    if (actor.kind !== 'staff') return Promise.resolve(refuse('notPermitted'))
    return ask.act({ action: 'cases.holdFiling', subject: subjectOf(body.filing) }, async tx => {
      const held = await holdFiling(tx, body, around(ask, actor))
      return held.ok ? ok({ id: held.value }) : held
    })
  }),

  bind(routes.heldRecords, async ({ params, read }) =>
    ok(
      await read(async tx => {
        const officers = await listOfficers(tx)
        const nameOf = (label: string) => officers.find(({ id }) => `staff:${id}` === label)?.name ?? label
        return {
          items: (await listHeldRecords(tx, params.no)).map(({ id, kind, why, by, heldAt, settledNote }) => ({
            ...{ id, kind, why, heldAt, by: nameOf(by), settled: settledNote },
          })),
        }
      }),
    ),
  ),

  bind(routes.openHeldRecord, ask =>
    ask.act({ action: 'cases.openHeldRecord', subject: ask.params.id }, async tx => {
      const held = await lockHeldRecord(tx, ask.params.id)
      if (!held) return refuse('recordUnknown')
      return ok({ act: JSON.parse(ask.services.keyring.openField(held.act)) as HeldCaseAct })
    }),
  ),

  bind(routes.settleHeldRecord, ask =>
    ask.act({ action: 'cases.settleHeldRecord', subject: ask.params.id }, async tx => {
      const held = await lockHeldRecord(tx, ask.params.id)
      if (!held || held.settledNote !== null) return refuse('recordUnknown')
      const unnamed = await leaveUnnamed(tx, held.caseNo, [ask.body.note], ask.services.keyring)
      if (!unnamed.ok) return unnamed
      const how = { by: actorLabel(ask.actor), at: ask.at.instant.toString(), note: ask.body.note }
      await settleHeldRecord(tx, held.id, how)
      return ok(undefined)
    }),
  ),
]
