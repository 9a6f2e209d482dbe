import { housePolicy, type PolicySet } from '#platform/policy'

/** The numbers of the transport models that hold on one day: as values for SQL (`$boxGramsLow`), with the weights of the reasons. */
export interface TransportPolicy {
  readonly values: Readonly<Record<string, number | string>>
  readonly weightOf: (key: string) => number
  /** The county that watches what has no nearer place. */
  readonly county: string
  readonly version: string
}

const prefix = 'transport.'

const transportPolicyOf = (set: PolicySet): TransportPolicy => ({
  values: Object.fromEntries(
    set
      .list()
      .filter(({ key }) => key.startsWith(prefix))
      .map(({ key, value }) => [key.slice(prefix.length), typeof value === 'boolean' ? Number(value) : value]),
  ),
  weightOf: key => set.number(key),
  county: set.text('bureau.areaCode'),
  version: set.version,
})

export const transportPolicy = housePolicy(transportPolicyOf)
