import type { Words } from './figure.ts'
import type { MetricsPolicy } from './policy.ts'

/** What a sentence may name of policy as `{name}`, as people say it. */
const named: Readonly<Record<string, (policy: MetricsPolicy) => number | string>> = {
  nearKm: ({ nearMetres }) => nearMetres / 1000,
  minutes: ({ circleMinutes }) => circleMinutes,
  speed: ({ circleKmPerHour }) => circleKmPerHour,
  detour: ({ detourFactor }) => detourFactor,
  hours: ({ workingHours }) => workingHours,
  connected: ({ connectedMinutes }) => connectedMinutes,
  opens: ({ officeHours }) => partOf(officeHours, 0),
  closes: ({ officeHours }) => partOf(officeHours, 1),
}

const partOf = (span: string, at: number): string => span.split('-')[at]?.trim().replace(/^0/u, '') ?? ''

/** 名称和口径 with the numbers it is reckoned by, so that the words cannot say another number than the query uses. */
export function sayPolicy({ zh, en }: Words, policy: MetricsPolicy): Words {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/gu, (_, name: string) => {
      const value = named[name]
      if (value === undefined) throw new Error(`no value of policy is called ${name}`)
      return String(value(policy))
    })
  return { zh: fill(zh), en: fill(en) }
}
