/**
 * Keeps the page and its scripts on the phone, so that a licence can be verified where there is no network, and every page that was
 * open once opens again. The service worker is told what was needed; the verifier is fetched in a quiet moment although the page
 * may not need it yet. Nothing else is fetched ahead: on a slow line that would be paid by whoever waits.
 */
export function keepForOffline(): void {
  if (!('serviceWorker' in navigator)) return
  const quiet = (work: () => void) => ('requestIdleCallback' in globalThis ? requestIdleCallback(work) : work())
  // On a slow line the page's own answers come first: a machine is idle while it waits for them.
  const afterThePage = (work: () => void) => setTimeout(() => quiet(work), 1_500)
  afterThePage(() => {
    void Promise.all([
      import('../verify/verify-page.tsx'),
      import('../verify/check-signature.ts').then(m => m.loadVerifier()),
    ])
      .then(() => navigator.serviceWorker.register('/service-worker.js'))
      .then(keepLoaded)
      .catch(() => undefined) // offline use is a gift, not a promise: plain http or a private window has none
  })
}

/** What has been fetched since then is kept too: another page, a reader of codes that somebody has used once. */
export async function keepLoaded(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const build = document.querySelector<HTMLScriptElement>('script[type="module"][src]')
  const registration = await navigator.serviceWorker.ready
  if (build !== null) registration.active?.postMessage({ build: new URL(build.src).pathname, keep: loadedFiles() })
}

const loadedFiles = (): string[] => {
  const own = performance
    .getEntriesByType('resource')
    .map(entry => new URL(entry.name))
    .filter(url => url.origin === location.origin && url.pathname.startsWith('/assets/'))
  return [...new Set(own.map(url => url.pathname))]
}
