import { siteCheckRoutes as routes, type SiteCheckAct, type SiteCheckView } from '#contract/licensing'
import { call } from '../../shared/api.ts'
import { currentLanguage } from '../../shared/language.ts'
import { defineDoor } from '../outbox/door.ts'
import { compareRecords, mergeRecords } from './compare.ts'

/** The colleague's record that waits for its signature, as the server has it now. */
async function theirs(applicationNo: string): Promise<SiteCheckView | undefined> {
  const { items } = await call(routes.siteChecks, { params: { applicationNo } })
  return items.find(({ state }) => state === 'recorded')
}

/** 核查: photos first, then the act; two records of one visit are compared field by field. */
export const siteCheckDoor = defineDoor<SiteCheckAct>({
  send: async (body, { key, matter: applicationNo }) => {
    const { label, labelEn } = await call(routes.siteCheckAct, { params: { applicationNo }, body, idempotencyKey: key })
    return currentLanguage() === 'en' ? labelEn : label
  },
  attach: async ({ digest, content, capturedAt }, { key, matter: applicationNo }) => {
    const body = { digest, content, capturedAt }
    await call(routes.sendSitePhoto, { params: { applicationNo }, body, idempotencyKey: key, patience: 60_000 })
  },
  setAside: async (act, why, { key, matter: applicationNo }) => {
    await call(routes.holdSiteCheck, { params: { applicationNo }, body: { act, why }, idempotencyKey: key })
  },
  sides: async (body, code, matter) => {
    if (body.kind !== 'record' || code !== 'siteCheckRecordedAlready') return []
    const other = await theirs(matter)
    return other === undefined ? [] : compareRecords(body.record, other.record)
  },
  settle: async (body, chosen, matter) => {
    const other = await theirs(matter)
    if (body.kind !== 'record' || other === undefined) return body
    // Nothing of the own record is left: then the colleague's is the true one, and it is signed.
    if (!Object.values(chosen).includes('mine')) return { kind: 'sign', id: other.id, digest: other.digest }
    return { ...body, replaces: other.digest, record: mergeRecords(body.record, other.record, chosen) }
  },
})
