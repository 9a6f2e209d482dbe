import { useSyncExternalStore } from 'react'
import { addressWith, currentLanguage } from '../../shared/language.ts'

export type PageName =
  | 'home'
  | 'apply'
  | 'act'
  | 'issue'
  | 'draft'
  | 'lookup'
  | 'points'
  | 'learn'
  | 'me'
  | 'data'
  | 'mandates'
  | 'credit'
  | 'models'
  | 'signedIn'
  | 'verify'
  | 'draws'
  | 'penalties'
  | 'openData'
  | 'law'
  | 'quiz'
  | 'event'
  | 'live'
  | 'films'
  | 'lesson'
  | 'progress'
  | 'guides'
  | 'guide'
  | 'privacy'
  | 'accessibility'
  | 'report'
  | 'reportFollow'
  | 'notFound'

export const paths: Readonly<Record<Exclude<PageName, 'apply' | 'act' | 'guide' | 'notFound'>, string>> = {
  home: '/',
  issue: '/apply/issue',
  draft: '/d',
  lookup: '/lookup',
  points: '/points',
  learn: '/learn',
  me: '/me',
  data: '/me/data',
  mandates: '/me/mandates',
  credit: '/me/credit',
  models: '/models',
  signedIn: '/signed-in',
  verify: '/v',
  draws: '/draws',
  penalties: '/penalties',
  openData: '/data',
  law: '/law',
  quiz: '/quiz',
  event: '/events',
  live: '/live',
  films: '/films',
  lesson: '/learn/real-or-fake',
  progress: '/p',
  guides: '/guide',
  privacy: '/privacy',
  accessibility: '/accessibility',
  report: '/report',
  reportFollow: '/report/follow',
}

/** Which page an address opens; a slash too many at the end is forgiven. */
export function pageOf(pathname: string): PageName {
  const plain = pathname.replace(/\/+$/u, '') || '/'
  // One page for every service; which one stands in the address.
  if (/^\/apply\/[a-z]+$/u.test(plain) && plain !== paths.issue) return 'apply'
  if (actOf(plain) !== undefined) return 'act'
  if (drawOf(plain) !== undefined) return 'draws'
  if (lawOf(plain) !== undefined || lawUseOf(plain) !== undefined) return 'law'
  if (quizOf(plain) !== undefined) return 'quiz'
  if (eventOf(plain) !== undefined) return 'event'
  if (liveOf(plain) !== undefined) return 'live'
  if (filmOf(plain) !== undefined) return 'films'
  const found = Object.entries(paths).find(([, path]) => path === plain)
  return (found?.[0] as PageName | undefined) ?? (guideOf(plain) === undefined ? 'notFound' : 'guide')
}

/** 受托办理: by which mandate, and which service, an address acts. */
export function actOf(pathname: string): { readonly mandateId: string; readonly service: string } | undefined {
  const [, mandateId, service] = /^\/act\/([0-9a-f-]{36})\/([a-z]+)\/*$/u.exec(pathname) ?? []
  return mandateId === undefined || service === undefined ? undefined : { mandateId, service }
}
export const actPath = (mandateId: string, service: string): string => `/act/${mandateId}/${service}`

/** Which public draw an address opens, if one. */
export const drawOf = (pathname: string): string | undefined => /^\/draws\/(SJ-\d{4}-\d{4})\/*$/u.exec(pathname)?.[1]

/** Which statute an address opens, if one: its text, or its versions side by side. */
export function lawOf(pathname: string): { readonly key: string; readonly changes: boolean } | undefined {
  const [, key, changes] = /^\/law\/([A-Z0-9]{1,10}(?:-\d{8})?)(\/changes)?\/*$/u.exec(pathname) ?? []
  return key === undefined ? undefined : { key, changes: changes !== undefined }
}

/** Which rule, document or penalty an address opens, with the articles it rests on. */
export const lawUseOf = (pathname: string): string | undefined =>
  /^\/law\/use\/([A-Za-z0-9.]{1,120})\/*$/u.exec(pathname)?.[1]
export const lawUsePath = (id: string): string => `/law/use/${id}`

/** Which quiz, or which survey of one's own shop, an address opens. */
export function quizOf(
  pathname: string,
):
  | { readonly kind: 'quiz'; readonly id: string }
  | { readonly kind: 'survey'; readonly id: string; readonly licenceNo: string }
  | undefined {
  const [, quiz] = /^\/quiz\/([0-9a-f-]{36})\/*$/u.exec(pathname) ?? []
  if (quiz !== undefined) return { kind: 'quiz', id: quiz }
  const [, id, licenceNo] = /^\/quiz\/(ZX-\d{4}-\d{3})\/(\d{12})\/*$/u.exec(pathname) ?? []
  return id === undefined || licenceNo === undefined ? undefined : { kind: 'survey', id, licenceNo }
}
/** 签到: the event of the poster. */
export const eventOf = (pathname: string): string | undefined => /^\/e\/([2-9A-HJ-NP-Z]{8})\/*$/u.exec(pathname)?.[1]

/** Which class of 普法微课堂 an address opens, if one. */
export const liveOf = (pathname: string): string | undefined => /^\/live\/([0-9a-f-]{36})\/*$/u.exec(pathname)?.[1]
export const livePath = (id: string): string => `/live/${id}`
/** Which film of 普法小剧场 an address opens, if one. */
export const filmOf = (pathname: string): string | undefined => /^\/films\/([0-9a-f-]{36})\/*$/u.exec(pathname)?.[1]
export const filmPath = (id: string): string => `/films/${id}`
/** The library searched for an article by its name. */
export const lawSearchPath = (citation: string): string => `/law?q=${encodeURIComponent(citation)}`
export const quizPath = (id: string): string => `/quiz/${id}`
export const surveyPath = (id: string, licenceNo: string): string => `/quiz/${id}/${licenceNo}`

/** A statute, or one of its articles. */
export const lawPath = (key: string, article?: { readonly number: number; readonly sub: number }): string =>
  `/law/${key}${article ? `#a${article.number}${article.sub ? `.${article.sub}` : ''}` : ''}`

/** Every service, in the order of how often it is asked for; each has its guide (pages/guides). */
export const guided = ['renewal', 'change', 'suspend', 'resume', 'reissue', 'close', 'issue'] as const
export type Guided = (typeof guided)[number]
export const guidePath = (code: Guided): string => `/guide/${code}`
export const applyPath = (code: Guided): string => `/apply/${code}`

/** Which guide an address opens, if one. */
export const guideOf = (pathname: string): Guided | undefined =>
  guided.find(code => pathname.replace(/\/+$/u, '') === guidePath(code))

const listeners = new Set<() => void>()
const changed = () => {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    addEventListener('popstate', changed)
    addEventListener('hashchange', changed)
  }
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The path and the part behind `#`; the latter may hold a scanned licence code and never leaves the browser. */
export const usePath = (): string => useSyncExternalStore(subscribe, () => location.pathname)
export const useHash = (): string => useSyncExternalStore(subscribe, () => location.hash)

/** A path in the language of the tab. */
export const hrefOf = (path: string): string => addressWith(new URL(path, location.origin), currentLanguage())

export function goTo(path: string): void {
  history.pushState(null, '', hrefOf(path))
  changed()
  scrollTo(0, 0)
}
