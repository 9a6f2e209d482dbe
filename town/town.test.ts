import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ageOn, parseCitizenId } from '#kernel/citizen-id'
import { daysBetween } from '#kernel/dates'
import { distanceMetres } from '#kernel/position'
import type { Result } from '#kernel/refusal'
import {
  importAreas,
  importRetailers,
  importSchools,
  importServicePoints,
  parseAreasCsv,
  parseRetailersCsv,
  parseSchoolsCsv,
  parseServicePointsCsv,
  renewalFacts,
} from '#modules/registry'
import type { ParsedCsv } from '#platform/csv'
import type { Tx } from '#platform/database'
import { type Keyring, openKeyring } from '#platform/keyring'
import { createTestDatabase, type TestDatabase } from '../test/database/harness.ts'
import { townCards } from './cards.ts'
import type { County } from './county.ts'
import { licenceNoOfShop } from './persona-lines.ts'
import { personas } from './personas.ts'
import { belongsTo, townOfCode, towns } from './places.ts'
import { demoStaff } from './staff.ts'
import { writeSimulators, writeTown } from './write.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const files = ['areas.csv', 'retailers.csv', 'schools.csv', 'terminals.csv', 'cards.json', 'businesses.json']

let folder: string
let county: County
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yzt-town-'))
  county = await writeTown(join(folder, 'a'), { seed: 1, today })
  await writeSimulators(join(folder, 'a'), county)
})
afterAll(() => rm(folder, { recursive: true }))

const bytes = (name: string) => Promise.all(files.map(file => readFile(join(folder, name, file), 'utf8')))

describe('the files', () => {
  test('the same seed gives the same bytes, another seed another county with the same personas', async () => {
    await writeSimulators(join(folder, 'b'), await writeTown(join(folder, 'b'), { seed: 1, today }))
    expect(await bytes('b')).toEqual(await bytes('a'))
    const other = await writeTown(join(folder, 'c'), { seed: 2, today })
    const named = personas.flatMap(persona => persona.shops).length
    expect(other.retailers.slice(0, named)).toEqual(county.retailers.slice(0, named))
    expect(other.retailers.slice(named)).not.toEqual(county.retailers.slice(named))
  })

  test('the number of shops and terminals is as asked', async () => {
    expect([county.retailers.length, county.terminals.length]).toEqual([3000, 120])
    const small = await writeTown(join(folder, 'd'), { seed: 1, retailers: 60, terminals: 7, today })
    expect([small.retailers.length, small.terminals.length]).toEqual([60, 7])
  })

  test('every state and every distance from expiry is there, in all towns', () => {
    const left = county.retailers.map(line => daysBetween(today, Temporal.PlainDate.from(line.validTo)))
    const valid = (from: number, to: number) =>
      county.retailers.filter((line, i) => line.status === 'valid' && (left[i] ?? 0) >= from && (left[i] ?? 0) <= to)
        .length
    expect([valid(91, 2000) > 2000, valid(30, 90) > 150, valid(0, 29) > 40, valid(-9999, -1)]).toEqual([
      true,
      true,
      true,
      0,
    ])
    for (const status of ['expired', 'suspended', 'rectifying', 'cancelled'] as const) {
      expect(county.retailers.filter(line => line.status === status).length, status).toBeGreaterThan(10)
    }
    for (const town of towns) {
      expect(county.retailers.filter(line => line.areaCode === town.code).length, town.name).toBeGreaterThan(50)
    }
  })

  test('operators are 25 to 82 years old and many are old; some hold several licences or share an address', () => {
    const ages = county.retailers.map(line => {
      const id = parseCitizenId(line.operatorIdNo)
      if (!id.ok) throw new Error(id.refusal)
      return ageOn(id.value, today)
    })
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(25)
    expect(Math.max(...ages)).toBeLessThanOrEqual(83)
    expect(ages.filter(age => age >= 60).length).toBeGreaterThan(600)
    const shared = (key: 'operatorIdNo' | 'address') => {
      const groups = Map.groupBy(county.retailers, line => line[key])
      return [...groups.values()].filter(group => group.length > 1).length
    }
    expect(shared('operatorIdNo')).toBeGreaterThan(40)
    expect(shared('address')).toBeGreaterThan(10)
  })

  test('each place lies in the cell of its town, and every telephone begins with a prefix nobody has', () => {
    const strays = county.retailers.filter(line => !belongsTo(line.place, townOfCode(line.areaCode)))
    expect(strays.length / county.retailers.length).toBeLessThan(0.03)
    expect(county.retailers.every(line => line.phone.startsWith('164'))).toBe(true)
  })
})

