import type { ServiceCode } from '../rules/services/service.ts'

interface Title {
  readonly title: string
  /** The part of the document number that names the kind. */
  readonly mark: string
}

/** 决定文书的名称 (reference §2.8): what a grant and a refusal of each service are called. */
export const decisionTitles: Readonly<Record<ServiceCode, { readonly grant: Title; readonly denial: Title }>> = {
  issue: {
    grant: { title: '准予行政许可决定书', mark: '准许' },
    denial: { title: '不予行政许可决定书', mark: '不许' },
  },
  renewal: { grant: { title: '准予延续决定书', mark: '准延' }, denial: { title: '不予延续决定书', mark: '不延' } },
  change: { grant: { title: '准予变更决定书', mark: '准变' }, denial: { title: '不予变更决定书', mark: '不变' } },
  suspend: { grant: { title: '准予停业通知书', mark: '准停' }, denial: { title: '不予停业决定书', mark: '不停' } },
  resume: {
    grant: { title: '准予恢复营业通知书', mark: '准恢' },
    denial: { title: '不予恢复营业决定书', mark: '不恢' },
  },
  reissue: { grant: { title: '准予补办决定书', mark: '准补' }, denial: { title: '不予补办决定书', mark: '不补' } },
  close: {
    grant: { title: '准予歇业（注销）决定书', mark: '准歇' },
    denial: { title: '不予歇业决定书', mark: '不歇' },
  },
}
