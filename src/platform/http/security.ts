import { randomBytes } from 'node:crypto'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Calls of the API a minute for one terminal or address; sign-in has a narrower limit of its own in its domain. */
const REQUESTS_PER_MINUTE = 600

/**
 * Headers for every reply. Scripts and styles come from our own files only; pages with a style library get a nonce
 * (pages.ts). 'wasm-unsafe-eval' is granted where a camera reads codes.
 */
export async function secure(
  app: FastifyInstance,
  options: { https: boolean; tilesUrl: string; deskReaderUrl: string },
): Promise<void> {
  const tiles = options.tilesUrl ? [new URL(options.tilesUrl.replaceAll(/[{}]/g, '')).origin] : []
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...tiles],
        // The console of a window asks the device agent on its own machine for a card.
        connectSrc: ["'self'", options.deskReaderUrl, ...tiles],
        // A livestream is put together piece by piece in the browser and played from there.
        mediaSrc: ["'self'", 'blob:'],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        frameSrc: ["'self'", 'blob:'],
      },
    },
    strictTransportSecurity: options.https ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: options.https ? { policy: 'same-origin' } : false,
    originAgentCluster: false,
    referrerPolicy: { policy: 'no-referrer' },
  })
  await app.register(rateLimit, {
    max: REQUESTS_PER_MINUTE,
    timeWindow: 60_000,
    keyGenerator: keyOf,
    // Files are cheap and kept by the browser; an office behind one address opens hundreds of them in a morning.
    // So are the pieces of a livestream: a village hall of forty telephones asks for twenty each second.
    allowList: request =>
      !request.url.startsWith('/api/') || /^\/api\/outreach\/(live|films)\/[^/]+\/media\//u.test(request.url),
  })
}

/** A terminal is counted by its number together with its address, so that a made-up number gains nothing it had not before. */
function keyOf(request: FastifyRequest): string {
  const terminal = request.headers['x-yzt-terminal']
  return typeof terminal === 'string' && terminal.length <= 40 ? `${request.ip} ${terminal}` : request.ip
}

export const makeNonce = (): string => randomBytes(18).toString('base64url')
