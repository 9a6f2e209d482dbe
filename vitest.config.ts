import './test/in-memory.ts'
import { defineConfig } from 'vitest/config'
import { patience } from './test/patience.ts'

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'agent/**/*.test.ts',
      'town/**/*.test.ts',
      'web/**/!(*.browser).test.ts',
      'test/architecture/**/*.test.ts',
      'test/faults/**/*.test.ts',
      'test/draw/*.test.ts',
    ],
    globalSetup: ['test/database/global-setup.ts'],
    setupFiles: ['test/seed.ts'],
    // One more than the cores: databases, jobs and killed servers are waited for, and another file works meanwhile.
    maxWorkers: 3,
    // The files of one worker share their modules: read once, a third less machine time. So no test replaces a module
    // (`vi.mock`), and whoever publishes policy values or puts up a global takes it down again.
    isolate: false,
    ...patience,
  },
})
