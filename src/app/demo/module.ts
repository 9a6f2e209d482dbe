import { routes } from '#contract/access'
import { ok } from '#kernel/refusal'
import { bind, defineModule, type Module } from '../../platform/module.ts'
import { demoAccounts } from './accounts.ts'

/** 演示: what only a demonstration has. */
export const createDemo = (): Module =>
  defineModule({
    name: 'demo',
    routes: [bind(routes.demoAccounts, async ({ at }) => ok({ items: demoAccounts(at) }))],
    refusals: {},
  })
