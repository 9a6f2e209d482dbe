import type { FastifyRequest } from 'fastify'
import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import { ok, type Result } from '#kernel/refusal'
import type { Services } from '#platform/module'
import { authenticateAgency } from './authenticate/agency.ts'
import { authenticateCitizen } from './authenticate/citizen.ts'
import { authenticateStaff } from './authenticate/staff.ts'
import { authenticateTerminal } from './authenticate/terminal.ts'
import { innerHeader, takeInnerCaller } from './inner-calls.ts'
import { claimsAgency } from './rules/agency-request.ts'
import { claimsTerminal, fromPortal } from './rules/request-text.ts'

export type Authenticated = Result<{ readonly actor: Actor; readonly capturedAt?: Moment }>
export type SignedRequest = FastifyRequest & { rawBody?: Buffer }

/**
 * Who sends a request (身份鉴别): the server itself for a sealed act, a terminal with or without a citizen, a member of
 * staff or of a partner agency, a partner's system, a citizen at the own telephone, or nobody known. Whoever claims to be a terminal and is not is refused; a cookie that no longer counts makes an
 * anonymous caller, because public pages stay open to them. At most one SQL statement.
 */
export function authenticate(services: Services): (request: SignedRequest) => Promise<Authenticated> {
  return async request => {
    const inner = takeInnerCaller(request.headers[innerHeader])
    if (inner) return ok(inner)
    if (claimsAgency(request.headers)) return authenticateAgency(request, services)
    if (claimsTerminal(request.headers)) return authenticateTerminal(request, services)
    // The portal says so: who is member of staff and retailer in one browser is a retailer there.
    const known = fromPortal(request.headers) ? authenticateCitizen : authenticateStaff
    return (await known(request, services)) ?? ok({ actor: { kind: 'anonymous' } })
  }
}
