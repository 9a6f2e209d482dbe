import type { IncomingHttpHeaders } from 'node:http'

/**
 * Is the request made by a page of this very machine? A page of another site may send requests to loopback
 * (cross-site forgery), and may point its own name at 127.0.0.1 (DNS rebinding): then Host is not ours.
 */
export function isOwnPage(headers: IncomingHttpHeaders, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  if (!hosts.includes(headers.host ?? '')) return false
  const origin = headers.origin
  if (origin !== undefined && !hosts.some(host => origin === `http://${host}`)) return false
  const site = headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || site === 'none'
}

const common = "default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'self'; style-src 'self'"

const page =
  "img-src 'self' data: blob:; font-src 'self'; media-src 'self' blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; frame-ancestors 'none'"

/** No inline script or style, nothing from elsewhere. */
export const plainPolicy = `${common}; ${page}`

/** The page itself may also start WebAssembly, for the face comparison; never `eval` of a text. */
export const kioskPolicy = plainPolicy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")

/** The panel of the dock also frames the pages that the simulated printer made. */
export const dockPolicy = `${common}; img-src 'self'; connect-src 'self'; frame-src 'self'; object-src 'self'; frame-ancestors 'self'`

export const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=(), usb=(), serial=()',
} as const