describe('the personas', () => {
  test('each has a card whose number fits birth and sex, in the form of the drawer', () => {
    const cards = townCards(today)
    expect(cards).toHaveLength(personas.length)
    expect(new Set(cards.map(card => card.id)).size).toBe(cards.length)
    for (const card of cards) {
      expect(parseCitizenId(card.idNo).ok, card.id).toBe(true)
      expect(card.idNo.slice(6, 14), card.id).toBe(card.birth)
      expect(Number(card.idNo.charAt(16)) % 2, card.id).toBe(card.sex === '1' ? 1 : 0)
      expect([card.name.length <= 15, card.address.length <= 35], card.id).toEqual([true, true])
      expect(Object.keys(card)).toEqual(
        'id label name sex ethnicGroup birth address idNo issuer validFrom validTo'.split(' '),
      )
    }
  })

  test('they keep their distance from expiry on any day', async () => {
    const later = await writeTown(join(folder, 'e'), { seed: 1, retailers: 30, today: today.add({ days: 500 }) })
    const first = later.retailers[0]
    expect(first?.shopName).toBe('南塘桂芳食杂店')
    expect(daysBetween(later.today, Temporal.PlainDate.from(first?.validTo ?? ''))).toBe(62)
  })

  test('demo staff have accounts, passwords and second factors in the form access asks for', () => {
    expect(new Set(demoStaff.map(staff => staff.account)).size).toBe(demoStaff.length)
    expect(new Set(demoStaff.map(staff => staff.totpSecret)).size).toBe(demoStaff.length)
    for (const staff of demoStaff) {
      expect(staff.account).toMatch(/^[a-z][a-z0-9._-]{1,39}$/u)
      expect(staff.password.length).toBeGreaterThanOrEqual(12)
      expect(staff.totpSecret).toMatch(/^[A-Z2-7]{32}$/u)
    }
  })
})

describe('the ordinary import', () => {
  let home: TestDatabase
  let keyring: Keyring
  beforeAll(async () => {
    keyring = await openKeyring(join(folder, 'keys'), { create: true })
    home = await createTestDatabase()
  })
  afterAll(() => home.drop())

  const good = <T>(result: Result<ParsedCsv<T>>): ParsedCsv<T> => {
    if (!result.ok) throw new Error(result.refusal)
    return result.value
  }
  const path = (file: string) => join(folder, 'a', file)
  const everything = async (tx: Tx) => [
    await importAreas(tx, good(await parseAreasCsv(path('areas.csv')))),
    await importSchools(tx, good(await parseSchoolsCsv(path('schools.csv')))),
    await importServicePoints(tx, good(await parseServicePointsCsv(path('terminals.csv')))),
    await importRetailers(tx, good(await parseRetailersCsv(path('retailers.csv'))), keyring),
  ]

  test('takes every row, takes nothing twice, and tells the personas as their labels say', async () => {
    const counts = [12, county.gates.length, 120, 3000]
    const first = await home.database.within({ areas: 'all' }, everything)
    expect(first.map(report => [report.inserted, report.rejects])).toEqual(counts.map(count => [count, []]))
    const again = await home.database.within({ areas: 'all' }, everything)
    expect(again.map(report => [report.unchanged, report.inserted, report.updated])).toEqual(counts.map(n => [n, 0, 0]))
    await home.database.within({ areas: 'all' }, tx => checkPersonas(tx))
  })

  async function checkPersonas(tx: Tx): Promise<void> {
    for (const persona of personas) {
      for (const shop of persona.shops) {
        const facts = await renewalFacts(tx, licenceNoOfShop(shop))
        const door = facts?.retailer.position
        const lines = (facts?.gates ?? []).map(gate => ({
          kind: gate.kind,
          metres: door ? distanceMetres(door, gate) : Number.POSITIVE_INFINITY,
        }))
        const school = Math.min(...lines.filter(line => line.kind !== 'kindergarten').map(line => line.metres))
        const kindergarten = Math.min(...lines.filter(line => line.kind === 'kindergarten').map(line => line.metres))
        // A line proves a hundred metres only with both ends' error of ten taken off.
        expect(school < 120, `${persona.id} school`).toBe(persona.id === 'near-school')
        expect(kindergarten < 100, `${persona.id} kindergarten`).toBe(false)
        expect(facts?.othersAtAddress.length, `${persona.id} address`).toBe(
          persona.id.startsWith('shared-address') ? 1 : 0,
        )
        expect(facts?.othersOfOperator.length, `${persona.id} licences`).toBe(persona.id === 'several' ? 1 : 0)
      }
    }
  }
})
