import { sql } from 'kysely'
import { ok, refuse } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { addAgency, addContact } from '../actions/agencies.ts'
import { decideAgreement, proposeAgreement, withdrawAgreement } from '../actions/agreements.ts'
import { type AgencyList, agencyRoutes as routes } from '../contract/ours.ts'
import { viewAgencies } from '../queries/views.ts'
import { saveAgencyKey } from '../store/agencies.ts'
import { closeContact } from '../store/agreements.ts'
import { officerOf } from './actors.ts'

/** 单位、联系人、约定. */
export const agencyBindings: readonly RouteBinding[] = [
  bind(routes.listAgencies, ask =>
    ask.read(async tx => {
      const month = `${ask.at.today.toPlainYearMonth()}-01T00:00:00+08:00`
      const { rows } = await sql<AgencyList['accounts'][number]>`select p.id, p.account, p.name, p.agency_id
        from access.published_partner_account p where p.state = 'active' and not exists (
          select from partners.contact c where c.account_id = p.id and c.state = 'active') order by p.account`.execute(
        tx,
      )
      return ok({ items: await viewAgencies(tx, ask.at.instant, month), accounts: rows })
    }),
  ),

  bind(routes.addAgency, async ask => {
    const made = await ask.act({ action: 'partners.addAgency' }, tx => addAgency(tx, ask.body, officerOf(ask)))
    return made.ok ? ok({ id: made.value }) : made
  }),

  bind(routes.setKey, ask =>
    ask.act({ action: 'partners.setKey', subject: ask.params.id }, async tx =>
      (await saveAgencyKey(tx, ask.params.id, ask.body.publicKey)) ? ok(undefined) : refuse('agencyMissing'),
    ),
  ),

  bind(routes.addContact, async ask => {
    const { keyring } = ask.services
    const { id: agencyId } = ask.params
    const made = await ask.act({ action: 'partners.addContact', subject: agencyId }, tx =>
      addContact(tx, { ...ask.body, agencyId }, { ...officerOf(ask), keyring }),
    )
    return made.ok ? ok({ id: made.value }) : made
  }),

  bind(routes.closeContact, ask =>
    ask.act({ action: 'partners.closeContact', subject: ask.params.id }, async tx =>
      (await closeContact(tx, ask.params.id)) ? ok(undefined) : refuse('contactMissing'),
    ),
  ),

  bind(routes.proposeAgreement, async ask => {
    const made = await ask.act({ action: 'partners.proposeAgreement' }, tx =>
      proposeAgreement(tx, ask.body, officerOf(ask)),
    )
    return made.ok ? ok({ no: made.value }) : made
  }),

  bind(routes.decideAgreement, ask => {
    const { no } = ask.params
    return ask.act({ action: `partners.agreement.${ask.body.word}`, subject: no }, tx =>
      decideAgreement(tx, { no, ...ask.body }, officerOf(ask)),
    )
  }),

  bind(routes.withdrawAgreement, ask => {
    const { no } = ask.params
    return ask.act({ action: 'partners.withdrawAgreement', subject: no, reason: ask.body.why }, tx =>
      withdrawAgreement(tx, { no, ...ask.body }, officerOf(ask)),
    )
  }),
]
