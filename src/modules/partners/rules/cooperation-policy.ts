import { PolicyError, type PolicySet } from '#platform/policy'
import { type AgencyKind, agencyKinds } from './agencies.ts'

/** A member of 六位一体: name, duty, and by which kinds of agencies it acts; `tobacco` is the bureau. */
export interface SixfoldMember {
  readonly id: string
  readonly name: string
  readonly duty: string
  readonly kinds: readonly (AgencyKind | 'tobacco')[]
  /** 待确认: whoever set it has not said that it is so. */
  readonly unconfirmed: boolean
}

/** 会商、联合行动参数 that hold on one day. */
export interface CooperationPolicy {
  readonly bureau: string
  readonly minutesMark: string
  readonly agendaLines: number
  readonly urgentNoticeMinutes: number
  readonly measuredDays: number
  readonly sixfold: readonly SixfoldMember[]
}

const places = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'] as const

/** @throws PolicyError when a value is missing, or a member does not read 成员｜职责｜单位类别. */
export function cooperationPolicyOf(set: PolicySet): CooperationPolicy {
  const unconfirmed = new Set(set.list().flatMap(entry => (entry.unconfirmed ? [entry.key] : [])))
  return {
    bureau: set.text('bureau.name'),
    minutesMark: set.text('cooperation.minutesMark'),
    agendaLines: set.number('cooperation.agendaLines'),
    urgentNoticeMinutes: set.number('cooperation.urgentNoticeMinutes'),
    measuredDays: set.number('cooperation.measuredDays'),
    sixfold: places.map(id => ({
      id,
      ...memberOf(`sixfold.${id}`, set.text(`sixfold.${id}`)),
      unconfirmed: unconfirmed.has(`sixfold.${id}`),
    })),
  }
}

function memberOf(key: string, text: string): Pick<SixfoldMember, 'name' | 'duty' | 'kinds'> {
  const [name = '', duty = '', kinds = '', ...more] = text.split('｜').map(part => part.trim())
  const named = kinds.split(',').map(kind => kind.trim())
  const known = named.filter(isKind)
  if (name === '' || duty === '' || more.length > 0 || known.length !== named.length)
    throw new PolicyError(`${key} does not read 成员｜职责｜单位类别`)
  return { name, duty, kinds: known }
}

const isKind = (kind: string): kind is AgencyKind | 'tobacco' => kind === 'tobacco' || Object.hasOwn(agencyKinds, kind)
