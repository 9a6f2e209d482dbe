import { housePolicy } from '#platform/policy'

const view = housePolicy(set => ({ version: set.text('application.consentVersion') }))

/** The version of the notice in force today, as a terminal would have read it from the sheet. */
export const consentVersionToday = (): string => view(Temporal.Now.plainDateISO('Asia/Shanghai')).version
