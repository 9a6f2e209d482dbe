import type { RenewalFacts, RenewalPolicy } from './facts.ts'

/** For tests: a renewal in which every rule passes. */
export const cleanFacts: RenewalFacts = {
  applicantIsHolder: true,
  identity: { method: 'card', documentValid: true, adult: true },
  consent: { agreed: true, version: '2026-11' },
  business: { kind: 'found', live: true, sameName: true, sameOperator: true, sameAddress: true },
  licenceState: 'valid',
  window: { kind: 'open', daysLeft: 60, opensOn: '2026-09-25', lastTimelyDay: '2026-11-24', validTo: '2026-12-24' },
  suspension: 'none',
  gates: { school: 812, kindergarten: null },
  sameAddressLicences: 0,
  sameOperatorLicences: 0,
  holds: [],
  siteCheckAgeDays: 40,
  openApplicationNo: null,
}

export const testPolicy: RenewalPolicy = {
  schoolMetres: 100,
  kindergartenMetres: 50,
  siteCheckMaxAgeDays: 365,
  identityMethods: ['card', 'face', 'code', 'oidc'],
  minimumAge: 18,
  suspensionMaximumDays: 365,
  consentVersion: '2026-11',
  autoGrantEnabled: true,
}
