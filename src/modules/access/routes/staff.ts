import { ok, type Result, refuse } from '#kernel/refusal'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { verifyPassword } from '#platform/password'
import { signIn, takeTry } from '../actions/sign-in.ts'
import { routes, type StaffView } from '../contract.ts'
import { readSessionCookie, sessionCookie } from '../cookie.ts'
import { accessPolicy } from '../policy.ts'
import { minuteGate } from '../rules/minute-gate.ts'
import { accountOf } from '../rules/sign-in.ts'
import { hashOf, makeToken } from '../secrets.ts'
import { findStaff, type StaffRow } from '../store/staff.ts'
import { endStaffSessions } from '../store/staff-session.ts'
import { everywhere, signedIn } from './actors.ts'

const gate = minuteGate()

/** 工作人员登录: sign in, sign out, who am I. */
export const staffRoutes: readonly RouteBinding[] = [
  bind(routes.signIn, async ask => {
    const { database, keyring, config } = ask.services
    const wait = gate.secondsToWait(ask.http.request.ip, ask.at.instant, accessPolicy(ask.at.today).signInsPerMinute)
    if (wait > 0) return refuse('tooManyRequests', { seconds: wait })
    const account = accountOf(ask.body.account)
    const hash = await database.within(everywhere, tx => takeTry(tx, account, ask.at))
    // Outside of any transaction, because it takes 50 ms on purpose; the same work for accounts that do not exist.
    const passwordRight = await verifyPassword(hash, ask.body.password)
    const { token, hash: tokenHash } = makeToken()
    const signed = await ask.act({ action: 'access.signIn', scope: everywhere }, async tx => {
      const old = readSessionCookie(ask.http.request.headers.cookie)
      const asked = { account, passwordRight, code: ask.body.code, tokenHash }
      const staff = await signIn(tx, asked, { at: ask.at, keyring })
      // The number of a session never survives a sign-in: a planted one is worth nothing.
      if (staff.ok && old !== undefined) await endStaffSessions(tx, { tokenHash: hashOf(old) }, ask.at.instant)
      return staff.ok ? ok(viewOf(staff.value, ask)) : staff
    })
    if (signed.ok) ask.http.reply.header('set-cookie', sessionCookie(token, config.publicUrl))
    return signed
  }),

  bind(routes.signOut, async ask => {
    const { sessionId } = signedIn(ask)
    const ended = await ask.act({ action: 'access.signOut', scope: everywhere }, async tx => {
      await endStaffSessions(tx, { id: sessionId }, ask.at.instant)
      return ok(undefined)
    })
    ask.http.reply.header('set-cookie', sessionCookie(undefined, ask.services.config.publicUrl))
    return ended
  }),

  bind(routes.me, async (ask): Promise<Result<StaffView>> => {
    const staff = await ask.read(tx => findStaff(tx, signedIn(ask).staffId), everywhere)
    return staff ? ok(viewOf(staff, ask)) : refuse('staffMissing')
  }),
]

function viewOf({ id, account, name, roles, areas, agencyId }: StaffRow, { at }: Pick<Ask, 'at'>): StaffView {
  const { staffIdleSeconds: idleSeconds } = accessPolicy(at.today)
  return { id, account, name, roles, areas, idleSeconds, ...(agencyId === null ? {} : { agencyId }) }
}
