import { ageOn, parseCitizenId } from '#kernel/citizen-id'
import { daysBetween } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { ServiceCode } from '../services/service.ts'
import { services } from '../services/table.ts'

/** 授权委托书 as far as a decision looks at it; days are ISO texts. */
export interface MandateTerms {
  readonly services: readonly ServiceCode[]
  readonly validFrom: string
  readonly validTo: string
  readonly ended: boolean
}

export interface MandatePolicy {
  /** The longest period one may run. */
  readonly mostDays: number
  readonly minimumAge: number
  readonly stepUpMethods: readonly string[]
}

/**
 * 能不能凭这份委托办这件事. What stands in it counts, nothing more: a mandate for one service is none for another, and the day
 * after its last it is none at all.
 */
export function checkMandate(
  { services: named, validFrom, validTo, ended }: MandateTerms,
  { service, today }: { readonly service: ServiceCode; readonly today: string },
): Result<null, 'mandateEnded' | 'mandateNotYet' | 'mandateExpired' | 'mandateOtherService'> {
  if (ended) return refuse('mandateEnded')
  if (today < validFrom) return refuse('mandateNotYet', { from: validFrom })
  if (today > validTo) return refuse('mandateExpired', { to: validTo })
  const { name } = services[service]
  return named.includes(service) ? ok(null) : refuse('mandateOtherService', { service: name.zh, serviceEn: name.en })
}

interface Asked {
  /** Principal and agent are one person. */
  readonly same: boolean
  /** undefined where a card was judged already. */
  readonly agentIdNo: string | undefined
  readonly services: readonly ServiceCode[]
  readonly validFrom: string
  readonly validTo: string
}

/** A new one: two people, the agent of age, at least one service, a period that has not passed and is not for ever. */
export function checkTerms(
  { same, agentIdNo, services: named, validFrom, validTo }: Asked,
  today: Temporal.PlainDate,
  policy: Pick<MandatePolicy, 'mostDays' | 'minimumAge'>,
): Result<null> {
  if (same) return refuse('mandateToSelf')
  const young = agentIdNo === undefined ? ok(null) : ofAge(agentIdNo, today, policy.minimumAge)
  if (!young.ok) return young
  if (named.length === 0) return refuse('mandateWithoutService')
  const { mostDays } = policy
  const days = daysOf(validFrom, validTo)
  if (days < 0 || validTo < today.toString() || days >= mostDays)
    return refuse('mandatePeriodWrong', { days: mostDays })
  return ok(null)
}

/** A day that is none counts as a period that cannot be. */
function daysOf(from: string, to: string): number {
  try {
    return daysBetween(Temporal.PlainDate.from(from), Temporal.PlainDate.from(to))
  } catch {
    return -1
  }
}

function ofAge(idNo: string, today: Temporal.PlainDate, age: number): Result<null> {
  const agent = parseCitizenId(idNo)
  if (!agent.ok) return agent
  return ageOn(agent.value, today) < age ? refuse('agentUnderAge', { age }) : ok(null)
}

/**
 * 在线委托的核验: whoever gives another the power to end or change a right is checked like whoever does it (加强核验): a code to
 * a telephone gives away no more than it could do itself.
 */
export function checkGiver(
  named: readonly ServiceCode[],
  method: string,
  { stepUpMethods }: Pick<MandatePolicy, 'stepUpMethods'>,
): Result<null, 'stepUpNeeded'> {
  const strict = named.find(code => services[code].stepUp)
  if (strict === undefined || stepUpMethods.includes(method)) return ok(null)
  const { name } = services[strict]
  return refuse('stepUpNeeded', { service: name.zh, serviceEn: name.en })
}
