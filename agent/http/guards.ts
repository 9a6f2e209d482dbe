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

/** 窗口: the pages of the console, by their origins, that may ask this device for a card; none unless the keeper named them. */
export const isDeskPage = (headers: IncomingHttpHeaders, port: number, origins: readonly string[]): boolean =>
  [`127.0.0.1:${port}`, `localhost:${port}`].includes(headers.host ?? '') && origins.includes(headers.origin ?? '')

export const deskPath = '/device/desk-readings'

/** What a browser wants to hear before a page of another origin may speak to this machine. */
export const deskHeaders = (origin: string): Record<string, string> => ({
  'access-control-allow-origin': origin,
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers': 'content-type, accept-language, idempotency-key',
  'access-control-allow-private-network': 'true',
  // The answer is for that page alone.
  'cross-origin-resource-policy': 'cross-origin',
  vary: 'origin',
})

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
