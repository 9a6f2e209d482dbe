import { join } from 'node:path'
import { readEntries, startSimulator } from '../../gateways/business-register/simulator.ts'
import type { Config } from '../../platform/config.ts'

/** The outside systems of a demonstration: simulators behind the real adapters. A setting given by the operator wins. */
export async function startDemoOutside(config: Config): Promise<{ settings: Partial<Config>; stop(): Promise<void> }> {
  if (config.businessRegisterUrl !== undefined) return { settings: {}, stop: async () => undefined }
  const register = await startSimulator(await readEntries(join(config.dataFolder, 'town', 'businesses.json')))
  return { settings: { businessRegisterUrl: register.url }, stop: () => register.stop() }
}
