import './in-memory.ts'
import { defineConfig } from 'vitest/config'
import { patience } from './patience.ts'

/** Screens in real Chromium, each front end against its own made-up answers; runs beside the journeys. */
export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    include: ['web/**/*.browser.test.ts'],
    fileParallelism: false,
    ...patience,
  },
})
