/** The cookie of a staff session (工作人员登录). */
const name = 'yzt_session'

/** The token in a Cookie header, if it has the form of one. */
export function readSessionCookie(header: string | undefined): string | undefined {
  return /(?:^|;\s*)yzt_session=([\w-]{43})(?:;|$)/u.exec(header ?? '')?.[1]
}

/** The token of a citizen's browser (手机和网页办理); a cookie of its own, so that one person may be both. */
export function readCitizenCookie(header: string | undefined): string | undefined {
  return /(?:^|;\s*)yzt_citizen=([\w-]{43})(?:;|$)/u.exec(header ?? '')?.[1]
}

/** What a browser keeps for us while it is away at the unified identity; sealed, ten minutes. */
export function readJourneyCookie(header: string | undefined): string | undefined {
  return /(?:^|;\s*)yzt_journey=(v1\.[\w-]+)(?:;|$)/u.exec(header ?? '')?.[1]
}

export const citizenCookie = (token: string | undefined, publicUrl: string): string =>
  cookieOf('yzt_citizen', token, { publicUrl })
export const journeyCookie = (sealed: string | undefined, publicUrl: string): string =>
  cookieOf('yzt_journey', sealed, { publicUrl, seconds: 600 })

/** Sets the cookie for the browser's session; `undefined` takes it away. Scripts never see it, other sites never send it. */
export const sessionCookie = (token: string | undefined, publicUrl: string): string =>
  cookieOf(name, token, { publicUrl })

function cookieOf(
  cookie: string,
  value: string | undefined,
  { publicUrl, seconds }: { readonly publicUrl: string; readonly seconds?: number },
): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : ''
  const life = value === undefined ? '; Max-Age=0' : seconds === undefined ? '' : `; Max-Age=${seconds}`
  return `${cookie}=${value ?? ''}; Path=/; HttpOnly; SameSite=Strict${secure}${life}`
}
