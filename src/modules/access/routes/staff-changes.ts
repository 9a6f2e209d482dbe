import { maskPhone } from '#kernel/masking'
import { ok } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { confirmStaffChange, proposeStaffChange, rejectStaffChange } from '../actions/staff-changes.ts'
import { staffAdminRoutes as routes } from '../contract.ts'
import { listChanges, listMembers } from '../queries/staff.ts'
import { setupCode } from '../secrets.ts'
import { byStaff, everywhere } from './actors.ts'

/** 人员变更: two people. What is told about whom is limited to the county of whoever asks, here and in the queries. */
export const staffChangeRoutes: readonly RouteBinding[] = [
  bind(routes.listStaff, async ask => {
    const { areas } = byStaff(ask).by
    const { keyring } = ask.services
    const masked = <T extends { readonly phoneSealed: string | null }>({ phoneSealed, ...rest }: T) => ({
      ...rest,
      phoneMasked: phoneSealed === null ? null : maskPhone(keyring.openField(phoneSealed)),
    })
    const found = await ask.read(
      async tx => ({ items: await listMembers(tx, areas), changes: await listChanges(tx, areas) }),
      everywhere,
    )
    return ok({ items: found.items.map(masked), changes: found.changes.map(masked) })
  }),

  bind(routes.proposeStaffChange, async ask => {
    const { keyring } = ask.services
    const details = { kind: ask.body.kind }
    const made = await ask.act({ action: 'access.proposeStaffChange', scope: everywhere, details }, tx =>
      proposeStaffChange(tx, ask.body, { ...byStaff(ask), keyring }),
    )
    return made.ok ? ok({ id: made.value }) : made
  }),

  bind(routes.confirmStaffChange, async ask => {
    const { keyring } = ask.services
    const { id } = ask.params
    const done = await ask.act({ action: 'access.confirmStaffChange', subject: id, scope: everywhere }, tx =>
      confirmStaffChange(tx, { id, keyring }, byStaff(ask)),
    )
    if (!done.ok) return done
    const { setupId, expiresAt } = done.value
    return ok({ code: setupId === null ? null : setupCode(keyring, setupId), expiresAt })
  }),

  bind(routes.rejectStaffChange, ask => {
    const { id } = ask.params
    return ask.act({ action: 'access.rejectStaffChange', subject: id, scope: everywhere }, tx =>
      rejectStaffChange(tx, { id, ...ask.body }, byStaff(ask)),
    )
  }),
]
