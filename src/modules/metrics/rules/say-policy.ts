import type { Words } from './figure.ts'
import type { MetricsPolicy } from './policy.ts'

/** What a sentence may name of policy as `{name}`, as people say it. */
const named: Readonly<Record<string, (policy: MetricsPolicy) => number>> = {
  nearKm: ({ nearMetres }) => nearMetres / 1000,
  minutes: ({ circleMinutes }) => circleMinutes,
  speed: ({ circleKmPerHour }) => circleKmPerHour,
  detour: ({ detourFactor }) => detourFactor,
  hours: ({ workingHours }) => workingHours,
}

/** 口径 with the numbers it is reckoned by, so that the words cannot say another number than the query uses. */
export function sayPolicy({ zh, en }: Words, policy: MetricsPolicy): Words {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/gu, (_, name: string) => {
      const number = named[name]
      if (number === undefined) throw new Error(`no number of policy is called ${name}`)
      return String(number(policy))
    })
  return { zh: fill(zh), en: fill(en) }
}
