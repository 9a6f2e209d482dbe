import Type from 'typebox'
import { Value } from 'typebox/value'
import { routes, webRoutes } from '#contract/access'
import { ok } from '#kernel/refusal'
import type { Config } from '../../platform/config.ts'
import { bind, defineModule, type Module } from '../../platform/module.ts'
import { demoAccounts } from './accounts.ts'
import { demoPhones } from './people.ts'

const Inbox = Type.Array(Type.Object({ phone: Type.String(), text: Type.String() }))

/** 演示: what only a demonstration has. */
export const createDemo = (config: Pick<Config, 'smsUrl'>): Module =>
  defineModule({
    name: 'demo',
    routes: [
      bind(routes.demoAccounts, async ({ at }) => ok({ items: demoAccounts(at) })),
      bind(webRoutes.demoPhone, async () => ok({ people: demoPhones(), messages: await inboxOf(config.smsUrl) })),
    ],
    refusals: {},
  })

/** The last messages of the simulated provider; a real one has no inbox to show. */
async function inboxOf(smsUrl: string | undefined): Promise<{ phone: string; text: string }[]> {
  if (smsUrl === undefined) return []
  try {
    const inbox: unknown = await (await fetch(`${smsUrl}/inbox`, { signal: AbortSignal.timeout(1_000) })).json()
    return Value.Check(Inbox, inbox) ? inbox.slice(-20).reverse() : []
  } catch {
    return []
  }
}
