// Keeps the public site for use without network: the page itself, its files, never an answer of the API.
const STORE = 'yzt-portal-1'
const PAGE = '/v'
const isPage = path =>
  path === '/' || path === '/v' || path === '/guide/renewal' || path === '/privacy' || path === '/accessibility'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', event => {
  event.waitUntil(self.clients.claim())
})

// The page says which files it is made of; files of older versions are dropped.
self.addEventListener('message', event => {
  const files = event.data?.keep
  if (!Array.isArray(files)) return
  event.waitUntil(
    (async () => {
      const store = await caches.open(STORE)
      const wanted = new Set([PAGE, ...files.filter(file => typeof file === 'string' && file.startsWith('/assets/'))])
      for (const request of await store.keys())
        if (!wanted.has(new URL(request.url).pathname)) await store.delete(request)
      await Promise.all([...wanted].map(async file => (file !== PAGE && (await store.match(file))) || store.add(file)))
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
