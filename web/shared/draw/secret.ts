import { commitmentOf } from '#contract/inspection'

/** SM3 in plain JavaScript, loaded only where a draw is made or verified. */
export async function loadDigest(): Promise<(text: string) => string> {
  const { sm3 } = await import('sm-crypto-v2')
  const encoder = new TextEncoder()
  return text => sm3(encoder.encode(text))
}

/** 随机数: 32 bytes of this device's own chance. It leaves the browser only when it is opened. */
const makeSecret = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(32)), byte => byte.toString(16).padStart(2, '0')).join('')

const keyOf = (drawId: string, party: string) => `yzt-draw ${drawId} ${party}`

/** The device keeps the secret between promise and opening; who loses it makes the draw void. */
function keepSecret(drawId: string, party: string, secret: string): void {
  localStorage.setItem(keyOf(drawId, party), secret)
}

export const keptSecret = (drawId: string, party: string): string | null => {
  try {
    return localStorage.getItem(keyOf(drawId, party))
  } catch {
    return null // a browser that allows no storage: the person has written it down
  }
}

/** A new secret, kept before its promise is sent: a promise whose secret is lost would void the draw. */
export async function promiseFor(drawId: string, party: string): Promise<{ secret: string; commitment: string }> {
  const digest = await loadDigest()
  const secret = keptSecret(drawId, party) ?? makeSecret()
  keepSecret(drawId, party, secret)
  return { secret, commitment: commitmentOf({ drawId, party, secret }, digest) }
}
