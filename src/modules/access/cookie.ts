/** The cookie of a staff session (工作人员登录). */
const name = 'yzt_session'

/** The token in a Cookie header, if it has the form of one. */
export function readSessionCookie(header: string | undefined): string | undefined {
  return /(?:^|;\s*)yzt_session=([\w-]{43})(?:;|$)/u.exec(header ?? '')?.[1]
}

/** Sets the cookie for the browser's session; `undefined` takes it away. Scripts never see it, other sites never send it. */
export function sessionCookie(token: string | undefined, publicUrl: string): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : ''
  const life = token === undefined ? '; Max-Age=0' : ''
  return `${name}=${token ?? ''}; Path=/; HttpOnly; SameSite=Strict${secure}${life}`
}
