import type { RouteBinding } from '#platform/module'
import { articleRoutes } from './library/routes/articles.ts'
import { editorBindings } from './library/routes/editor.ts'
import { readingRoutes } from './library/routes/reading.ts'
import type { OutreachPorts } from './ports.ts'
import { eventBindings } from './routes/events.ts'
import { filmDeskBindings } from './routes/film-desk.ts'
import { filmBindings } from './routes/films.ts'
import { liveBindings } from './routes/live.ts'
import { liveDeskBindings } from './routes/live-desk.ts'
import { pictureBindings } from './routes/pictures.ts'
import { quizBindings } from './routes/quiz.ts'
import { surveyBindings } from './routes/surveys.ts'

export const outreachRoutes = (ports: OutreachPorts): readonly RouteBinding[] => [
  ...articleRoutes(ports),
  ...readingRoutes(ports),
  ...editorBindings(ports),
  ...quizBindings,
  ...surveyBindings,
  ...eventBindings,
  ...liveBindings(ports),
  ...liveDeskBindings(ports),
  ...filmBindings,
  ...filmDeskBindings,
  ...pictureBindings,
]
