import Type from 'typebox'
import { parseCreditCode } from '#kernel/credit-code'
import type { ReportTarget } from '#modules/exchange'
import type { BusinessesOfPerson, BusinessLook, BusinessRegister, OwnBusinesses } from '#modules/licensing'
import { ask } from '../ask.ts'
import { handReport } from '../hand-report.ts'

const Certificate = Type.Object({
  creditCode: Type.String({ maxLength: 18 }),
  live: Type.Boolean(),
  name: Type.String({ maxLength: 200 }),
  operatorName: Type.String({ maxLength: 100 }),
  address: Type.String({ maxLength: 300 }),
  asOf: Type.String({ format: 'date-time' }),
})
const Business = Type.Object({ found: Type.Boolean(), certificate: Type.Optional(Certificate) })
/** More than a page can offer is no answer to "which is mine". */
const OfOperator = Type.Object({ certificates: Type.Array(Certificate, { maxItems: 20 }) })

const Retail = Type.Object({
  found: Type.Boolean(),
  certificate: Type.Optional(
    Type.Object({ licenceNo: Type.String({ maxLength: 12 }), version: Type.Integer(), state: Type.String() }),
  ),
})

/** An image of the register older than this is old data: nobody may decide by it. */
const freshDays = 7

interface Options {
  readonly now: () => Temporal.Instant
  readonly milliseconds?: number
}

/**
 * 营业执照电子证照 by credit code, fetched instead of asked for (优化营商环境: no paper that can be had by sharing). Another
 * code than the one asked about, or data older than a week, is no answer. By the operator likewise: one certificate that is
 * another person's, old or of no possible code, and nothing of the list is believed.
 */
export const httpCertificateLibrary = (
  base: string | undefined,
  { now, milliseconds }: Options,
): BusinessRegister & BusinessesOfPerson => ({
  look: async (creditCode, signal): Promise<BusinessLook> => {
    const path = `/business-licences/${encodeURIComponent(creditCode)}`
    const heard = await ask(base, path, Business, { method: 'GET', signal, milliseconds })
    if ('why' in heard) return { kind: 'unavailable' }
    const { found, certificate } = heard.answer
    if (!found) return { kind: 'notFound' }
    if (certificate?.creditCode !== creditCode) return { kind: 'unavailable' }
    const { asOf, live, name, operatorName, address } = certificate
    if (!isFresh(asOf, now())) return { kind: 'unavailable' }
    return { kind: 'found', licence: { live, name, operatorName, address } }
  },
  listOf: async (person, signal): Promise<OwnBusinesses> => {
    // In the body, so that the number stands in no log of addresses.
    const asked = { method: 'POST', body: person, signal, milliseconds } as const
    const heard = await ask(base, '/business-licences/of-operator', OfOperator, asked)
    if ('why' in heard) return { kind: 'unavailable' }
    const { certificates } = heard.answer
    const believed = certificates.every(
      ({ creditCode, operatorName, asOf }) =>
        parseCreditCode(creditCode).ok && operatorName === person.name && isFresh(asOf, now()),
    )
    if (!believed) return { kind: 'unavailable' }
    const licences = certificates.filter(({ live }) => live)
    return { kind: 'found', licences: licences.map(({ asOf: _, ...licence }) => licence) }
  },
})

const isFresh = (asOf: string, now: Temporal.Instant): boolean =>
  now.since(Temporal.Instant.from(asOf)).total('hours') <= freshDays * 24

/**
 * 归集 of our own e-licence: handed over by its number and version, then looked up again. Only what the library shows to
 * others counts as published.
 */
export const httpCertificatePublisher = (base: string | undefined, milliseconds?: number): ReportTarget => ({
  hand: async ({ id, about: licenceNo, body }) => {
    const handed = await handReport(base, '/retail-licences', { id, body: { id, licenceNo, ...body }, milliseconds })
    if (handed.kind !== 'accepted') return handed
    const path = `/retail-licences/${encodeURIComponent(licenceNo)}`
    const heard = await ask(base, path, Retail, { method: 'GET', milliseconds })
    if ('why' in heard) return { kind: 'unavailable', why: heard.why }
    const { certificate } = heard.answer
    const same = certificate?.licenceNo === licenceNo && certificate.version >= Number(body['version'])
    return same ? handed : { kind: 'unavailable', why: '回查时证照库里不是这一版' }
  },
})
