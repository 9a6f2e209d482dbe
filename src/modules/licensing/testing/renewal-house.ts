import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { sql } from 'kysely'
import type { StaffRole } from '#kernel/actor'
import { checkDigitOf } from '#kernel/citizen-id'
import { type Moment, momentOf } from '#kernel/dates'
import { calendarOf, type HolidayCalendar } from '#kernel/working-days'
import {
  importAreas,
  importRetailers,
  importSchools,
  parseAreasCsv,
  parseRetailersCsv,
  parseSchoolsCsv,
} from '#modules/registry'
import { act, type Caller } from '#platform/act'
import { csvLines } from '#platform/csv'
import type { Tx } from '#platform/database'
import { type Keyring, openKeyring } from '#platform/keyring'
import { createTestDatabase, type TestDatabase } from '../../../../test/database/harness.ts'
import { applicantOf, type Citizen, type SubmitRequest } from '../actions/filing.ts'
import { importLicences } from '../actions/import-licences.ts'
import type { Setting } from '../actions/setting.ts'
import { submitApplication } from '../actions/submit-application.ts'
import type { Officer } from '../actions/take-step.ts'
import type { SubmitApplication } from '../contract.ts'
import { licensingPolicy } from '../policy.ts'
import type { BusinessFact } from '../rules/checks/facts.ts'
import { saveSiteChecks } from '../store.ts'

export const everything = { areas: 'all' } as const
export const sameBusiness: BusinessFact = {
  kind: 'found',
  live: true,
  sameName: true,
  sameOperator: true,
  sameAddress: true,
}

export const moment = (day: string): Moment => momentOf(Temporal.Instant.from(`${day}T02:00:00Z`))
export const today = moment('2026-11-23')

/** Every person of this county has a number of one's own, made from a small integer. */
export function person(n: number): string {
  const first = `44078519700101${String(n).padStart(3, '0')}`
  return first + checkDigitOf(first)
}

export interface Shop {
  readonly no: string
  readonly person: number
  readonly validTo?: string
  readonly status?: string
  readonly address?: string
}

const areas = [
  ['code', 'name', 'kind', 'parent_code'],
  ['440785', '恩平市', 'county', ''],
  ['440785103', '沙湖镇', 'town', '440785'],
]
const schools = [
  ['school_id', 'name', 'kind', 'gate_name', 'gate_lng', 'gate_lat', 'area_code'],
  ['S1', '南塘小学', 'primary', '正门', 112.45, 22.345, '440785103'],
]
const head =
  'licence_no,shop_name,operator_name,operator_id_no,uscc,phone,address,area_code,lng,lat,business_format,market_type,subject_kind,licensed_on,valid_from,valid_to,status'

function shopLine({ no, person: n, validTo = '2027-01-15', status = 'valid', address }: Shop): (string | number)[] {
  const place = address ?? `沙湖镇南塘村${no.slice(-5)}号`
  const identity = [no, `模拟商店${no.slice(-5)}`, '梁模拟', person(n), '', '13800138000', place, '440785103']
  return [...identity, 112.44, 22.345, '食杂店', 'rural', 'individual', '2020-01-01', '2022-01-16', validTo, status]
}

