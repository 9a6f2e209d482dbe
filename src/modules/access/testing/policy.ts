import type { AccessPolicy } from '../rules/access-policy.ts'

/** Numbers for the tests of rules; policy/access.json is tested where it is read. */
export const testPolicy: AccessPolicy = {
  cardIdleSeconds: 60,
  cardLifeSeconds: 300,
  cardLongestSeconds: 1800,
  clockToleranceSeconds: 600,
  adultAge: 18,
  elderAge: 60,
  enrolmentCodeMinutes: 15,
  setupCodeHours: 24,
  channelHours: 12,
  staffIdleSeconds: 900,
  staffLongestHours: 12,
  signInTries: 5,
  signInLockMinutes: 15,
  dormantDays: 90,
  signInsPerMinute: 60,
  webIdleSeconds: 900,
  webLongestSeconds: 7200,
  codeMinutes: 5,
  codeTries: 5,
  codePauseSeconds: 60,
  codesPerDay: 10,
  codesPerMinute: 60,
  codePhoneDays: 7,
  identityLevel: 3,
}
