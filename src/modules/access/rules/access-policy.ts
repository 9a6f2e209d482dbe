/** The numbers of this domain (policy/access.json), in the units their names say. */
export interface AccessPolicy {
  readonly cardIdleSeconds: number
  readonly cardLifeSeconds: number
  readonly cardLongestSeconds: number
  readonly clockToleranceSeconds: number
  readonly adultAge: number
  readonly elderAge: number
  readonly enrolmentCodeMinutes: number
  readonly setupCodeHours: number
  readonly channelHours: number
  readonly staffIdleSeconds: number
  readonly staffLongestHours: number
  readonly signInTries: number
  readonly signInLockMinutes: number
  readonly dormantDays: number
  readonly signInsPerMinute: number
  readonly webIdleSeconds: number
  readonly webLongestSeconds: number
  readonly codeMinutes: number
  readonly codeTries: number
  readonly codePauseSeconds: number
  readonly codesPerDay: number
  readonly codesPerMinute: number
  readonly codePhoneDays: number
  readonly identityLevel: number
  readonly partnerWindowSeconds: number
}

/** Reads every number once, so that a missing one is noticed at the first request and not at the thousandth. */
export function accessPolicyOf(numbers: { number(key: string): number }): AccessPolicy {
  const read = (name: keyof AccessPolicy) => numbers.number(`access.${name}`)
  return {
    cardIdleSeconds: read('cardIdleSeconds'),
    cardLifeSeconds: read('cardLifeSeconds'),
    cardLongestSeconds: read('cardLongestSeconds'),
    clockToleranceSeconds: read('clockToleranceSeconds'),
    adultAge: read('adultAge'),
    elderAge: read('elderAge'),
    enrolmentCodeMinutes: read('enrolmentCodeMinutes'),
    setupCodeHours: read('setupCodeHours'),
    channelHours: read('channelHours'),
    staffIdleSeconds: read('staffIdleSeconds'),
    staffLongestHours: read('staffLongestHours'),
    signInTries: read('signInTries'),
    signInLockMinutes: read('signInLockMinutes'),
    dormantDays: read('dormantDays'),
    signInsPerMinute: read('signInsPerMinute'),
    webIdleSeconds: read('webIdleSeconds'),
    webLongestSeconds: read('webLongestSeconds'),
    codeMinutes: read('codeMinutes'),
    codeTries: read('codeTries'),
    codePauseSeconds: read('codePauseSeconds'),
    codesPerDay: read('codesPerDay'),
    codesPerMinute: read('codesPerMinute'),
    codePhoneDays: read('codePhoneDays'),
    identityLevel: read('identityLevel'),
    partnerWindowSeconds: read('partnerWindowSeconds'),
  }
}
