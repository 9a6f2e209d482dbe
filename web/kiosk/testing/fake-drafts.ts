import type { FastifyInstance } from 'fastify'
import {
  type DocumentList,
  type Draft,
  type DraftRow,
  draftRoutes,
  myDocumentRoutes,
  type SavedDraft,
  type ServiceCode,
} from '#contract/licensing'

const row: DraftRow = {
  code: 'ABCD2345',
  link: 'https://yzt.test/#draft/ABCD2345',
  service: 'suspend',
  serviceLabel: '停业',
  serviceLabelEn: 'Suspend',
  licenceNo: '440785100001',
  savedAt: '2026-11-23T02:00:00Z',
  expiresAt: '2026-12-23T02:00:00Z',
  documents: 1,
  history: [
    { channel: 'online', channelLabel: '手机或网页', channelLabelEn: 'Phone or web', at: '2026-11-23T02:00:00Z' },
  ],
}
const qrSvg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h5v5H0z"/></svg>'

/** One draft of the person at the pretended terminal. */
export function fakeDraftRoutes(app: FastifyInstance, service: () => ServiceCode): void {
  const now = (): DraftRow => ({ ...row, service: service(), licenceNo: service() === 'issue' ? null : row.licenceNo })
  app.post(draftRoutes.saveDraft.url, (): SavedDraft => ({ ...now(), qrSvg }))
  app.get(draftRoutes.myDrafts.url, () => ({ items: [now()] }))
  const words = { hint: '', hintEn: '', documents: [] }
  const lines: DocumentList['lines'] = [
    { kind: 'businessLicence', name: '营业执照', nameEn: 'Business licence', state: 'fetched', ...words },
    { kind: 'doorPlate', name: '门牌证明', nameEn: 'Door-plate certificate', state: 'missing', ...words },
    { kind: 'other', name: '其他材料', nameEn: 'Other papers', state: 'offered', ...words },
  ]
  app.post(myDocumentRoutes.list.url, (): DocumentList => ({ lines, open: true, asked: [], maxBytes: 10_000_000 }))
  app.post(draftRoutes.openDraft.url, (): Draft => ({ ...now(), answers: {}, deliver: null, phone: null }))
}
