import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sm2Decrypt, sm2Encrypt, sm2Sign, sm2Verify } from './crypto.ts'
import { type Keyring, KeyringError, openKeyring, rotateKey } from './keyring.ts'

let root: string
let keyring: Keyring
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'yzt-keyring-'))
  keyring = await openKeyring(join(root, 'keys'), { create: true })
})
afterAll(() => rm(root, { recursive: true }))

test('makes keys once, reads the same ones afterwards, and only their owner may', async () => {
  const again = await openKeyring(join(root, 'keys'), { create: true })
  expect(again.ledger).toEqual(keyring.ledger)
  expect(again.openField(keyring.sealField('13800000000'))).toBe('13800000000')
  expect((await stat(join(root, 'keys'))).mode & 0o777).toBe(0o700)
  for (const name of await readdir(join(root, 'keys')))
    expect((await stat(join(root, 'keys', name))).mode & 0o777, name).toBe(0o600)
})

test('all pairs work', () => {
  const { sealing, ledger, licence } = keyring
  expect(sm2Decrypt(sealing.privateKey, sm2Encrypt(sealing.publicKey, '办理')).toString()).toBe('办理')
  for (const pair of [ledger, licence])
    expect(sm2Verify(pair.publicKey, 'x', sm2Sign(pair.privateKey, pair.publicKey, 'x'))).toBe(true)
})

test('a sealed field opens to the same text, looks different each time and refuses every change', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => keyring.openField(keyring.sealField(text)) === text))
  const sealed = keyring.sealField('张三𠮷')
  expect(sealed).toMatch(/^v1\.[\w-]+$/u)
  expect(sealed).not.toBe(keyring.sealField('张三𠮷'))
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = sealed.slice(0, at) + (sealed[at] === 'x' ? 'y' : 'x') + sealed.slice(at + 1)
    expect(() => keyring.openField(changed), changed).toThrow()
  }
  for (const text of ['', 'v1.', 'v2.AAAA', '张三', `${sealed}=`, `${sealed} `, sealed.slice(0, -1)])
    expect(() => keyring.openField(text)).toThrow()
})

test('a blind index is the same for the same text and another for another kind or keyring', async () => {
  const other = await openKeyring(join(root, 'other'), { create: true })
  const index = keyring.blindIndex('citizenId', '440785199001011234')
  expect(index).toMatch(/^[0-9a-f]{64}$/u)
  expect(keyring.blindIndex('citizenId', '440785199001011234')).toBe(index)
  expect(keyring.blindIndex('phone', '440785199001011234')).not.toBe(index)
  expect(other.blindIndex('citizenId', '440785199001011234')).not.toBe(index)
})

test('without create, an empty folder is refused', async () => {
  await expect(openKeyring(join(root, 'none'))).rejects.toThrow(/holds no keys/u)
})

test('a missing, damaged or open key file is refused, never replaced', async () => {
  const folder = join(root, 'broken')
  await openKeyring(folder, { create: true })
  await chmod(join(folder, 'ledger-1.json'), 0o640)
  await expect(openKeyring(folder, { create: true })).rejects.toThrow(/chmod 600/u)
  await chmod(join(folder, 'ledger-1.json'), 0o600)
  await writeFile(join(folder, 'ledger-1.json'), '{}')
  await expect(openKeyring(folder, { create: true })).rejects.toThrow(/damaged/u)
  await rm(join(folder, 'ledger-1.json'))
  await expect(openKeyring(folder, { create: true })).rejects.toThrow(/ledger key is missing/u)
  await writeFile(join(folder, 'master.key'), '00')
  await expect(openKeyring(folder, { create: true })).rejects.toThrow(/damaged/u)
  await rm(join(folder, 'master.key'))
  await expect(openKeyring(folder, { create: true })).rejects.toThrow(KeyringError)
})

test('after a change of keys the new one signs and the old ones still verify', async () => {
  const folder = join(root, 'rotated')
  const first = await openKeyring(folder, { create: true })
  for (let i = 0; i < 10; i += 1) await rotateKey(folder, 'licence')
  const last = await openKeyring(folder)
  expect(Object.keys(last.licencePublicKeys())).toHaveLength(11)
  expect(last.licencePublicKeys()[first.licence.keyId]).toBe(first.licence.publicKey)
  expect(last.licencePublicKeys()[last.licence.keyId]).toBe(last.licence.publicKey)
  // Not by place: an id of digits alone stands first in every object.
  const later = Object.keys(last.licencePublicKeys()).filter(id => id !== first.licence.keyId)
  expect(later).toContain(last.licence.keyId)
  expect(last.licence.keyId).not.toBe(first.licence.keyId)
  expect(last.ledgerPublicKeys()).toEqual(first.ledgerPublicKeys())
})

test('what lies in the vault opens for its own row only, by another key than that of the fields, and no two are alike', () => {
  const { vault } = keyring
  const sealed = vault.seal('陈金丝', 'XR-AAAAAA')
  expect(vault.open(sealed, 'XR-AAAAAA')).toBe('陈金丝')
  expect(vault.seal('陈金丝', 'XR-AAAAAA')).not.toBe(sealed)
  expect(() => vault.open(sealed, 'XR-BBBBBB')).toThrow()
  expect(() => keyring.openField(sealed)).toThrow()
  expect(() => vault.open(keyring.sealField('陈金丝'), 'XR-AAAAAA')).toThrow()
  for (const place of [5, sealed.indexOf('.', 4) + 3, sealed.length - 2]) {
    const changed = sealed.slice(0, place) + (sealed[place] === 'A' ? 'B' : 'A') + sealed.slice(place + 1)
    expect(() => vault.open(changed, 'XR-AAAAAA')).toThrow()
  }
})
