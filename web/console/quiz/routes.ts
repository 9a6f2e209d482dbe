import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { knownSearch } from '../app/known-search.ts'
import { rootRoute } from '../app/root-route.ts'

export const views = ['bank', 'quizzes', 'surveys'] as const
export type View = (typeof views)[number]

function readView({ view }: Record<string, unknown>): { view?: View } {
  const known = views.find(name => name === view)
  return known === undefined ? {} : { view: known }
}

const quiz = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quiz',
  validateSearch: knownSearch(readView),
  component: lazyRouteComponent(() => import('./quiz-page.tsx'), 'QuizPage'),
})

export const quizPages = [quiz] as const
