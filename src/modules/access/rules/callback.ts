interface Where {
  readonly mode: 'demo' | 'production'
  readonly publicUrl: string
}

const loopback = /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/u

/**
 * Where the unified identity sends the browser back to: the public address, registered there. A demonstration is opened by
 * several names of this machine; there it is the one the browser is at, because its cookies belong to that name.
 */
export function callbackOf(origin: string | undefined, { mode, publicUrl }: Where): string {
  const own = mode === 'demo' && origin !== undefined && loopback.test(origin) ? origin : publicUrl
  return new URL('/signed-in', own).href
}
