import Type from 'typebox'
import { defineJob, type JobDefinition, type Schedule } from '#platform/jobs'
import { sweepFiles } from '#platform/sealed-files'
import { encodeFilm } from './actions/films/encode-film.ts'
import { removeWithdrawn } from './actions/remove-withdrawn.ts'
import { encodeFilmName, removeWithdrawnName, sweepPicturesName } from './job-names.ts'
import { listUnnamed, pictureFiles } from './store/pictures.ts'

/** 转码 of a short film; at night 清理 of pictures that no row names and of films and recordings that were withdrawn long ago. */
export const outreachJobs: readonly JobDefinition[] = [
  defineJob({
    name: encodeFilmName,
    schema: Type.Object({ filmId: Type.String(), upload: Type.String(), pieces: Type.Integer() }),
    handle: encodeFilm,
  }),
  defineJob({
    name: sweepPicturesName,
    schema: Type.Object({}),
    handle: async (_, { services: { database, clock, config } }) => {
      await sweepFiles(database, { files: await pictureFiles(config), listUnnamed, now: clock.now().instant })
    },
  }),
  defineJob({ name: removeWithdrawnName, schema: Type.Object({}), handle: (_, context) => removeWithdrawn(context) }),
]

export const outreachSchedules: readonly Schedule[] = [
  { job: sweepPicturesName, match: '55 3 * * *' },
  { job: removeWithdrawnName, match: '5 4 * * *' },
]
