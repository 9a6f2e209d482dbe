import './in-memory.ts'
import { defineConfig } from 'vitest/config'

/** Screens in real Chromium, each front end against its own made-up answers; runs beside the journeys. */
export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    include: ['web/**/*.browser.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
