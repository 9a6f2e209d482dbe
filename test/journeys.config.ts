import { defineConfig } from 'vitest/config'

/** Journeys in real Chromium against the real house: one at a time, they share its server and its devices. */
export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    include: ['test/journeys/**/*.test.ts'],
    globalSetup: ['test/journeys/house.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
