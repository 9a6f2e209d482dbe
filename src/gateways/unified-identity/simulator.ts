import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import Provider, { type Context } from 'oidc-provider'
import { choicePage } from './choice-page.ts'

/** A synthetic person of the provider 模拟人员. */
export interface SimulatedIdentity {
  readonly id: string
  readonly label: string
  readonly name: string
  readonly idNo: string
  /** 3 = seen in person. */
  readonly level: number
  /** Left out: the person gave the provider none. */
  readonly phone?: string
}

export interface IdentitySimulator {
  readonly url: string
  readonly clientId: string
  readonly clientSecret: string
  behave(mode: 'normal' | 'slow' | 'down' | 'lying'): void
  stop(): Promise<void>
}

export interface SimulatorOptions {
  readonly people: readonly SimulatedIdentity[]
  readonly redirectUris: readonly string[]
}

/** The simulated unified identity 模拟的统一身份认证: a real OpenID provider on loopback whose people are chosen from a list. */
export async function startIdentitySimulator(options: SimulatorOptions): Promise<IdentitySimulator> {
  let mode: Parameters<IdentitySimulator['behave']>[0] = 'normal'
  let serve: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => void response.end()
  const server = createServer((request, response) => {
    if (mode === 'down') return void request.socket.destroy()
    if (mode === 'slow') return
    if (mode === 'lying')
      return void response.setHeader('content-type', 'application/json').end('{"issuer":"https://elsewhere.example"}')
    serve(request, response)
  })
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  const url = `http://127.0.0.1:${port}`
  const client = { clientId: 'yzt-demo', clientSecret: randomBytes(24).toString('hex') }
  const provider = new Provider(url, configurationOf(options, client))
  const answer = provider.callback()
  serve = (request, response) => {
    const asked = new URL(request.url ?? '/', url)
    if (!asked.pathname.startsWith('/choose/')) return answer(request, response)
    const chosen = options.people.find(({ id }) => id === asked.searchParams.get('person'))
    if (chosen) return void finish(provider, request, response, { login: { accountId: chosen.id } })
    if (asked.searchParams.has('cancel')) return void finish(provider, request, response, { error: 'access_denied' })
    response.setHeader('content-type', 'text/html; charset=utf-8').end(choicePage(asked.pathname, options.people))
  }
  return {
    url,
    ...client,
    behave: next => {
      mode = next
    },
    stop: () =>
      new Promise(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** An interaction that is over (the page lay open too long) is a sentence, not a fall of the process. */
async function finish(provider: Provider, request: IncomingMessage, response: ServerResponse, result: object) {
  try {
    await provider.interactionFinished(request, response, result)
  } catch {
    response.statusCode = 400
    response.setHeader('content-type', 'text/plain; charset=utf-8').end('这次认证已经过期，请回到办事页面重新开始。')
  }
}

function configurationOf(
  { people, redirectUris }: SimulatorOptions,
  client: { readonly clientId: string; readonly clientSecret: string },
): object {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [...redirectUris],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'sim-1' }] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    scopes: ['openid', 'identity'],
    claims: { openid: ['sub'], identity: ['name', 'id_no', 'level', 'phone'] },
    // The claims travel in the signed ID token, so that one answer says it all.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, interaction: { uid: string }) => `/choose/${interaction.uid}` },
    findAccount: (_: unknown, id: string) => {
      const person = people.find(each => each.id === id)
      if (!person) return undefined
      const { name, idNo: id_no, level, phone } = person
      return { accountId: id, claims: async () => ({ sub: id, name, id_no, level, ...(phone ? { phone } : {}) }) }
    },
    // Going there at all is the consent; the page of the choice says what is passed on.
    loadExistingGrant: async ({ oidc }: Context) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
      grant.addOIDCScope('openid identity')
      await grant.save()
      return grant
    },
    ttl: { Session: 600, Interaction: 600, Grant: 600, AccessToken: 60, IdToken: 300, AuthorizationCode: 60 },
  }
}
