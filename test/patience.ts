/**
 * How long a test waits before it calls something broken. Two cores under a full run: a browser, a database or a job may
 * be slow once; what is right comes at once and costs nothing of this. vitest's own poll gives up after one second.
 */
export const patience = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 30_000 } },
} as const
