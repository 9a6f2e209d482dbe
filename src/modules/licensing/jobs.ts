import Type from 'typebox'
import { defineJob, type JobContext, type JobDefinition, type Schedule } from '#platform/jobs'
import { drawDue } from './actions/draw-due.ts'
import { keepFile, keepLicence } from './actions/keep-clocks.ts'
import { remindJob } from './actions/remind-job.ts'
import { licensingFiles, sweepLicensingFiles } from './actions/sealed-file.ts'
import { settingOf } from './actions/settings.ts'
import { statusListJob } from './actions/status-list-job.ts'
import { issuePaperJob } from './papers/issue-paper-job.ts'
import { listLapsedLicences, listOpenNumbers } from './queries/files.ts'
import { dropOldParts, expireDocuments } from './store/documents.ts'
import { expireDrafts } from './store/drafts.ts'

const everything = { areas: 'all' } as const

/** Every open file and every licence past its day, each in its own transaction, so that one stuck file stops no other. */
async function keepClocks({ services }: JobContext): Promise<void> {
  const { database, clock, log } = services
  const at = clock.now()
  const setting = settingOf(services, at.today)
  const files = await database.within(everything, listOpenNumbers)
  for (const no of files) {
    await database
      .within(everything, tx => keepFile(tx, no, at, setting))
      .catch(error => log.error({ err: error, applicationNo: no }, 'the clock of a file could not be kept'))
  }
  const licences = await database.within(everything, tx => listLapsedLicences(tx, at.today.toString()))
  for (const no of licences) await database.within(everything, tx => keepLicence(tx, no, at))
}

const keepClocksJob = defineJob({
  name: 'licensing.keepClocks',
  schema: Type.Object({}),
  handle: (_, context) => keepClocks(context),
})

/** 过期的草稿: their words are wiped and the papers given for them end; so do the parts of a file that never came whole. */
const expireDraftsJob = defineJob({
  name: 'licensing.expireDrafts',
  schema: Type.Object({}),
  handle: async (_, { services }) => {
    const { instant, today } = services.clock.now()
    const hours = settingOf(services, today).policy.drafts.days * 24
    await services.database.within(everything, async tx => {
      await expireDrafts(tx, instant.toString())
      await expireDocuments(tx, instant.toString(), instant.subtract({ hours }).toString())
      await dropOldParts(tx, instant.subtract({ hours: 24 }).toString())
    })
  },
})

/** 抽查: yesterday's automatic grants, and last month's closed files. */
const drawJob = defineJob({
  name: 'licensing.drawSpotChecks',
  schema: Type.Object({}),
  handle: async (_, { services: { database, clock } }) => {
    const at = clock.now()
    await database.within(everything, tx => drawDue(tx, at))
  },
})

const sweepFilesJob = defineJob({
  name: 'licensing.sweepFiles',
  schema: Type.Object({}),
  handle: async (_, { services: { database, clock, config } }) => {
    await sweepLicensingFiles(database, await licensingFiles(config), clock.now().instant)
  },
})

export const jobs: readonly JobDefinition[] = [
  issuePaperJob,
  keepClocksJob,
  remindJob,
  expireDraftsJob,
  statusListJob,
  drawJob,
  sweepFilesJob,
]

/** Hourly, so that a server that was down at midnight keeps the law an hour after it is up. */
export const schedules: readonly Schedule[] = [
  { job: keepClocksJob.name, match: '5 * * * *' },
  // At ten in the morning: nobody is woken by a message of the bureau.
  { job: remindJob.name, match: '0 10 * * *' },
  { job: expireDraftsJob.name, match: '35 * * * *' },
  // Before the shops open, after the clocks of the night were kept.
  { job: statusListJob.name, match: '20 0 * * *' },
  // Every morning; the month’s sample is drawn on the first working day, or on the first morning after it.
  { job: drawJob.name, match: '0 6 * * *' },
  { job: sweepFilesJob.name, match: '40 3 * * *' },
]
