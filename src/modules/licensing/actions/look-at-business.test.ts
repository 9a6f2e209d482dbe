import { expect, it } from 'vitest'
import type { BusinessLook, OwnBusinesses } from '../ports.ts'
import { lookAtBusiness } from './look-at-business.ts'
import { lookAtOwn } from './proven-applicant.ts'

const question = { creditCode: '92440785MA00000000', name: '甲', operatorName: '乙', address: '丙' }
const register = (look: (signal: AbortSignal) => Promise<BusinessLook>) => ({
  look: (_: string, signal: AbortSignal) => look(signal),
})

it('compares what the register found', async () => {
  const licence = { live: true, name: '甲', operatorName: '丁', address: '丙' }
  expect(
    await lookAtBusiness(
      register(async () => ({ kind: 'found', licence })),
      question,
      50,
    ),
  ).toEqual({
    fact: { kind: 'found', live: true, sameName: true, sameOperator: false, sameAddress: true },
    now: { name: '甲', operatorName: '丁', address: '丙' },
  })
})

it('takes silence, a throw and a late answer for no answer, and tells the neighbour to stop', async () => {
  let stopped = false
  const silent = register(signal => new Promise(() => signal.addEventListener('abort', () => (stopped = true))))
  expect(await lookAtBusiness(silent, question, 20)).toEqual({ fact: { kind: 'unavailable' }, now: null })
  expect(stopped).toBe(true)
  expect(
    await lookAtBusiness(
      register(() => Promise.reject(new Error('down'))),
      question,
      50,
    ),
  ).toEqual({ fact: { kind: 'unavailable' }, now: null })
})

it('asks nobody where there is no code to ask about', async () => {
  const never = register(() => {
    throw new Error('asked')
  })
  expect(await lookAtBusiness(never, { ...question, creditCode: null }, 50)).toEqual({
    fact: { kind: 'noCode' },
    now: null,
  })
  expect(await lookAtBusiness(never, undefined, 50)).toEqual({ fact: { kind: 'noCode' }, now: null })
})

const person = { name: '乙', idNo: '440785197905169021', phone: null }
const own = { creditCode: '92440785MA00000007', name: '甲', operatorName: '乙', address: '丙' }
const library = (listOf: (signal: AbortSignal) => Promise<OwnBusinesses>) => ({
  listOf: (_: object, signal: AbortSignal) => listOf(signal),
})

it('offers the businesses of a person, and says so where nobody could be asked or nobody answered', async () => {
  const found = library(async () => ({ kind: 'found', licences: [{ ...own, live: true }] }))
  expect(await lookAtOwn(found, person, 50)).toEqual({ businesses: [own], businessesLook: 'found' })
  const away = { businesses: [], businessesLook: 'unavailable' }
  expect(await lookAtOwn(undefined, person, 50)).toEqual(away)
  expect(
    await lookAtOwn(
      library(() => Promise.reject(new Error('down'))),
      person,
      50,
    ),
  ).toEqual(away)
  expect(
    await lookAtOwn(
      library(() => new Promise(() => undefined)),
      person,
      20,
    ),
  ).toEqual(away)
  expect(await lookAtOwn(found, undefined, 50)).toEqual({ businesses: [], businessesLook: 'notAsked' })
})
