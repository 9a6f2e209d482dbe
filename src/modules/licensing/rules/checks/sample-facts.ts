import type { CheckPolicy, ServiceFacts } from './facts.ts'

/** For tests: a renewal in which every rule passes. */
export const cleanFacts: ServiceFacts = {
  request: { service: 'renewal' },
  today: '2026-10-25',
  applicantIsHolder: true,
  identity: { method: 'card', documentValid: true, adult: true },
  consent: { agreed: true, version: '2026-11' },
  business: { kind: 'found', live: true, sameName: true, sameOperator: true, sameAddress: true },
  licenceState: 'valid',
  window: { kind: 'open', daysLeft: 60, opensOn: '2026-09-25', lastTimelyDay: '2026-11-24', validTo: '2026-12-24' },
  suspension: 'none',
  schools: { doorKnown: true, gates: [{ kind: 'school', least: 812, walk: null }] },
  nearestShop: 320,
  sameAddressLicences: 0,
  sameOperatorLicences: 0,
  holds: [],
  siteCheckAgeDays: 40,
  openApplicationNo: null,
  assistedToday: null,
  automaticStopped: false,
}

/** For tests: a new shop that nothing speaks against; a person decides all the same. */
export const newShopFacts: ServiceFacts = {
  ...cleanFacts,
  request: { service: 'issue', independent: true, funds: true, scope: ['卷烟零售'] },
  licenceState: 'none',
  place: { town: '440785103', positionFrom: 'asker', errorMetres: 15, shopsInTown: 30, earlierInTown: 0 },
  bars: [],
  siteCheckAgeDays: null,
}

export const testPolicy: CheckPolicy = {
  schoolMetres: 100,
  kindergartenMetres: 50,
  spacingMetres: 30,
  siteCheckMaxAgeDays: 365,
  identityMethods: ['card', 'face', 'code', 'oidc'],
  stepUpMethods: ['card', 'face', 'oidc'],
  minimumAge: 18,
  suspensionMinimumMonths: 1,
  suspensionMaximumDays: 365,
  helperDailyLimit: 20,
  phoneDailyLimit: 3,
  realNameMethods: ['oidc'],
  realNameLevel: 3,
  layout: { classes: { '*': 'C', '440785001': 'A' }, spacing: { A: 20, C: 30 }, quotas: { '440785107': 40 } },
  barYears: { disqualified: 3, fraud: 3, falseMaterial: 1, unlicensedTwice: 3 },
  consentVersion: '2026-11',
  automatic: { issue: true, renewal: true, change: true, suspend: true, resume: true, reissue: true, close: true },
}
