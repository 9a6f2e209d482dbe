import { useSyncExternalStore } from 'react'

const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

/** What the `lang` attribute and the Accept-Language header say. */
export const languageTags: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' }

const fromAddress = (): Language =>
  typeof location !== 'undefined' && new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh'

let current: Language = fromAddress()
const listeners = new Set<() => void>()

/** The language of this tab (本页语言): Chinese unless the address says `?lang=en`. Nothing is stored on the machine. */
export const currentLanguage = (): Language => current

/** Switches the tab and keeps the choice in its address, so that a reload or a shared link speaks the same language. */
export function setLanguage(next: Language): void {
  if (next === current) return
  current = next
  if (typeof document !== 'undefined') {
    markDocument()
    history.replaceState(history.state, '', addressWith(new URL(location.href), next))
  }
  for (const listener of listeners) listener()
}

/** The same address in another language; Chinese is the bare address. */
export function addressWith(address: URL, language: Language): string {
  if (language === 'zh') address.searchParams.delete('lang')
  else address.searchParams.set('lang', language)
  return address.pathname + address.search + address.hash
}

/** Called once at the start of an app: screen readers choose their voice by `lang`. */
export function markDocument(): void {
  document.documentElement.lang = languageTags[current]
}

function onLanguage(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** React: draws again when the language changes. */
export const useLanguage = (): Language => useSyncExternalStore(onLanguage, currentLanguage, currentLanguage)
