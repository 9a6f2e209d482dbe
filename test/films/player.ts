import type { Page } from 'playwright-core'
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

export const onTelephone = (phone: Phone): Player => ({
  page: phone.page,
  heading: text => phone.heading(text),
  perform: async act => {
    if ('signIn' in act) return phone.signInByIdentity(act.signIn)
    await (common(act, phone) ?? impossible(act))
  },
})

const impossible = (act: Act): never => {
  throw new Error(`nobody can do this here: ${JSON.stringify(act)}`)
}
