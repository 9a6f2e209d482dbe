import type { ComponentType } from 'react'
import { type PageName, pageOf } from './page-of.ts'

/** What each page is drawn by; the first page and the missing one are in the shell (portal.tsx). */
export const pageParts: Readonly<
  Record<Exclude<PageName, 'home' | 'notFound'>, () => Promise<{ default: ComponentType }>>
> = {
  apply: () => import('../apply/apply-page.tsx'),
  act: () => import('../agent/agent-page.tsx'),
  issue: () => import('../new-licence/new-licence-page.tsx'),
  draft: () => import('../apply/draft-page.tsx'),
  lookup: () => import('../lookup/lookup-page.tsx'),
  points: () => import('../points/points-page.tsx'),
  learn: () => import('../learn/learn-page.tsx'),
  me: () => import('../me/me-page.tsx'),
  data: () => import('../me/data-page.tsx'),
  mandates: () => import('../me/mandates/mandates-page.tsx'),
  credit: () => import('../credit/credit-page.tsx'),
  models: () => import('../credit/models-page.tsx'),
  signedIn: () => import('../session/signed-in-page.tsx'),
  verify: () => import('../verify/verify-page.tsx'),
  law: () => import('../law/law-page.tsx'),
  event: () => import('../event/event-page.tsx'),
  quiz: () => import('../quiz/quiz-page.tsx'),
  live: () => import('../live/live-page.tsx'),
  films: () => import('../films/films-page.tsx'),
  lesson: () => import('../lesson/lesson-page.tsx'),
  draws: () => import('../draws/draws-page.tsx'),
  penalties: () => import('../penalties/penalties-page.tsx'),
  openData: () => import('../open-data/open-data-page.tsx'),
  progress: () => import('../progress/progress-page.tsx'),
  guides: () => import('../pages/guides/guides-page.tsx'),
  guide: () => import('../pages/guides/guide-page.tsx'),
  privacy: () => import('../pages/privacy-page.tsx'),
  accessibility: () => import('../pages/accessibility-page.tsx'),
  report: () => import('../report/report-page.tsx'),
  reportFollow: () => import('../report/follow-page.tsx'),
}

type PartName = keyof typeof pageParts
const first: { name?: PartName; drawnBy?: ComponentType } = {}

/** What the page that the browser opened is drawn by, when it came in time; another is fetched when it is gone to. */
export const firstPart = (page: PageName): ComponentType | undefined =>
  page === first.name ? first.drawnBy : undefined

/**
 * The part of the page comes with the shell (src/platform/http/pages.ts). Waited for a moment, so that a page is drawn once and whole:
 * React keeps 正在打开 for a third of a second once it was shown. Where it is
 * late, does not come, or is too large to come with the shell, the shell is drawn and says so.
 */
export async function takeFirstPart(patience = 300): Promise<void> {
  const name = pageOf(location.pathname)
  if (name === 'home' || name === 'notFound' || document.querySelector('link[data-part]') === null) return
  const late = new Promise<undefined>(resolve => setTimeout(resolve, patience))
  const part = await Promise.race([pageParts[name]().catch(() => undefined), late])
  if (part !== undefined) Object.assign(first, { name, drawnBy: part.default })
}
