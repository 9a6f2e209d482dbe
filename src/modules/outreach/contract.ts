/** 普法宣传: what can be asked of this domain, and what its screens read. */
export { editorRoutes, faultsOfOrder, LawDraftLine, parsePasted } from './contract/editor.ts'
export { EventLine, eventRoutes, ReachView, SchoolLine } from './contract/events.ts'
export { FilmAnswer, FilmDeskLine, FilmInput, FilmLine, FilmView, filmRoutes } from './contract/films.ts'
export { ArticleView, ImpactView, LawHitView, routes } from './contract/library.ts'
export {
  LiveDeskLine,
  LiveLine,
  LiveView,
  liveRoutes,
  ProgrammeInput,
} from './contract/live.ts'
export { PictureLine, pictureRoutes } from './contract/pictures.ts'
export { Asked, Chosen, ItemInput, Marked, QuizHall, QuizItem, QuizLine, quizRoutes } from './contract/quiz.ts'
export { StatuteArticle, StatuteLine, UseView } from './contract/shapes.ts'
export { SurveyUnit, SurveyView, surveyRoutes } from './contract/survey.ts'
export { askedMost } from './library/rules/asked-most.ts'
export { type EventKind, eventKinds } from './rules/events/event.ts'
export { filmMoves, pieceBytes } from './rules/films/film.ts'
export { type LessonPointName, lessonAdvice, lessonLicence, lessonPoints } from './rules/lesson/lesson.ts'
export { broadcastMoves } from './rules/live/broadcast.ts'
export { checksFor, type PictureCheckName, pictureChecks } from './rules/pictures/checks.ts'
export { audienceWords, itemMoves } from './rules/quiz/item.ts'
