import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readEntries, startSimulator } from '../../gateways/business-register/simulator.ts'
import { startCertificateSimulator } from '../../gateways/certificate-library/simulator.ts'
import { startKioskSimulator } from '../../gateways/kiosk-platform/simulator.ts'
import { startPortalSimulator } from '../../gateways/national-portal/simulator.ts'
import { startPostSimulator } from '../../gateways/post/simulator.ts'
import { startRatingSimulator } from '../../gateways/rating-platform/simulator.ts'
import { startSmsSimulator } from '../../gateways/sms/simulator.ts'
import type { Config } from '../../platform/config.ts'

const now = () => Date.now()
/** A parcel of the demonstration arrives after ten minutes. */
const deliverAfterMs = 600_000

/**
 * The outside systems of a demonstration: simulators behind the real adapters. A setting given by the operator wins.
 * Their addresses stand in `simulators.json` of the data folder: `POST <address>/behaviour {"mode":"down"}` takes one away.
 */
export async function startDemoOutside(config: Config): Promise<{ settings: Partial<Config>; stop(): Promise<void> }> {
  const entries = await readEntries(join(config.dataFolder, 'town', 'businesses.json'))
  const outside = {
    businessRegisterUrl: { names: ['businessRegister'], start: () => startSimulator(entries) },
    smsUrl: { names: ['sms'], start: startSmsSimulator },
    certificatesUrl: {
      names: ['certificateLibrary', 'certificatePublisher'],
      start: () => startCertificateSimulator(entries, now),
    },
    postUrl: { names: ['post'], start: () => startPostSimulator({ now, deliverAfterMs }) },
    nationalPortalUrl: { names: ['nationalPortal'], start: startPortalSimulator },
    kioskPlatformUrl: { names: ['kioskPlatform'], start: startKioskSimulator },
    ratingPlatformUrl: { names: ['ratingPlatform'], start: startRatingSimulator },
  } as const
  const urls: Partial<Record<keyof typeof outside, string>> = {}
  const simulated: string[] = []
  const stops: (() => Promise<void>)[] = []
  for (const [setting, { names, start }] of Object.entries(outside)) {
    if (config[setting as keyof typeof outside] !== undefined) continue
    const simulator = await start()
    urls[setting as keyof typeof outside] = simulator.url
    simulated.push(...names)
    stops.push(() => simulator.stop())
  }
  await writeFile(join(config.dataFolder, 'simulators.json'), JSON.stringify(urls, null, 2))
  return {
    settings: { ...urls, simulated },
    stop: async () => {
      for (const stop of stops) await stop()
    },
  }
}
