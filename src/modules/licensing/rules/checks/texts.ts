import { applicantTexts } from './texts/applicant.ts'
import { licenceTexts } from './texts/licence.ts'
import { placeTexts } from './texts/place.ts'
import { recordTexts } from './texts/record.ts'
import { requestTexts } from './texts/request.ts'

export type { FindingText } from './texts/words.ts'

/** 核对结果的话: plain words for every verdict of every rule; `{name}` is filled from the facts. */
export const findingTexts = { ...applicantTexts, ...licenceTexts, ...placeTexts, ...recordTexts, ...requestTexts }
