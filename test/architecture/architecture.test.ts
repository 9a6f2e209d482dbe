import { describe, expect, it } from 'vitest'
import { importViolations } from './imports.ts'
import { houseRefusalNames } from './refusals.ts'
import { shapeViolations } from './shape.ts'
import { readSources } from './sources.ts'
import { sqlViolations } from './sql.ts'

const sources = readSources(['src/**/*.ts', 'src/**/*.sql', 'agent/**/*.ts', 'web/**/*.{ts,tsx}', 'town/**/*.ts'])

describe('the house', () => {
  it('is entered by front doors, looks down and announces up', () => {
    expect(sources.flatMap(importViolations)).toEqual([])
  })

  it('keeps each domain to its own schema', () => {
    expect(sources.flatMap(sqlViolations)).toEqual([])
  })

  it('keeps files small, names honest and chance, printing and secrets where they belong', () => {
    expect(sources.flatMap(shapeViolations)).toEqual([])
  })

  it('has Chinese and English words for every refusal it can give', () => {
    expect(houseRefusalNames(sources)).toEqual([])
  })
})

const planted = (path: string, text: string) => ({ path, text })

describe('the guards of the house', () => {
  it.each([
    ['src/kernel/date.ts', `import { readFile } from 'node:fs'`],
    ['src/kernel/date.ts', `import { sm3 } from '#platform/crypto'`],
    ['src/kernel/date.ts', `import gcoord from 'gcoord'`],
    ['src/platform/jobs.ts', `import { licensing } from '#modules/licensing'`],
    ['src/modules/licensing/store.ts', `import { x } from '../registry/store.ts'`],
    ['src/modules/registry/routes.ts', `import { x } from '#modules/licensing'`],
    ['src/modules/licensing/contract.ts', `import { x } from './store.ts'`],
    ['src/modules/licensing/rules/renewal.ts', `import { x } from '../store.ts'`],
    ['src/modules/licensing/rules/renewal.ts', `import pg from 'pg'`],
    ['web/kiosk/main.tsx', `import { x } from '../../src/platform/config.ts'`],
    ['web/kiosk/main.tsx', `import { x } from '#modules/licensing'`],
    ['agent/main.ts', `import { x } from '#platform/database'`],
    ['src/gateways/sms/adapter.ts', `import { x } from '../../modules/licensing/store.ts'`],
  ])('catch an import in %s: %s', (path, text) => {
    expect(importViolations(planted(path, text))).not.toEqual([])
  })

  it.each([
    ['src/modules/licensing/store.ts', 'await sql`select * from registry.retailer`'],
    ['src/modules/licensing/queries/list.ts', 'sql`select 1 from licensing.licence l join access.staff s on true`'],
    [
      'src/modules/registry/migrations/20260101-0000-x.sql',
      'create table registry.a (b text references licensing.licence)',
    ],
    ['src/modules/intelligence/queries/list.ts', 'sql`select sealed from informant.identity`'],
    ['src/modules/cases/store.ts', 'sql`select 1 from informant.receipt`'],
  ])('catch foreign SQL in %s: %s', (path, text) => {
    expect(sqlViolations(planted(path, text))).not.toEqual([])
  })

  it('let a published view of another domain pass', () => {
    expect(
      sqlViolations(planted('src/modules/licensing/store.ts', 'sql`select 1 from registry.published_retailer`')),
    ).toEqual([])
  })

  it.each([
    ['src/modules/licensing/utils.ts', ''],
    ['src/kernel/a.ts', 'x\n'.repeat(301)],
    ['src/platform/a.ts', 'const n = Math.random()'],
    ['src/platform/a.ts', `console.log('x')`],
    ['src/platform/a.ts', `const p = process.env['PORT']`],
    ['src/kernel/a.ts', 'let x: any'],
    ['src/kernel/a.ts', '// @ts-ignore'],
    ['src/modules/licensing/actions/a.ts', 'const now = Temporal.Now.instant()'],
    ['src/modules/licensing/index.ts', `export * from './store.ts'`],
    ['src/modules/x/store.ts', 'client.query("select " + name)'],
  ])('catch the shape of %s: %s', (path, text) => {
    expect(shapeViolations(planted(path, text))).not.toEqual([])
  })

  it('catch a refusal without words', () => {
    expect(houseRefusalNames([planted('src/modules/x/actions/a.ts', `return refuse('neverNamed')`)])).toEqual([
      'neverNamed',
    ])
  })
})