/** A county with shops, one school a kilometre away, and everything an action of licensing needs. */
export interface RenewalHouse {
  readonly test: TestDatabase
  readonly keyring: Keyring
  readonly keysFolder: string
  readonly setting: Setting
  settingWith(change: Partial<Setting>): Setting
  addShops(shops: readonly Shop[], options?: { siteCheckedOn?: string | null }): Promise<void>
  citizen(n: number, sessionId?: string): Citizen
  request(no: string, by: Citizen, change?: Partial<SubmitRequest>): SubmitRequest
  /** As the route does it: scope, idempotency, audit and action in one transaction. */
  submit(
    no: string,
    by: Citizen,
    change?: Partial<SubmitRequest> & { key?: string; setting?: Setting },
  ): ReturnType<typeof submitApplication>
  all<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export const signature: SubmitApplication['signature'] = {
  kind: 'handwritten',
  width: 600,
  height: 300,
  strokes: [[10, 10, 200, 90, 60, 200]],
}

export const submitBody = (licenceNo: string, change: Partial<SubmitApplication> = {}): SubmitApplication => ({
  service: 'renewal',
  licenceNo,
  answers: {},
  deliver: { mode: 'electronic', address: null },
  phone: null,
  consent: { version: licensingPolicy(today.today).checks.consentVersion, agreed: true },
  signature,
  startedAt: '2026-11-23T01:58:00Z',
  ...change,
})

export const officer = (staffId: string, ...roles: StaffRole[]): Officer => ({
  kind: 'staff',
  staffId,
  sessionId: `x-${staffId}`,
  roles,
  areas: ['440785'],
})

/** Weekends only, 2026 and 2027: the real holidays have tests of their own. */
export const plainCalendar: HolidayCalendar = calendarOf([], [], [2025, 2026, 2027])

export async function openRenewalHouse(
  options: { connections?: number; test?: TestDatabase } = {},
): Promise<RenewalHouse> {
  const test = options.test ?? (await createTestDatabase(options))
  const folder = mkdtempSync(join(tmpdir(), 'yzt-renewal-'))
  const keysFolder = join(folder, 'keys')
  const keyring = await openKeyring(keysFolder, { create: true })
  const setting: Setting = { policy: licensingPolicy(today.today), calendar: plainCalendar, keyring }
  const all = <T>(work: (tx: Tx) => Promise<T>) => test.database.within(everything, work)
  await all(takeCounty)
  const citizen = (n: number, sessionId = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`): Citizen => ({
    kind: 'citizen',
    sessionId,
    personIndex: keyring.blindIndex('person', person(n)),
    terminalId: 't1',
    method: 'card',
  })
  const request = (no: string, by: Citizen, change: Partial<SubmitRequest> = {}): SubmitRequest => ({
    body: submitBody(no),
    by: applicantOf(by),
    at: today,
    capturedAt: today,
    business: sameBusiness,
    businessNow: null,
    ...change,
  })
  return {
    ...{ test, keyring, keysFolder, setting, all, citizen, request },
    settingWith: change => ({ ...setting, ...change }),
    addShops: (shops, { siteCheckedOn = '2026-09-01' } = {}) =>
      all(tx => takeShops(tx, shops, { keyring, siteCheckedOn })),
    submit: (no, by, { key, setting: given, ...change } = {}) => {
      const caller: Caller = { actor: by, requestId: 'r', ...(key ? { key: { value: key, digest: 'd' } } : {}) }
      return act(test.database, caller, { action: 'licensing.submit', subject: no }, tx =>
        submitApplication(tx, request(no, by, change), given ?? setting),
      )
    },
    close: async () => {
      await test.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const file = (name: string, lines: readonly (readonly (string | number)[])[]) => ({
  name,
  bytes: Buffer.from(csvLines(lines)),
})

async function takeCounty(tx: Tx): Promise<void> {
  const [parsedAreas, parsedSchools] = [
    await parseAreasCsv(file('areas.csv', areas)),
    await parseSchoolsCsv(file('schools.csv', schools)),
  ]
  if (!parsedAreas.ok || !parsedSchools.ok) throw new Error('the county of the tests cannot be read')
  await importAreas(tx, parsedAreas.value)
  await importSchools(tx, parsedSchools.value)
}

async function takeShops(
  tx: Tx,
  shops: readonly Shop[],
  { keyring, siteCheckedOn }: { keyring: Keyring; siteCheckedOn: string | null },
): Promise<void> {
  const parsed = await parseRetailersCsv(file('retailers.csv', [head.split(','), ...shops.map(shopLine)]))
  if (!parsed.ok) throw new Error(parsed.refusal)
  const { rows } = await importRetailers(tx, parsed.value, keyring)
  if (rows.length !== shops.length) throw new Error('a shop of the tests was rejected')
  await importLicences(
    tx,
    rows.map(({ row }) => row),
    { keyring, at: today },
  )
  if (siteCheckedOn === null) return
  const checks = shops.map(({ no }) => ({ licenceNo: no, checkedOn: siteCheckedOn, verifiers: ['核查一', '核查二'] }))
  await saveSiteChecks(tx, checks)
}

/** One row of any statement, for looking behind the action. */
export async function one<T>(house: RenewalHouse, statement: ReturnType<typeof sql<T>>): Promise<T> {
  const { rows } = await house.all(tx => statement.execute(tx))
  const [row] = rows
  if (!row) throw new Error('no such row')
  return row
}
