/** What the server writes into the html when it serves the page. Missing facts read as the careful choice. */
export interface DocumentFacts {
  /** `demo` only when the server says so: a page of unknown origin is treated as production. */
  readonly mode: 'demo' | 'production'
  /** For every style element that is made at run time: the page's CSP allows no other. */
  readonly nonce: string | undefined
  /** Raster tiles `{z}/{x}/{y}`; undefined = the offline map only. */
  readonly tiles: string | undefined
}

export function readDocumentFacts(page: Document): DocumentFacts {
  const root = page.documentElement.dataset
  const meta = page.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')
  return {
    mode: root['mode'] === 'demo' ? 'demo' : 'production',
    // Browsers hide the attribute `nonce` from scripts, but not the content of a meta element.
    nonce: filled(meta?.content),
    tiles: filled(root['tiles']),
  }
}

/** A placeholder that the server forgot to fill (`__NONCE__`, `{{nonce}}`) is no value. */
const filled = (text: string | undefined): string | undefined =>
  text === undefined || text === '' || /^(?:__.*__|\{\{.*\}\})$/u.test(text) ? undefined : text
