import { join } from 'node:path'
import { accessPolicyOf, createAccess, readMessageQueue, resendMessages } from '#modules/access'
import { casePolicyOf, createCases, sanctionPolicyOf } from '#modules/cases'
import { createCredit, creditPolicyOf } from '#modules/credit'
import { createDelivery, deliveryPolicyOf, readPostQueue } from '#modules/delivery'
import { createExchange, type GatewayName, type Notebook } from '#modules/exchange'
import { createInspection, inspectionPolicyOf } from '#modules/inspection'
import { createIntelligence, intelligencePolicyOf } from '#modules/intelligence'
import { createLicensing, licensingPolicySubject, verifyToken } from '#modules/licensing'
import { createMetrics } from '#modules/metrics'
import { createMonitoring, monitoringPolicyOf, orderDaysOf } from '#modules/monitoring'
import { createOutreach, createStudio, outreachPolicyOf } from '#modules/outreach'
import { cooperationPolicyOf, createPartners, partnersPolicyOf } from '#modules/partners'
import { createPolicies } from '#modules/policies'
import { createRegistry, findHolderOfPhone, findPhoneOfPerson, listByOperator } from '#modules/registry'
import { httpBusinessRegister } from '../gateways/business-register/adapter.ts'
import { httpCertificateLibrary, httpCertificatePublisher } from '../gateways/certificate-library/adapter.ts'
import { httpKioskPlatform } from '../gateways/kiosk-platform/adapter.ts'
import { httpNationalPortal } from '../gateways/national-portal/adapter.ts'
import { httpPartnerNotice } from '../gateways/partner-system/adapter.ts'
import { httpPostCarrier } from '../gateways/post/adapter.ts'
import { httpRatingPlatform } from '../gateways/rating-platform/adapter.ts'
import { httpMessageSender } from '../gateways/sms/adapter.ts'
import { openIdIdentity } from '../gateways/unified-identity/adapter.ts'
import type { Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import type { Module } from '../platform/module.ts'
import { createDemo } from './demo/module.ts'
import { earlierIntoGraph } from './earlier-into-graph.ts'
import { allLawUses } from './law-uses.ts'
import { certificateThenRegister, watchedCarrier, watchedList, watchedSender } from './watched.ts'

interface Around {
  readonly clock: Clock
  readonly note: Notebook
}

/** Every domain of the house, each with the outside systems it asked for. */
export function houseModules(config: Config, { clock, note }: Around): readonly Module[] {
  const { certificatesUrl } = config
  const library =
    certificatesUrl === undefined
      ? undefined
      : httpCertificateLibrary(certificatesUrl, { now: () => clock.now().instant })
  const register = httpBusinessRegister(config.businessRegisterUrl)
  const messages = watchedSender(httpMessageSender(config.smsUrl), note)
  const domains: readonly Module[] = [
    createAccess({
      messages,
      phoneBook: {
        findHolder: findHolderOfPhone,
        findPhone: findPhoneOfPerson,
        findArea: async (tx, personIndex) => (await listByOperator(tx, personIndex))[0]?.areaCode,
      },
      unifiedIdentity: openIdIdentity(config.unifiedIdentity),
    }),
    createRegistry(),
    createLicensing({
      businessRegister: certificateThenRegister(library, register, note),
      businessesOfPerson: library && watchedList(library, note),
    }),
    createOutreach({ lawUses: db => allLawUses(domains, db), studio: createStudio(config.dataFolder) }),
    createDelivery({ postCarrier: watchedCarrier(httpPostCarrier(config.postUrl), note) }),
    createExchange({
      targets: {
        certificatePublisher: httpCertificatePublisher(certificatesUrl),
        nationalPortal: httpNationalPortal(config.nationalPortalUrl),
        kioskPlatform: httpKioskPlatform(config.kioskPlatformUrl),
        ratingPlatform: httpRatingPlatform(config.ratingPlatformUrl),
      },
      lists: { sms: { read: readMessageQueue, resend: resendMessages }, post: { read: readPostQueue } },
      connected: connectedGateways(config),
      simulated: connectedGateways(config).filter(name => config.simulated.includes(name)),
    }),
    createCases(),
    createCredit(),
    createInspection({
      verifyLicence: verifyToken,
      orderDays: orderDaysOf(join(config.dataFolder, 'lake')),
    }),
    createIntelligence({ reporterLine: messages, tellEarlier: earlierIntoGraph }),
    createMetrics(),
    createMonitoring(),
    createPartners({ notify: httpPartnerNotice() }),
    createPolicies({
      subjects: [
        licensingPolicySubject,
        { interpret: deliveryPolicyOf },
        { interpret: accessPolicyOf },
        { interpret: inspectionPolicyOf },
        { interpret: casePolicyOf },
        { interpret: creditPolicyOf },
        { interpret: sanctionPolicyOf },
        { interpret: monitoringPolicyOf },
        { interpret: intelligencePolicyOf },
        { interpret: cooperationPolicyOf },
        { interpret: partnersPolicyOf },
        { interpret: outreachPolicyOf },
      ],
    }),
  ]
  return config.mode === 'demo' ? [...domains, createDemo(config)] : domains
}

function connectedGateways(config: Config): GatewayName[] {
  const urls: Readonly<Record<GatewayName, string | undefined>> = {
    certificateLibrary: config.certificatesUrl,
    certificatePublisher: config.certificatesUrl,
    businessRegister: config.businessRegisterUrl,
    sms: config.smsUrl,
    post: config.postUrl,
    nationalPortal: config.nationalPortalUrl,
    kioskPlatform: config.kioskPlatformUrl,
    ratingPlatform: config.ratingPlatformUrl,
  }
  return (Object.keys(urls) as GatewayName[]).filter(name => urls[name] !== undefined)
}
