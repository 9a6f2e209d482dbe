import Type from 'typebox'
import { defineJob, type JobDefinition, type Schedule } from '#platform/jobs'
import { sweepFiles } from '#platform/sealed-files'
import { encodeFilm } from './actions/films/encode-film.ts'
import { encodeFilmName, sweepPicturesName } from './job-names.ts'
import { listUnnamed, pictureFiles } from './store/pictures.ts'

/** 转码 of a short film; 清理 of pictures that no row names, at night. */
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
]

export const outreachSchedules: readonly Schedule[] = [{ job: sweepPicturesName, match: '55 3 * * *' }]
