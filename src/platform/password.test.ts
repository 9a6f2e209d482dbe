import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './password.ts'

test('reads the hash that the reference program makes', async () => {
  const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
  expect(await verifyPassword(reference, 'password')).toBe(true)
  expect(await verifyPassword(reference, 'Password')).toBe(false)
})

test('a password opens its own hash only, and two hashes of it differ', async () => {
  const hash = await hashPassword('恩平-2026-é')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/u)
  expect(await verifyPassword(hash, '恩平-2026-e\u0301')).toBe(true)
  expect(await verifyPassword(hash, '恩平-2026-e')).toBe(false)
  expect(await hashPassword('恩平-2026-é')).not.toBe(hash)
})

test('an account that does not exist and a damaged hash are a no, not an error', async () => {
  expect(await verifyPassword(undefined, 'x')).toBe(false)
  const damaged = [
    '$argon2id$v=19$m=0,t=0,p=0$AAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA',
    '$argon2i$v=19$m=8,t=1,p=1$AAAAAAAAAAA$AA',
  ]
  damaged.push('$argon2id$v=19$m=8,t=1,p=2$AAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA')
  for (const hash of damaged) expect(await verifyPassword(hash, 'x')).toBe(false)
  await fc.assert(
    fc.asyncProperty(fc.string(), async hash => !(await verifyPassword(hash, 'x'))),
    { numRuns: 10 },
  )
})
