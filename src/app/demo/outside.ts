import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { mobile } from '../../../town/numbers.ts'
import { readEntries, startSimulator } from '../../gateways/business-register/simulator.ts'
import { startCertificateSimulator } from '../../gateways/certificate-library/simulator.ts'
import { startKioskSimulator } from '../../gateways/kiosk-platform/simulator.ts'
import { startPortalSimulator } from '../../gateways/national-portal/simulator.ts'
import { startPostSimulator } from '../../gateways/post/simulator.ts'
import { startRatingSimulator } from '../../gateways/rating-platform/simulator.ts'
import { startSmsSimulator } from '../../gateways/sms/simulator.ts'
import { startIdentitySimulator } from '../../gateways/unified-identity/simulator.ts'
import type { Config } from '../../platform/config.ts'
import { identitiesOf, readCards } from './people.ts'

const now = () => Date.now()
/** A parcel of the demonstration arrives after ten minutes. */
const deliverAfterMs = 600_000

/** One in ten of the made-up shops has another number by now, none of the people of the dock: some reminders reach nobody. */
const isOutOfUse = (phone: string): boolean => phone > mobile(1000) && phone.endsWith('7')

/**
 * The outside systems of a demonstration: simulators behind the real adapters. A setting given by the operator wins.
 * Their addresses stand in `simulators.json` of the data folder: `POST <address>/behaviour {"mode":"down"}` takes one away.
 */
export async function startDemoOutside(config: Config): Promise<{ settings: Partial<Config>; stop(): Promise<void> }> {
  const entries = await readEntries(join(config.dataFolder, 'town', 'businesses.json'))
  const outside = {
    businessRegisterUrl: { names: ['businessRegister'], start: () => startSimulator(entries) },
    smsUrl: { names: ['sms'], start: () => startSmsSimulator(isOutOfUse) },
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
  const identity = await startIdentity(config)
  if (identity) stops.push(() => identity.stop())
  await writeFile(join(config.dataFolder, 'simulators.json'), JSON.stringify(urls, null, 2))
  return {
    settings: { ...urls, simulated, ...(identity ? { unifiedIdentity: { ...identity, issuer: identity.url } } : {}) },
    stop: async () => {
      for (const stop of stops) await stop()
    },
  }
}

/** 统一身份认证: the people of the cards; a demonstration is opened by several names of this machine (access rules/callback). */
async function startIdentity(config: Config) {
  if (config.unifiedIdentity.issuer !== undefined) return undefined
  const origins = [`http://127.0.0.1:${config.port}`, `http://localhost:${config.port}`, config.publicUrl]
  return startIdentitySimulator({
    people: identitiesOf(await readCards(config)),
    redirectUris: [...new Set(origins)].map(origin => new URL('/signed-in', origin).href),
  })
}
