import { chanceOf } from './chance.ts'
import { factsByChance, factsOfPersona, type LicenceFacts } from './facts.ts'
import type { GateLine, RetailerLine, TerminalLine } from './lines.ts'
import { shareAccounts } from './market/accounts.ts'
import type { TownOptions } from './options.ts'
import { peopleOf } from './people.ts'
import { idNoOf, licenceNoOfShop, linesOf } from './persona-lines.ts'
import { personas } from './personas.ts'
import { towns } from './places.ts'
import { makeRetailers } from './retailers.ts'
import { makeGates } from './schools.ts'
import { settlementsOf } from './settlements.ts'
import { makeTerminals } from './terminals.ts'

/** 模拟县: everything the generator made, before it becomes files. */
export interface County {
  readonly today: Temporal.PlainDate
  readonly retailers: readonly RetailerLine[]
  readonly gates: readonly GateLine[]
  readonly terminals: readonly TerminalLine[]
  readonly facts: readonly LicenceFacts[]
}

/** The synthetic county of Enping; the personas first, always the same, then chance. */
export function makeCounty({ seed, retailers = 3000, terminals = 120, today }: TownOptions): County {
  const chance = chanceOf(seed)
  const places = chance.fork('places')
  const settlements = new Map(towns.map(town => [town.code, settlementsOf(town, places)]))
  const named = personas.flatMap(persona => linesOf(persona, today))
  const gates = makeGates(
    settlements,
    chance.fork('schools'),
    named.map(({ place }) => place),
  )
  const taken = new Set(personas.map(persona => idNoOf(persona, today)))
  const newPerson = peopleOf(chance.fork('people'), today, taken)
  const count = Math.max(0, retailers - named.length)
  const others = makeRetailers(count, { settlements, gates, newPerson, today }, chance.fork('retailers'))
  const checks = chance.fork('facts')
  const made: County = {
    today,
    retailers: [...named, ...others],
    gates,
    terminals: makeTerminals(settlements, chance.fork('terminals'), { count: terminals, today }),
    facts: [
      ...personas.flatMap(({ shops }) => shops.map(shop => factsOfPersona(licenceNoOfShop(shop), shop, today))),
      ...others.map(line => factsByChance(line, checks, today)),
    ],
  }
  return { ...made, retailers: shareAccounts(made, seed) }
}
