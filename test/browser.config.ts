import { defineConfig } from 'vitest/config'

/** Journeys and screens in real Chromium: one at a time, two cores are few. */
export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    include: ['test/journeys/**/*.test.ts', 'web/**/*.browser.test.ts'],
    globalSetup: ['test/journeys/house.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
