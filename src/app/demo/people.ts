import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { mobile } from '../../../town/numbers.ts'
import { personas } from '../../../town/personas.ts'
import type { SimulatedIdentity } from '../../gateways/unified-identity/simulator.ts'
import type { Config } from '../../platform/config.ts'

interface Card {
  readonly id: string
  readonly label: string
  readonly name: string
  readonly idNo: string
}

/** The cards of the device dock: the same made-up people come to the terminal and to the telephone. */
export async function readCards({ dataFolder }: Pick<Config, 'dataFolder'>): Promise<readonly Card[]> {
  const text = await readFile(join(dataFolder, 'town', 'cards.json'), 'utf8').catch(() => '[]')
  return JSON.parse(text) as Card[]
}

/** Two of them have signed up by name only: the provider has never seen the person. */
export const identitiesOf = (cards: readonly Card[]): readonly SimulatedIdentity[] =>
  cards.map(({ id, label, name, idNo }) => {
    const sequence = personas.find(persona => persona.id === id)?.sequence
    return { id, label, name, idNo, level: weak.has(id) ? 2 : 3, ...(sequence ? { phone: mobile(sequence) } : {}) }
  })

const weak = new Set(['other-county', 'card-expired'])

/** 演示号码: who may be signed in by a code, with the number of the register. */
export const demoPhones = (): { name: string; label: string; phone: string }[] =>
  personas
    .filter(({ shops }) => shops.length > 0)
    .map(({ name, label, sequence }) => ({ name, label, phone: mobile(sequence) }))
