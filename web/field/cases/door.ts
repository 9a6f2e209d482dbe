import {
  detailRoutes as detail,
  type Filing,
  caseFilingRoutes as filing,
  type RecordAct,
  caseFieldRoutes as routes,
} from '#contract/cases'
import { call, Problem } from '../../shared/api.ts'
import { currentLanguage } from '../../shared/language.ts'
import { chinaDay, keepDay } from '../device/day.ts'
import { defineDoor } from '../outbox/door.ts'

/** The case that a report has begun lies on the telephone at once; without network it comes with the next refresh. */
async function keepCases(): Promise<void> {
  try {
    await keepDay('cases', await call(routes.myCases))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
  }
}

/** 办案: pictures become evidence of the case first, then the record that names them by their SM3. */
export const casesDoor = defineDoor<RecordAct | Filing>({
  send: async (body, { key, matter: no }) => {
    if (body.kind === 'filing') {
      const filed = await call(filing.file, { body, idempotencyKey: key })
      await keepCases()
      return currentLanguage() === 'en' ? filed.labelEn : filed.label
    }
    const { label, labelEn } = await call(routes.recordAct, { params: { no }, body, idempotencyKey: key })
    return currentLanguage() === 'en' ? labelEn : label
  },
  attach: async ({ digest, content, capturedAt }, { key, matter: no }) => {
    const at = new Date(capturedAt)
    const body = {
      ...({ kind: 'audiovisual', media: 'image/jpeg', digest, content, takenOn: chinaDay(at) } as const),
      // The file of the case is Chinese, whatever language the telephone speaks.
      title: `现场照片 ${chinaDay(at)} ${at.toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai' })}`,
      ...{ source: '制作笔录时现场拍摄（外勤）', place: '询问、检查现场' },
    }
    await call(detail.evidence, { params: { no }, body, idempotencyKey: key, patience: 60_000 }).catch(error => {
      // It arrived once before, under another key: it is there, and that is all the record asks.
      if (!(error instanceof Problem) || error.code !== 'evidenceTwice') throw error
    })
  },
  setAside: async (act, why, { key, matter: no }) => {
    if (act.kind === 'filing') {
      await call(filing.holdFiling, { body: { filing: act, why }, idempotencyKey: key })
      return keepCases()
    }
    await call(routes.holdRecordAct, { params: { no }, body: { act, why }, idempotencyKey: key })
  },
})
