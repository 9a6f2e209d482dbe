import { join } from 'node:path'
import { readEntries, startSimulator } from '../../gateways/business-register/simulator.ts'
import { startSmsSimulator } from '../../gateways/sms/simulator.ts'
import type { Config } from '../../platform/config.ts'

/** The outside systems of a demonstration: simulators behind the real adapters. A setting given by the operator wins. */
export async function startDemoOutside(config: Config): Promise<{ settings: Partial<Config>; stop(): Promise<void> }> {
  const register =
    config.businessRegisterUrl === undefined
      ? await startSimulator(await readEntries(join(config.dataFolder, 'town', 'businesses.json')))
      : undefined
  const sms = config.smsUrl === undefined ? await startSmsSimulator() : undefined
  return {
    settings: {
      ...(register ? { businessRegisterUrl: register.url } : {}),
      ...(sms ? { smsUrl: sms.url } : {}),
    },
    stop: async () => {
      await register?.stop()
      await sms?.stop()
    },
  }
}
