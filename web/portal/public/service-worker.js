// Keeps the public site for use without network: the page itself, its files, never an answer of the API.
// A store a build: its name is the entry script, whose name changes with every file behind it.
const PREFIX = 'yzt-portal'
const PAGE = '/v'
// The desks, the terminal and the API have doors of their own; files are asked for by pages, and never opened as one.
const isPage = path => !/^\/(api|console|field|kiosk|assets|films|icons)(\/|$)/.test(path)

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', event => {
  event.waitUntil(self.clients.claim())
})

// The page says which build it is and which files it has loaded; stores of older builds are dropped.
self.addEventListener('message', event => {
  const { build, keep } = event.data ?? {}
  if (typeof build !== 'string' || !Array.isArray(keep)) return
  event.waitUntil(
    (async () => {
      const name = PREFIX + build
      const store = await caches.open(name)
      const wanted = [PAGE, build, ...keep.filter(file => typeof file === 'string' && file.startsWith('/assets/'))]
      await Promise.all(wanted.map(async file => (await store.match(file)) || store.add(file)))
      for (const other of await caches.keys())
        if (other.startsWith(PREFIX) && other !== name) await caches.delete(other)
      for (const client of await self.clients.matchAll()) client.postMessage('kept')
    })(),
  )
})

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url)
  if (event.request.method !== 'GET' || url.origin !== location.origin) return
  if (url.pathname.startsWith('/assets/')) event.respondWith(fileFirst(event.request))
  else if (event.request.mode === 'navigate' && isPage(url.pathname)) event.respondWith(networkFirst(event.request))
})

// Files carry a hash of their content in their names: a kept one is never stale.
const fileFirst = async request => (await caches.match(request)) ?? fetch(request)

const networkFirst = async request => {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await caches.match(PAGE)
    if (kept) return kept
    throw error
  }
}
