import { defineModule, type Module } from '#platform/module'
import { outreachJobs, outreachSchedules } from './jobs.ts'
import { outreachLaw, outreachLawInRows } from './law.ts'
import type { OutreachPorts } from './ports.ts'
import { eventRefusals } from './refusals/events.ts'
import { filmRefusals } from './refusals/films.ts'
import { guardRefusals } from './refusals/guard.ts'
import { libraryRefusals } from './refusals/library.ts'
import { liveRefusals } from './refusals/live.ts'
import { pictureRefusals } from './refusals/pictures.ts'
import { quizRefusals } from './refusals/quiz.ts'
import { outreachRoutes } from './routes.ts'

/** 普法宣传: law that reaches people. `library/` is the texts, who cites them, and how a new one comes in; quizzes and
 * surveys ask what people know of them. */
export const createOutreach = (ports: OutreachPorts): Module =>
  defineModule({
    name: 'outreach',
    routes: outreachRoutes(ports),
    refusals: {
      ...libraryRefusals,
      ...guardRefusals,
      ...quizRefusals,
      ...eventRefusals,
      ...liveRefusals,
      ...filmRefusals,
      ...pictureRefusals,
    },
    law: outreachLaw,
    lawInRows: outreachLawInRows,
    jobs: outreachJobs,
    schedules: outreachSchedules,
    stop: () => ports.studio.stop(),
  })

export { planEvent, stepEvent } from './actions/events/run-event.ts'
export { finishFilm } from './actions/films/encode-film.ts'
export { planFilm, stepFilm, takeUpload } from './actions/films/run-film.ts'
export { planBroadcast, stepBroadcast } from './actions/live/run-broadcast.ts'
export { beginQuiz, handIn } from './actions/quiz/run-quiz.ts'
export { stepItem, writeItem } from './actions/quiz/write-item.ts'
export { closeSurvey, drawSurvey, takeReply } from './actions/survey/run-survey.ts'
export { draftText } from './library/actions/edit-library.ts'
export { importStatutes } from './library/actions/import-statutes.ts'
export { type ImpactLine, impactOf, placeOf, usesByArticle } from './library/rules/impact.ts'
export { type ParsedStatute, parsePasted, parseStatute } from './library/rules/parse-statute.ts'
export { indexLaws } from './library/rules/search/law-index.ts'
export { searchLaws } from './library/rules/search/search-laws.ts'
export { openLibrary, type Statute } from './library/shelf.ts'
export { endProcess, hasFfmpeg, hlsArguments, startFfmpeg } from './media/ffmpeg.ts'
export { filmFolder } from './media/film-room.ts'
export { createStudio, recordingFolder } from './media/studio.ts'
export { outreachPolicy } from './policy.ts'
export type { OutreachPorts } from './ports.ts'
export { listSchools } from './queries/events.ts'
export { listUnits as surveyUnitsOf } from './queries/survey.ts'
export { checksFor } from './rules/pictures/checks.ts'
export { outreachPolicyOf } from './rules/policy.ts'
