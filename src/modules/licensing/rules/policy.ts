import type { PolicySet } from '#platform/policy'
import type { ClockPolicy } from './application/clocks.ts'
import { barKinds, type CheckPolicy } from './checks/facts.ts'
import type { WindowPolicy } from './renewal/window.ts'
import { serviceCodes } from './services/service.ts'

/** 发证机关 as it stands on the face and in the numbers. */
export interface Bureau {
  readonly name: string
  readonly areaCode: string
  readonly supplier: string
  /** 复议机关: a text that the bureau's legal office confirms. */
  readonly reconsiderationBody: string
}

/** All numbers of licensing (本局参数) that hold on one day; `version` is pinned to what is decided under them. */
export interface LicensingPolicy {
  readonly version: string
  readonly checks: CheckPolicy
  readonly window: WindowPolicy
  readonly clocks: ClockPolicy
  readonly termYears: number
  readonly expiryAlarmDays: readonly number[]
  /** Days before the last day on which the retailer is reminded. */
  readonly reminderDays: readonly number[]
  readonly lookUpMilliseconds: number
  /** 草稿: how long one is kept, and how often a person may try a code. */
  readonly drafts: { readonly days: number; readonly triesPerMinute: number }
  /** 材料: the largest file, and how many pages of one kind. */
  readonly documents: { readonly maxBytes: number; readonly most: number }
  /** 授权委托书: the longest period. */
  readonly mandateDays: number
  /** 好差评: working days to follow up a bad one; the smallest group whose grades are shown. */
  readonly rating: { readonly followUpDays: number; readonly smallestGroup: number }
  /** How long a signed status list may be relied on without network. */
  readonly statusListHours: number
  /** 收回公告: days between the announcement and the decision. */
  readonly reclaimNoticeDays: number
  readonly bureau: Bureau
}

/** @throws PolicyError when a value is missing or of another type, before anything is decided under half a policy. */
export function licensingPolicyOf(set: PolicySet): LicensingPolicy {
  return {
    version: set.version,
    checks: checkPolicyOf(set),
    window: {
      leadDays: set.number('renewal.leadDays'),
      leadKind: set.text('renewal.leadKind') === 'working' ? 'working' : 'calendar',
      opensDaysBefore: set.number('renewal.opensDaysBefore'),
    },
    clocks: clockPolicyOf(set),
    termYears: set.number('renewal.termYears'),
    expiryAlarmDays: listOf(set.text('application.expiryAlarmDays')).map(Number),
    reminderDays: listOf(set.text('renewal.reminders')).map(Number),
    lookUpMilliseconds: set.number('renewal.lookUpMilliseconds'),
    drafts: { days: set.number('draft.days'), triesPerMinute: set.number('draft.triesPerMinute') },
    documents: { maxBytes: set.number('documents.maxBytes'), most: set.number('documents.most') },
    mandateDays: set.number('mandate.mostDays'),
    rating: { followUpDays: set.number('rating.followUpDays'), smallestGroup: set.number('rating.smallestGroup') },
    statusListHours: set.number('verification.listHours'),
    reclaimNoticeDays: set.number('proceeding.reclaimNoticeDays'),
    bureau: {
      name: set.text('bureau.name'),
      areaCode: set.text('bureau.areaCode'),
      supplier: set.text('bureau.supplier'),
      reconsiderationBody: set.text('application.reconsiderationBody'),
    },
  }
}

function checkPolicyOf(set: PolicySet): CheckPolicy {
  return {
    schoolMetres: set.number('place.schoolMetres'),
    kindergartenMetres: set.number('place.kindergartenMetres'),
    spacingMetres: set.number('place.spacingMetres'),
    siteCheckMaxAgeDays: set.number('renewal.siteCheckMaxAgeDays'),
    identityMethods: listOf(set.text('renewal.identityMethods')),
    stepUpMethods: listOf(set.text('identity.stepUpMethods')),
    minimumAge: set.number('renewal.minimumAge'),
    suspensionMinimumMonths: set.number('suspension.minimumMonths'),
    helperDailyLimit: set.number('helper.dailyLimit'),
    phoneDailyLimit: set.number('helper.phoneDailyLimit'),
    realNameMethods: listOf(set.text('identity.realNameMethods')),
    realNameLevel: set.number('identity.realNameLevel'),
    layout: layoutOf(set),
    barYears: barYearsOf(set),
    suspensionMaximumDays: set.number('suspension.maximumDays'),
    consentVersion: set.text('application.consentVersion'),
    automatic: automaticOf(set),
  }
}

function clockPolicyOf(set: PolicySet): ClockPolicy {
  return {
    correctionDays: set.number('application.correctionDays'),
    correctionAnswerDays: set.number('application.correctionAnswerDays'),
    promisedDays: set.number('application.promisedDays'),
    extensionDays: set.number('application.extensionDays'),
    statementDays: set.number('application.statementDays'),
    hearingRequestDays: set.number('application.hearingRequestDays'),
    serveDays: set.number('application.serveDays'),
    soonDays: set.number('application.soonDays'),
  }
}

/** Texts such as `A:30,B:40`: one line of the policy file for a table of the layout plan. `*` stands for every other town. */
const tableOf = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    listOf(text)
      .filter(pair => pair !== '')
      .map(pair => {
        const [key = '', value = ''] = pair.split(':').map(part => part.trim())
        return [key, value]
      }),
  )

const numbersOf = (text: string): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(tableOf(text)).map(([key, value]) => [key, Number(value)]))

const layoutOf = (set: PolicySet): NonNullable<CheckPolicy['layout']> => ({
  classes: tableOf(set.text('layout.classes')),
  spacing: numbersOf(set.text('layout.spacing')),
  quotas: numbersOf(set.text('layout.quotas')),
})

const barYearsOf = (set: PolicySet): NonNullable<CheckPolicy['barYears']> =>
  Object.fromEntries(barKinds.map(kind => [kind, set.number(`bar.${kind}Years`)])) as NonNullable<
    CheckPolicy['barYears']
  >

const automaticOf = (set: PolicySet): CheckPolicy['automatic'] =>
  Object.fromEntries(serviceCodes.map(code => [code, set.flag(`automatic.${code}`)])) as CheckPolicy['automatic']

const listOf = (text: string): string[] => text.split(',').map(part => part.trim())
