import { expect, it } from 'vitest'
import { signFace } from '../../../src/modules/licensing/elicence/sign-face.ts'
import { signStatusList } from '../../../src/modules/licensing/elicence/status-list.ts'
import { sampleFace } from '../../../src/modules/licensing/rules/sample-face.ts'
import { makeSm2KeyPair } from '../../../src/platform/crypto.ts'
import type { InspectionDay } from './bundle.ts'
import { checkLicence } from './check-licence.ts'

const licence = { keyId: 'k1', ...makeSm2KeyPair() }
const keys = { bureau: '恩平市烟草专卖局', keys: [{ keyId: 'k1', publicKey: licence.publicKey }] }
const token = signFace({ licence }, sampleFace, 1)

/** A list signed so many hours ago, good for two days. */
const listOf = (hours: number, states: ReadonlyMap<string, 'suspended'> = new Map(), key = licence) => {
  const issued = Temporal.Now.instant().subtract({ hours, minutes: 1 })
  return signStatusList(
    { licence: key },
    {
      ...{
        issuer: '恩平市烟草专卖局',
        areaCode: '440785',
        number: 7,
        states,
        versions: new Map(),
        voidCopies: new Map(),
      },
      issuedAt: issued.toString({ smallestUnit: 'second' }),
      goodUntil: issued.add({ hours: 48 }).toString({ smallestUnit: 'second' }),
    },
  )
}
const look = (statusList: string | null) =>
  checkLicence(token, { keys, statusList } as unknown as InspectionDay, sampleFace.licenceNo)

it.each([
  ['a fresh list', listOf(3), 'valid', { number: 7, hours: 3, stale: false }],
  ['a list that is too old', listOf(50), 'unknown', { number: 7, hours: 50, stale: true }],
  [
    'a list that names it, however old',
    listOf(50, new Map([[sampleFace.licenceNo, 'suspended']])),
    'bad',
    { stale: true },
  ],
  ['a list another key signed', listOf(3, new Map(), { keyId: 'k1', ...makeSm2KeyPair() }), 'unknown', null],
  ['no list', null, 'unknown', null],
])('at the door without network, %s: says what it knows and how old the list is', async (_, list, status, age) => {
  const finding = await look(list)
  expect(finding).toMatchObject({ kind: 'good', status })
  if (age === null) expect(finding).toMatchObject({ list: null })
  else expect(finding).toMatchObject({ list: age })
})
