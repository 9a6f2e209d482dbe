import { type AgencyKind, agencyKinds } from '#contract/partners'

export const tabs = ['items', 'tips', 'agencies', 'watch', 'logs'] as const
export type Tab = (typeof tabs)[number]

/** What the items given are narrowed to, in the address: a figure of 响应时效 opens to them. */
interface ItemFilters {
  readonly agency?: string
  readonly town?: string
  readonly since?: string
  readonly state?: (typeof itemFigures)[number]
}
const itemFigures = ['received', 'answered', 'finished', 'overdue'] as const

export interface PartnerFilters extends ItemFilters {
  readonly tab?: Tab
}

/** What of the address counts: an unknown word is as good as none. */
export function readPartnerFilters(search: Record<string, unknown>): PartnerFilters {
  const tab = tabs.find(one => one === search['tab'])
  const text = (name: string, shape: RegExp) =>
    shape.test(String(search[name] ?? '')) ? String(search[name]) : undefined
  const agency = text('agency', /^[0-9a-f-]{36}$/)
  const town = text('town', /^\d{9}$/)
  const since = text('since', /^\d{4}-\d{2}-\d{2}$/)
  const state = itemFigures.find(one => one === search['state'])
  return {
    ...(tab === undefined ? {} : { tab }),
    ...(agency === undefined ? {} : { agency }),
    ...(town === undefined ? {} : { town }),
    ...(since === undefined ? {} : { since }),
    ...(state === undefined ? {} : { state }),
  }
}

export interface GiveFilters {
  readonly about?: string
  /** 拟移送: the draft begins with a referral; with the agency where it is known. */
  readonly refer?: 'yes' | AgencyKind
}

export function readGiveFilters(search: Record<string, unknown>): GiveFilters {
  const about = String(search['about'] ?? '')
  const asked = String(search['refer'] ?? '')
  const refer = asked === 'yes' ? asked : (Object.keys(agencyKinds) as AgencyKind[]).find(kind => kind === asked)
  return {
    ...(/^(XS|AJ)-\d{4}-\d{6}$/.test(about) ? { about } : {}),
    ...(refer === undefined ? {} : { refer }),
  }
}
