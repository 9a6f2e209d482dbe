import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import './in-memory.ts'
import { type Counts, check, inLanes, type Step, sum, vitest } from './steps.ts'
import { ensureTools } from './tools.ts'

/**
 * `npm test`: everything, in the order in which a fault is cheapest to find. Each step runs even when an earlier one
 * failed, so that one run shows all; the last line is `N passed, N failed`. The steps of one row run side by side:
 * each alone leaves half of two cores idle.
 */
mkdirSync(join(import.meta.dirname, '.artifacts'), { recursive: true })

// Made while the units run, copied by every house of the journeys.
const county = mkdtempSync(join(tmpdir(), 'yzt-county-'))
chmodSync(county, 0o755)
process.env['YZT_TEST_COUNTY'] = county

const parts = 5
const journeys = (part: number) => vitest(`journeys ${part}`, 'test/journeys.config.ts', `--shard=${part}/${parts}`)
const screens = 'test/screens.config.ts'
// The longest first, so that the lanes end together.
const inBrowsers = [
  ...[4, 3, 2, 5, 1].map(journeys),
  vitest('screens of the terminal', screens, 'web/kiosk'),
  vitest('screens', screens, '--exclude', 'web/kiosk/**'),
]

const rows: readonly (readonly Step[])[] = [
  [
    check('types', 'tsc', ['-p', 'tsconfig.json']),
    check('types of the front ends', 'tsc', ['-p', 'web/tsconfig.json']),
  ],
  [
    check('lint', 'biome', ['ci', '--error-on-warnings', '.']),
    check('dead code', 'knip', ['--include', 'files,dependencies,unlisted,exports,types']),
    check('front ends', 'node', ['web/build.ts']),
  ],
  [vitest('units', 'vitest.config.ts'), check('county', 'node', ['test/journeys/make-county.ts', county])],
  // A browser waits as often as it works: three lanes keep two cores busy. Each part of the journeys has its own house.
  [inLanes(3, inBrowsers)],
]

console.log('== tools')
const missing = ensureTools()
const done: Counts[] = [{ passed: 0, failures: missing }]
for (const row of rows) done.push(...(await Promise.all(row.map(step => step()))))
rmSync(county, { recursive: true, force: true })

const { passed, failures } = sum(done)
// Said once more at the end: a log is often kept by its last lines only.
for (const failure of failures) console.log(`FAILED ${failure}`)
console.log(`${passed} passed, ${failures.length} failed`)
process.exit(failures.length === 0 ? 0 : 1)
