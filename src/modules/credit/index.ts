import { defineModule, type Module } from '#platform/module'
import { schoolRefusals } from './refusals/school.ts'
import { schoolBindings } from './routes/school.ts'

/** 信用与专项: what becomes of a shop over the years; here the campaign around schools. */
export const createCredit = (): Module =>
  defineModule({ name: 'credit', routes: schoolBindings, refusals: schoolRefusals })

export { openCampaign, reportPlace, stepPlace } from './actions/school-campaign.ts'
export { agreeExit, noteLicenceEnd, noteTalk } from './actions/school-case.ts'
