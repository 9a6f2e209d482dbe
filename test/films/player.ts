import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { personas } from '../../town/personas.ts'
import type { Act } from '../../web/films/scene.ts'
import type { Phone } from '../journeys/phone.ts'
import type { Visitor } from '../journeys/terminal.ts'

/** Who plays a film: at the village terminal or on the own telephone. */
export interface Player {
  readonly page: Page
  heading(text: RegExp): Promise<void>
  perform(act: Act): Promise<void>
}

/** The button of a scene; the last one, because what leads on stands at the end. */
export const buttonOf = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(name) }).last()

type Everywhere = Pick<Visitor, 'page' | 'press' | 'sign'>

/** What is done alike at both; undefined where the act belongs to one of them. */
function common(act: Act, { page, press, sign }: Everywhere): Promise<void> | undefined {
  if ('press' in act) return buttonOf(page, act.press).click()
  if ('sign' in act) return sign()
  return 'keys' in act ? pressAll(act.keys, press) : undefined
}

async function pressAll(keys: string, press: Everywhere['press']): Promise<void> {
  for (const digit of keys) await press(new RegExp(`^${digit}$`))
}

export const atTerminal = (visitor: Visitor): Player => ({
  page: visitor.page,
  heading: text => visitor.heading(text),
  perform: async act => {
    if ('lay' in act) return visitor.lay(act.lay)
    if ('code' in act) return visitor.typeCode()
    await (common(act, visitor) ?? impossible(act))
  },
})

/** `town` is where the invented county lies: codes and numbers are read there as from the paper in the hand. */
export const onTelephone = (phone: Phone, town: string): Player => ({
  page: phone.page,
  heading: text => phone.heading(text),
  perform: async act => {
    if ('signIn' in act) return phone.signInByIdentity(act.signIn)
    if ('write' in act) return phone.page.getByRole('textbox').fill(numberOf(act.write, town))
    await (common(act, phone) ?? impossible(act))
  },
})

const impossible = (act: Act): never => {
  throw new Error(`nobody can do this here: ${JSON.stringify(act)}`)
}

const json = (town: string, file: string): unknown => JSON.parse(readFileSync(join(town, file), 'utf8'))

/** Of the newcomer of the county, who has a business and no licence. */
function numberOf(what: 'creditCode' | 'idNo', town: string): string {
  const newcomer = personas.find(({ id }) => id === 'newcomer')
  if (what === 'idNo') {
    const cards = json(town, 'cards.json') as { id: string; idNo: string }[]
    return cards.find(({ id }) => id === newcomer?.id)?.idNo ?? ''
  }
  const businesses = Object.entries(json(town, 'businesses.json') as Record<string, { name: string }>)
  return businesses.find(([, { name }]) => name === newcomer?.business?.name)?.[0] ?? ''
}
