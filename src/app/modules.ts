import { createAccess } from '#modules/access'
import { createDelivery, type PostCarrier } from '#modules/delivery'
import { createLicensing } from '#modules/licensing'
import { createOutreach } from '#modules/outreach'
import { createRegistry } from '#modules/registry'
import { httpBusinessRegister } from '../gateways/business-register/adapter.ts'
import { httpMessageSender } from '../gateways/sms/adapter.ts'
import type { Config } from '../platform/config.ts'
import type { Module } from '../platform/module.ts'
import { createDemo } from './demo/module.ts'

/** 邮政未接通: says so until the gateway is given (src/gateways/post); parcels then wait and nothing is lost. */
const noCarrier: PostCarrier = {
  order: async () => ({ kind: 'unavailable' }),
  eventsSince: async () => ({ kind: 'unavailable' }),
}

/** Every domain of the house, each with the outside systems it asked for. */
export function houseModules(config: Config): readonly Module[] {
  const domains = [
    createAccess({ messages: httpMessageSender(config.smsUrl) }),
    createRegistry(),
    createLicensing({ businessRegister: httpBusinessRegister(config.businessRegisterUrl) }),
    createOutreach(),
    createDelivery({ postCarrier: noCarrier }),
  ]
  return config.mode === 'demo' ? [...domains, createDemo()] : domains
}
