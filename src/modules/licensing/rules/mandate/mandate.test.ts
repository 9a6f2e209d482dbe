import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDigitOf } from '#kernel/citizen-id'
import { person } from '../../testing/renewal-house.ts'
import { serviceCodes } from '../services/service.ts'
import { services } from '../services/table.ts'
import { checkGiver, checkMandate, checkTerms } from './mandate.ts'

const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

describe('a mandate', () => {
  it('carries exactly the services and the days that stand in it', () => {
    const terms = fc.record({
      services: fc.subarray([...serviceCodes], { minLength: 1 }),
      validFrom: day,
      validTo: day,
      ended: fc.boolean(),
    })
    fc.assert(
      fc.property(terms, fc.constantFrom(...serviceCodes), day, (mandate, service, today) => {
        const { validFrom, validTo, ended } = mandate
        const good = !ended && validFrom <= today && today <= validTo && mandate.services.includes(service)
        expect(checkMandate(mandate, { service, today }).ok).toBe(good)
      }),
    )
  })

  const today = Temporal.PlainDate.from('2026-11-23')
  const asked = {
    ...{ same: false, agentIdNo: person(2), services: ['renewal'] },
    ...{ validFrom: '2026-11-23', validTo: '2026-12-31' },
  } as const
  const young = `44078520100101001${checkDigitOf('44078520100101001')}`
  it.each([
    ['is good', {}, undefined],
    ['is not to oneself', { same: true }, 'mandateToSelf'],
    ['is not for ever', { validTo: '2030-01-01' }, 'mandatePeriodWrong'],
    ['has not passed', { validFrom: '2026-01-01', validTo: '2026-11-22' }, 'mandatePeriodWrong'],
    ['does not end before it begins', { validFrom: '2026-12-31', validTo: '2026-12-01' }, 'mandatePeriodWrong'],
    ['is for something', { services: [] }, 'mandateWithoutService'],
    ['is to somebody of age', { agentIdNo: young }, 'agentUnderAge'],
  ] as const)('%s', (_, change, refusal) => {
    const found = checkTerms({ ...asked, ...change } as Parameters<typeof checkTerms>[0], today, {
      mostDays: 366,
      minimumAge: 18,
    })
    expect(found).toMatchObject(refusal === undefined ? { ok: true } : { refusal })
  })

  it('gives away what a code to a telephone could do itself, and nothing more', () => {
    const stepUpMethods = ['oidc', 'face', 'cardCode']
    for (const code of serviceCodes) {
      expect(checkGiver([code], 'oidc', { stepUpMethods }).ok).toBe(true)
      expect(checkGiver([code], 'code', { stepUpMethods }).ok).toBe(!services[code].stepUp)
    }
  })
})
