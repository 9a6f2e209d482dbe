import './in-memory.ts'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { patience } from './patience.ts'

/** By name, so that a fresh clone and a machine that remembers the last run meet the journeys in one order. */
class ByName extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((one, other) => one.moduleId.localeCompare(other.moduleId))
  }
}

/** Journeys in real Chromium against the real house: one at a time, they share its server and its devices. */
export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    include: ['test/journeys/**/*.test.ts'],
    globalSetup: ['test/journeys/house.ts'],
    fileParallelism: false,
    // The journeys of one part share their modules and through them one browser.
    isolate: false,
    sequence: { sequencer: ByName },
    ...patience,
  },
})
