import { type AgencyKind, agencyKinds } from '#contract/partners'

export const tabs = ['items', 'agencies', 'watch', 'logs'] as const
export type Tab = (typeof tabs)[number]

export interface PartnerFilters {
  readonly tab?: Tab
}

/** What of the address counts: an unknown word is as good as none. */
export function readPartnerFilters(search: Record<string, unknown>): PartnerFilters {
  const tab = tabs.find(one => one === search['tab'])
  return tab === undefined ? {} : { tab }
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
