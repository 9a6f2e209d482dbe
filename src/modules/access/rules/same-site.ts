type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * Whether a write that a cookie vouches for comes from our own pages (防跨站请求). Browsers send `Sec-Fetch-Site` or
 * `Origin` with every write; a caller that sends neither is no browser and carries no cookie against its will.
 * `same-site` is refused too: another host of the same domain is another house.
 */
export function isOwnPage(headers: Headers, publicUrl: string): boolean {
  const { 'sec-fetch-site': site, origin, host: asked } = headers
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (origin === undefined) return true
  if (typeof origin !== 'string' || !URL.canParse(origin)) return false
  // Behind a proxy the Host header may be the inner one; the public address is ours as well.
  const { host } = new URL(origin)
  return host === asked || host === new URL(publicUrl).host
}
