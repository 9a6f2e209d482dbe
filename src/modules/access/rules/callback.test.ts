import { expect, it } from 'vitest'
import { callbackOf } from './callback.ts'

it.each([
  ['demo', 'http://127.0.0.1:8080', 'http://127.0.0.1:8080/signed-in'],
  ['demo', 'http://localhost:9', 'http://localhost:9/signed-in'],
  ['demo', 'https://elsewhere.example', 'https://yan.example/signed-in'],
  ['demo', undefined, 'https://yan.example/signed-in'],
  ['production', 'http://127.0.0.1:8080', 'https://yan.example/signed-in'],
] as const)('in %s a browser at %s comes back to %s', (mode, origin, callback) =>
  expect(callbackOf(origin, { mode, publicUrl: 'https://yan.example' })).toBe(callback),
)
