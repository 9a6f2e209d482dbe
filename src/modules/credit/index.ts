import { defineModule, type Module } from '#platform/module'
import { jobs, schedules } from './jobs.ts'
import { creditLaw } from './law.ts'
import { schoolRefusals } from './refusals/school.ts'
import { creditRefusals } from './refusals.ts'
import { fileBindings } from './routes/files.ts'
import { gradeBindings } from './routes/grades.ts'
import { schoolBindings } from './routes/school.ts'

/** 信用与处置: what findings lead to, grades with their reasons, the archive of shops to watch, talks, model shops; the campaign around schools. */
export const createCredit = (): Module =>
  defineModule({
    name: 'credit',
    routes: [...fileBindings, ...gradeBindings, ...schoolBindings],
    refusals: { ...creditRefusals, ...schoolRefusals },
    law: creditLaw,
    jobs,
    schedules,
  })

export { compareHolders } from './actions/compare-holders.ts'
export { noteCase } from './actions/note-case.ts'
export { openCampaign, reportPlace, stepPlace } from './actions/school-campaign.ts'
export { agreeExit, noteLicenceEnd, noteTalk } from './actions/school-case.ts'
export { seedCreditStory, type ToldFile, type ToldOfficer, type ToldStep } from './actions/seed-story.ts'
export { settingOn as creditSettingOn } from './actions/setting.ts'
export { takeFinding, takeVerdict } from './actions/take-finding.ts'
export { caseAsked, followUpAsked, gradeChanged, holderTold } from './events.ts'
export { creditPolicyOf } from './rules/policy.ts'
