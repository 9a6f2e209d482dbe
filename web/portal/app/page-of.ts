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

const shape = {
  // One page for every service; which one stands in the address.
  apply: /^\/apply\/(?!issue\/*$)[a-z]+\/*$/u,
  act: /^\/act\/([0-9a-f-]{36})\/([a-z]+)\/*$/u,
  draw: /^\/draws\/(SJ-\d{4}-\d{4})\/*$/u,
  law: /^\/law\/([A-Z0-9]{1,10}(?:-\d{8})?)(\/changes)?\/*$/u,
  lawUse: /^\/law\/use\/([A-Za-z0-9.]{1,120})\/*$/u,
  quiz: /^\/quiz\/([0-9a-f-]{36})\/*$/u,
  survey: /^\/quiz\/(ZX-\d{4}-\d{3})\/(\d{12})\/*$/u,
  event: /^\/e\/([2-9A-HJ-NP-Z]{8})\/*$/u,
  live: /^\/live\/([0-9a-f-]{36})\/*$/u,
  film: /^\/films\/([0-9a-f-]{36})\/*$/u,
} as const

/** Every service, in the order of how often it is asked for; each has its guide (pages/guides). */
export const guided = ['renewal', 'change', 'suspend', 'resume', 'reissue', 'close', 'issue'] as const
export type Guided = (typeof guided)[number]

/** A slash too many at the end is forgiven. */
const only = (path: string): RegExp => new RegExp(`^${path.replace(/\/$/u, '')}/*$`, 'u')

/** Pages with more addresses than one; the others have their path. */
const shapes: { readonly [name in PageName]?: readonly RegExp[] } = {
  apply: [shape.apply],
  act: [shape.act],
  draws: [shape.draw],
  law: [shape.law, shape.lawUse],
  quiz: [shape.quiz, shape.survey],
  event: [shape.event],
  live: [shape.live],
  films: [shape.film],
  guide: [only(`/guide/(${guided.join('|')})`)],
}

/** 地址和页面: what each page's addresses look like; also read by the build, which tells the server what files an address needs. */
export const pagePatterns: ReadonlyMap<PageName, readonly RegExp[]> = new Map(
  [...new Set([...Object.keys(paths), ...Object.keys(shapes)] as PageName[])].map(name => [
    name,
    [...(name in paths ? [only(paths[name as keyof typeof paths])] : []), ...(shapes[name] ?? [])],
  ]),
)

/** Which page an address opens. */
export function pageOf(pathname: string): PageName {
  for (const [name, patterns] of pagePatterns) if (patterns.some(pattern => pattern.test(pathname))) return name
  return 'notFound'
}

/** 受托办理: by which mandate, and which service, an address acts. */
export function actOf(pathname: string): { readonly mandateId: string; readonly service: string } | undefined {
  const [, mandateId, service] = shape.act.exec(pathname) ?? []
  return mandateId === undefined || service === undefined ? undefined : { mandateId, service }
}
export const actPath = (mandateId: string, service: string): string => `/act/${mandateId}/${service}`

/** Which public draw an address opens, if one. */
export const drawOf = (pathname: string): string | undefined => shape.draw.exec(pathname)?.[1]

/** Which statute an address opens, if one: its text, or its versions side by side. */
export function lawOf(pathname: string): { readonly key: string; readonly changes: boolean } | undefined {
  const [, key, changes] = shape.law.exec(pathname) ?? []
  return key === undefined ? undefined : { key, changes: changes !== undefined }
}

/** Which rule, document or penalty an address opens, with the articles it rests on. */
export const lawUseOf = (pathname: string): string | undefined => shape.lawUse.exec(pathname)?.[1]
export const lawUsePath = (id: string): string => `/law/use/${id}`

/** Which quiz, or which survey of one's own shop, an address opens. */
export function quizOf(
  pathname: string,
):
  | { readonly kind: 'quiz'; readonly id: string }
  | { readonly kind: 'survey'; readonly id: string; readonly licenceNo: string }
  | undefined {
  const [, quiz] = shape.quiz.exec(pathname) ?? []
  if (quiz !== undefined) return { kind: 'quiz', id: quiz }
  const [, id, licenceNo] = shape.survey.exec(pathname) ?? []
  return id === undefined || licenceNo === undefined ? undefined : { kind: 'survey', id, licenceNo }
}
/** 签到: the event of the poster. */
export const eventOf = (pathname: string): string | undefined => shape.event.exec(pathname)?.[1]

/** Which class of 普法微课堂 an address opens, if one. */
export const liveOf = (pathname: string): string | undefined => shape.live.exec(pathname)?.[1]
export const livePath = (id: string): string => `/live/${id}`
/** Which film of 普法小剧场 an address opens, if one. */
export const filmOf = (pathname: string): string | undefined => shape.film.exec(pathname)?.[1]
export const filmPath = (id: string): string => `/films/${id}`
/** The library searched for an article by its name. */
export const lawSearchPath = (citation: string): string => `/law?q=${encodeURIComponent(citation)}`
export const quizPath = (id: string): string => `/quiz/${id}`
export const surveyPath = (id: string, licenceNo: string): string => `/quiz/${id}/${licenceNo}`

/** A statute, or one of its articles. */
export const lawPath = (key: string, article?: { readonly number: number; readonly sub: number }): string =>
  `/law/${key}${article ? `#a${article.number}${article.sub ? `.${article.sub}` : ''}` : ''}`

export const guidePath = (code: Guided): string => `/guide/${code}`
export const applyPath = (code: Guided): string => `/apply/${code}`

/** Which guide an address opens, if one. */
export const guideOf = (pathname: string): Guided | undefined =>
  guided.find(code => pathname.replace(/\/+$/u, '') === guidePath(code))
