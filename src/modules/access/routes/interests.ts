import { maskCitizenId } from '#kernel/masking'
import { ok } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { endInterest, stateInterest } from '../actions/interests.ts'
import { type InterestView, interestRoutes as routes } from '../contract.ts'
import { type InterestRow, listInterests, listOfficerNames } from '../store/interest.ts'
import { byStaff } from './actors.ts'

interface Opener {
  readonly openField: (sealed: string) => string
}

function viewOf(row: InterestRow, keyring: Opener): InterestView {
  const { personSealed, wordsSealed, endedBy, endedAt, endReason, ...plain } = row
  const person = personSealed === null ? null : (JSON.parse(keyring.openField(personSealed)) as Named)
  return {
    ...plain,
    person: person === null ? null : { name: person.name, idNoMasked: maskCitizenId(person.idNo) },
    words: keyring.openField(wordsSealed),
    ended: endedAt === null ? null : { by: endedBy ?? '', at: endedAt, reason: endReason ?? '' },
  }
}

interface Named {
  readonly name: string
  readonly idNo: string
}

/** 利害关系: whose family and money they are is seen by the person and the head only; reading them is on record. */
export const interestBindings: readonly RouteBinding[] = [
  bind(routes.listInterests, async ask => {
    const { by } = byStaff(ask)
    const whole = by.roles.includes('head')
    return ask.act({ action: 'access.readInterests', details: { whole } }, async tx => {
      const rows = await listInterests(tx, whole ? null : by.staffId)
      const staff = whole ? await listOfficerNames(tx) : []
      return ok({ items: rows.map(row => viewOf(row, ask.services.keyring)), staff: [...staff] })
    })
  }),
  bind(routes.stateInterest, ask => {
    const { keyring } = ask.services
    const subject = ask.body.staffId ?? byStaff(ask).by.staffId
    const details = { kind: ask.body.kind, shop: ask.body.licenceNo ?? '' }
    return ask.act({ action: 'access.stateInterest', subject, details }, async tx => {
      const stated = await stateInterest(tx, ask.body, { ...byStaff(ask), keyring })
      return stated.ok ? ok({ id: stated.value }) : stated
    })
  }),
  bind(routes.endInterest, ask => {
    const { params, body } = ask
    return ask.act({ action: 'access.endInterest', subject: params.id, reason: body.reason }, tx =>
      endInterest(tx, { ...params, ...body }, byStaff(ask)),
    )
  }),
]
