export interface Headline {
  readonly group: string
  readonly code: string
  /** A second figure that explains the first, in small under it. */
  readonly beside?: string
}

/** The figures on the board, in their order: services first, then the market. */
export const headlines: readonly Headline[] = [
  { group: 'terminals', code: 'terminalsConnected', beside: 'terminalsInUse' },
  { group: 'service', code: 'received', beside: 'atTerminal' },
  { group: 'service', code: 'applyMinutes', beside: 'applyMinutesP90' },
  { group: 'service', code: 'zeroErrand', beside: 'assisted' },
  { group: 'service', code: 'onTime', beside: 'approvalDays' },
  { group: 'reach', code: 'workingMetres', beside: 'hallBefore' },
  { group: 'reach', code: 'within3km', beside: 'within15min' },
  { group: 'delivery', code: 'servedOnTime', beside: 'served' },
  { group: 'inspection', code: 'visits', beside: 'offHoursShare' },
  { group: 'inspection', code: 'purity', beside: 'visitsOnTime' },
  { group: 'school', code: 'nearSchools' },
  { group: 'alerts', code: 'hitRate', beside: 'falseAlarmRate' },
  { group: 'clues', code: 'clueToCase', beside: 'clueOnTime' },
  { group: 'cases', code: 'casesFiled', beside: 'caseSticks' },
  { group: 'networkCases', code: 'networkCases' },
  { group: 'awareness', code: 'awareness' },
]

export const groupsOnBoard: readonly string[] = [...new Set(headlines.map(({ group }) => group))]

/** Which figures may have changed when a domain announced something; what is not named here is read with the clock. */
export const groupsOfDomain: Readonly<Record<string, readonly string[]>> = {
  licensing: ['service', 'reach'],
  delivery: ['delivery', 'service'],
  access: ['terminals', 'reach'],
  registry: ['reach', 'school'],
  inspection: ['inspection'],
  credit: ['school'],
  monitoring: ['alerts'],
  intelligence: ['clues'],
  cases: ['cases', 'networkCases'],
  outreach: ['awareness'],
}
