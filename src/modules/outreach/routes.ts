import type { RouteBinding } from '#platform/module'
import { articleRoutes } from './routes/articles.ts'
import { libraryRoutes } from './routes/library.ts'
import { quizBindings } from './routes/quiz.ts'
import { surveyBindings } from './routes/surveys.ts'

export const outreachRoutes: readonly RouteBinding[] = [
  ...articleRoutes,
  ...libraryRoutes,
  ...quizBindings,
  ...surveyBindings,
]
